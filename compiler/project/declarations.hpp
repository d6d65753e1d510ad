#pragma once

#include "project/settings.hpp"
#include "prove/declared.hpp"
#include "schema/preparation.hpp"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// What the command line says that the application provides. The names are those of add_migrations(), in
/// lower case.
struct declared_request {
    std::vector<std::string> functions;    ///< `name/arity`
    std::vector<std::string> collations;   ///< Names.
    std::vector<std::string> extensions;   ///< Paths.
    std::vector<std::string> tokenizers{}; ///< Names.
};

/// The request with what `headway.toml` declares as well.
[[nodiscard]] declared_request declared_by(declared_request, const settings&);

/// Throws usage_error for what is no function, and std::runtime_error for an extension that is not there.
[[nodiscard]] declared_names names_of(const declared_request&);

/// Provides on a private database what the request declares. Throws as names_of().
[[nodiscard]] preparation preparation_of(const declared_request&);

} // namespace headway::compiler
