#pragma once

#include "diagnostics/rule_levels.hpp"
#include "project/declarations.hpp"
#include "prove/prove.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace headway::compiler {

/// What the command line says about the proof. The names are those of add_migrations(), in lower case.
struct proof_request {
    std::vector<std::string> rules; ///< `code=level`
    declared_request provided;
    std::string minimum_sqlite;
    std::string fixtures; ///< A directory, or empty.
    std::string cache;    ///< A directory, or empty.
    std::string schema;   ///< A file with the schema that the history has to yield, or empty.
};

/// Declares its arguments, but for `schema`. The request must live until the command line is parsed.
void declare_proof(arguments&, proof_request&);

/// What a project judges otherwise. Throws usage_error.
[[nodiscard]] rule_levels levels_of(const proof_request&);

using proof_watcher = std::function<void(const proof_progress&)>;

/// Proves the history, unless `found` has errors already, and judges what was found the way the project and
/// its files do. Adds what was read to `inputs`. Returns the objects of the schema at the heads, as far as
/// they are known. Throws usage_error for a request that makes no sense.
std::vector<detail::digested_object> run_proof(const proof_request&, const graph&, const proof_watcher&,
                                               diagnostics& found,
                                               std::vector<std::filesystem::path>& inputs);

} // namespace headway::compiler
