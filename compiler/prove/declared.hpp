#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// How long a statement may run in a proof, unless somebody says otherwise.
inline constexpr std::chrono::seconds usual_statement_limit{30};

/// A function that the application provides.
struct declared_function {
    std::string name;
    int arity; ///< -1 for any number of arguments.
};
/// Reads `name/arity`, or `name` alone for any number of arguments.
[[nodiscard]] std::optional<declared_function> parse_function(std::string_view text);

/// What migrations use and the build machine lacks.
struct declared_names {
    std::vector<declared_function> functions;
    std::vector<std::string> collations;
    std::vector<std::string> extensions;   ///< Files, as find_extension() finds them.
    std::vector<std::string> tokenizers{}; ///< Of full-text search.
};

/// The file of an extension: as SQLite does it, its name may lack `.so`, and a name alone may be that of a
/// library of the system; unlike there, one in the current directory comes first. Throws std::runtime_error
/// if there is none, or if what it needs is not there.
[[nodiscard]] std::string find_extension(const std::string& path);

/// Makes functions that return their first argument, collations that compare bytes, tokenizers that are the
/// default one, and loads the extensions.
/// Throws std::runtime_error if an extension cannot be loaded.
void provide(const declared_names&, SQLite::Database&);

/// Reads `3.38` or `3.38.1` into 3038000 or 3038001.
[[nodiscard]] std::optional<int> parse_sqlite_version(std::string_view text);

} // namespace headway::compiler
