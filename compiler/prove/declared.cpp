#include "prove/declared.hpp"

#include "prove/stand_in_tokenizer.hpp"
#include "sqlite/stand_in.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <dlfcn.h>
#include <link.h>

#include <charconv>
#include <filesystem>
#include <stdexcept>

namespace headway::compiler {
using namespace detail;
namespace {

std::optional<int> parse_number(std::string_view text) {
    int number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

/// What the system says of a library that it cannot load; SQLite, which then tries another name, says it of
/// that.
std::string why_not_loadable(const std::string& path) {
    void* const library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return ::dlerror();
    ::dlclose(library);
    return {};
}

[[noreturn]] void refuse_extension(const std::string& path, std::string_view why) {
    throw std::runtime_error(
        fmt::format("the extension {} cannot be loaded: {}\n"
                    "--extension, and EXTENSIONS of add_migrations(), take loadable extensions of SQLite.",
                    path, why));
}

void load(sqlite3* db, const std::string& path) {
    if (const std::string why = why_not_loadable(path); !why.empty()) refuse_extension(path, why);
    char* reason = nullptr;
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    const int code = sqlite3_load_extension(db, path.c_str(), nullptr, &reason);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    const std::string message = reason == nullptr ? "" : reason;
    sqlite3_free(reason);
    if (code != SQLITE_OK) refuse_extension(path, message);
}

/// As the system may have named it.
constexpr const char* suffixes[] = {"", ".so"};

/// The file of a library that the system finds by its name alone; empty if it finds none.
std::string find_among_libraries(const std::string& name) {
    if (name.empty() || name.find('/') != name.npos) return {};
    for (const char* suffix : suffixes) {
        const std::string wanted = name + suffix;
        if (void* const library = ::dlopen(wanted.c_str(), RTLD_NOW | RTLD_LOCAL)) {
            const link_map* loaded = nullptr;
            const bool is_known = ::dlinfo(library, RTLD_DI_LINKMAP, &loaded) == 0;
            std::string file = is_known ? loaded->l_name : wanted;
            ::dlclose(library);
            return file;
        }
        const std::string why = ::dlerror(); // of another file: it is there, and one that it needs is not
        if (!why.starts_with(wanted + ":")) refuse_extension(wanted, why);
    }
    return {};
}

} // namespace

std::optional<declared_function> parse_function(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::string name(text.substr(0, slash));
    if (name.empty()) return std::nullopt;
    if (slash == text.npos) return declared_function{name, -1};
    const auto arity = parse_number(text.substr(slash + 1));
    if (!arity || *arity > 127) return std::nullopt; // SQLite's limit
    return declared_function{name, *arity};
}

std::string find_extension(const std::string& path) {
    // With a directory in front, or the system looks in its own.
    const std::filesystem::path beside = std::filesystem::current_path();
    for (const char* suffix : suffixes) {
        const std::filesystem::path file = beside / (path + suffix);
        if (std::filesystem::is_regular_file(file)) return file.lexically_normal().string();
    }
    if (const std::string found = find_among_libraries(path); !found.empty()) return found;
    throw std::runtime_error(
        fmt::format("there is no extension {}\nBuild it first, or correct --extension or "
                    "EXTENSIONS of add_migrations().",
                    path));
}

void provide(const declared_names& names, SQLite::Database& database) {
    sqlite3* const db = database.getHandle();
    // Extensions first: what they bring need not be declared as well, and a stub of the same name would hide
    // it.
    for (const std::string& path : names.extensions)
        load(db, path);
    for (const declared_function& each : names.functions)
        stand_in_for_function(db, each.name.c_str(), each.arity);
    for (const std::string& name : names.collations)
        stand_in_for_collation(db, name.c_str());
    for (const std::string& name : names.tokenizers)
        stand_in_for_tokenizer(db, name);
}

std::optional<int> parse_sqlite_version(std::string_view text) {
    int version = 0;
    int parts = 0;
    for (; parts < 3 && !text.empty(); ++parts) {
        const std::size_t point = std::min(text.find('.'), text.size());
        const auto number = parse_number(text.substr(0, point));
        if (!number || *number > 999) return std::nullopt;
        version = version * 1000 + *number;
        text.remove_prefix(std::min(point + 1, text.size()));
    }
    if (!text.empty() || parts < 2) return std::nullopt;
    return parts == 2 ? version * 1000 : version;
}

} // namespace headway::compiler
