#pragma once

#include "commands/migrate.hpp"
#include "project/new_revision.hpp"
#include "project/proof.hpp"

namespace headway::compiler {

/// What the command line says about generating a revision from the schema file.
struct autogenerate_request {
    bool wanted = false;
    bool strict = false;            ///< Refuse what may cost rows or values.
    bool database_is_named = false; ///< By an option.
    proof_request proof;
};
/// Declares its flags and `--schema`, but not the proof's.
void declare_autogenerate(arguments&, autogenerate_request&, settings_flags&);

enum class generation : std::uint8_t {
    filled,
    nothing, ///< The migrations yield the schema already.
    refused, ///< What is wrong is printed.
};
/// Fills the sections of a revision with what takes the schema behind its parents to the schema file, and
/// back. Asks on a terminal what may have been renamed. Throws usage_error if no schema file is named.
[[nodiscard]] generation generate(const project&, const autogenerate_request&, new_revision&, const shell&);

/// Proves a history with a new revision `id`; of what is found, adds what concerns that.
void prove_new(const autogenerate_request&, const std::filesystem::path& schema, std::string_view id,
               const graph&, diagnostics& found);

} // namespace headway::compiler
