#pragma once

#include "commands/arguments.hpp"
#include "prove/declared.hpp"

#include <functional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// What the command line says that the application provides. The names are those of add_migrations(), in
/// lower case.
struct declared_request {
    std::vector<std::string> functions;  ///< `name/arity`
    std::vector<std::string> collations; ///< Names.
    std::vector<std::string> extensions; ///< Paths.
};

/// Declares its arguments. The request must live until the command line is parsed.
void declare_names(arguments&, declared_request&);

/// Throws usage_error for what is no function, and std::runtime_error for an extension that is not there.
[[nodiscard]] declared_names names_of(const declared_request&);

/// Provides on a private database what the request declares. Throws as names_of().
[[nodiscard]] std::function<void(SQLite::Database&)> preparation_of(const declared_request&);

} // namespace headway::compiler
