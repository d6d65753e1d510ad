#pragma once

#include "diagnostics/rule_levels.hpp"
#include "project/declarations.hpp"
#include "prove/prove.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// What the command line says about the proof. The names are those of add_migrations(), in lower case.
struct proof_request {
    std::vector<std::string> rules; ///< `code=level`
    declared_request provided;
    std::string minimum_sqlite;
    std::string fixtures;        ///< A directory, or empty.
    std::string cache;           ///< A directory, or empty.
    std::string baseline;        ///< The last revision that is released as it is, or empty.
    std::string statement_limit; ///< Seconds, or empty.
    bool lists_released = false;
    std::string kind;                 ///< `chain`, `steps` or empty, which is that.
    std::string server;               ///< Of PostgreSQL: a URL, or empty to start one.
    std::vector<std::string> roles{}; ///< Of PostgreSQL: those that the server that is started is to have.
};

/// What a project judges otherwise. Throws usage_error.
[[nodiscard]] rule_levels levels_of(const proof_request&);

/// Judges what was found the way the project and its files do. To judge twice changes nothing.
void judge(const rule_levels&, const graph&, diagnostics& found);

/// The bytes of a regular file; nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path&);

/// What a proof depends on besides the names of what is declared.
[[nodiscard]] std::string salt_of(const declared_names&);

/// Is told of each revision of the history what became of its proof.
using proof_watcher = std::function<void(const graph&, const proof_progress&)>;

/// Proves the history, unless `found` has errors already, and judges what was found the way the project and
/// its files do. With a file `schema` the history has to yield what that says. Adds what was read to
/// `inputs`. Returns the objects of the schema at the heads, as far as they are known. Throws usage_error for
/// a request that makes no sense, std::runtime_error, and what SQLite throws.
[[nodiscard]] std::vector<detail::digested_object>
prove_history(const proof_request&, const std::filesystem::path& schema, const graph&, const proof_watcher&,
              diagnostics& found, std::vector<std::filesystem::path>& inputs);

/// Compares what the migrations yield with a schema file. What is wrong with the file itself is reported too.
void check_schema(const std::filesystem::path&, const schema& yielded, const preparation&,
                  diagnostics& found);

} // namespace headway::compiler
