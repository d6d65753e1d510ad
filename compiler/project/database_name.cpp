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
        throw usage_error(
            fmt::format("`{}` is no database of SQLite or PostgreSQL: write a path, sqlite:///path or "
                        "postgresql://host/name",
                        text));
    }
    if (path == ":memory:") refuse_memory(text);
    return {std::string(path), false};
}

bool names_server(std::string_view text) noexcept {
    const std::string_view scheme = scheme_of(text);
    const std::string_view engine = scheme.substr(0, scheme.find('+'));
    return engine == "postgresql" || engine == "postgres";
}

std::string server_url(std::string_view text) {
    return fmt::format("postgresql{}", text.substr(text.find("://")));
}

/// It stands between the first colon and the last @ of the part before the path, or is a parameter.
std::string without_password(std::string_view text) {
    std::string shown(text);
    const std::size_t host = shown.find("://") + 3;
    const std::size_t end = std::min(
        shown.find_first_of("/?", shown.rfind('@') == shown.npos ? host : shown.rfind('@')), shown.size());
    const std::size_t at = shown.rfind('@', end);
    const std::size_t colon = shown.find(':', host);
    if (at != shown.npos && colon < at) shown.replace(colon, at - colon, ":***");
    const std::size_t parameter = shown.find("password=", shown.find('?'));
    if (parameter == shown.npos) return shown;
    const std::size_t value = parameter + std::string_view("password=").size();
    return shown.replace(value, std::min(shown.find('&', value), shown.size()) - value, "***");
}

std::string relative_to(std::string_view database, const std::filesystem::path& directory) {
    if (names_server(database)) return std::string(database);
    const database_name name = parse_database_name(database);
    if (!name.is_uri) return (directory / name.text).lexically_normal().string();
    const std::string_view rest = std::string_view(name.text).substr(file_scheme.size());
    if (rest.starts_with('/') || directory.empty()) return name.text;
    return fmt::format("{}{}/{}", file_scheme, directory.string(), rest);
}

} // namespace headway::compiler
