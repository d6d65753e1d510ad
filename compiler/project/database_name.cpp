#include "project/database_name.hpp"

#include "project/usage_error.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

constexpr std::string_view file_scheme = "file:";

/// The part before `://`, or nothing.
std::string_view scheme_of(std::string_view text) {
    const std::size_t end = text.find("://");
    if (end == text.npos || text.substr(0, end).find('/') != text.npos) return {};
    return text.substr(0, end);
}

[[noreturn]] void refuse_memory(std::string_view text) {
    throw usage_error(
        fmt::format("`{}` is a database in memory, which is gone when headway ends: name a file", text));
}

/// What follows `sqlite://`: a slash, then the path.
std::string_view path_of_url(std::string_view text, std::string_view rest) {
    if (rest.empty() || rest == "/") refuse_memory(text);
    if (rest.front() != '/')
        throw usage_error(fmt::format("`{}` names a host, and SQLite has none: a relative path follows three "
                                      "slashes, an absolute one four",
                                      text));
    return rest.substr(1, rest.find('?') - 1); // parameters are for SQLAlchemy's driver
}

} // namespace

database_name parse_database_name(std::string_view text) {
    if (text.starts_with(file_scheme)) {
        if (text.find(":memory:") != text.npos || text.find("mode=memory") != text.npos) refuse_memory(text);
        return {std::string(text), true};
    }
    std::string_view path = text;
    if (const std::string_view scheme = scheme_of(text);
        scheme == "sqlite" || scheme.starts_with("sqlite+")) {
        path = path_of_url(text, text.substr(scheme.size() + 3));
    } else if (!scheme.empty()) {
        throw usage_error(fmt::format("`{}` is no SQLite database: write a path or sqlite:///path", text));
    }
    if (path == ":memory:") refuse_memory(text);
    return {std::string(path), false};
}

std::string relative_to(std::string_view database, const std::filesystem::path& directory) {
    const database_name name = parse_database_name(database);
    if (!name.is_uri) return (directory / name.text).lexically_normal().string();
    const std::string_view rest = std::string_view(name.text).substr(file_scheme.size());
    if (rest.starts_with('/') || directory.empty()) return name.text;
    return fmt::format("{}{}/{}", file_scheme, directory.string(), rest);
}

} // namespace headway::compiler
