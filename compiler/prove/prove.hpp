#pragma once

#include "diagnostics/diagnostic.hpp"
#include "link/graph.hpp"
#include "prove/declared.hpp"
#include "prove/fixtures.hpp"
#include "schema/schema.hpp"
#include "sqlite/schema_digest.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// What the proof has done with a revision.
struct proof_progress {
    std::uint32_t revision; ///< Of the graph.
    std::uint32_t total;
    enum class state : std::uint8_t { proven, failed, skipped, unchanged } outcome;
    std::chrono::nanoseconds duration;
};

/// Where proofs are kept between runs, under keys that change with all that they depend on.
struct proof_cache {
    std::function<std::optional<std::string>(const std::string& key)> find;
    std::function<void(const std::string& key, const std::string& bytes)> keep;
    std::string salt; ///< What else a proof depends on, such as the bytes of extensions.
};

struct prove_options {
    declared_names declared;
    int minimum_sqlite = 0; ///< As in 3038000; 0 if nobody has said.
    std::chrono::seconds statement_limit = usual_statement_limit;
    fixtures rows; ///< As many as there are revisions, or none.
    std::function<void(const proof_progress&)> progress;
    /// As many as there are revisions, or none: those that are released as they are. Only their up sections
    /// are proven, as one chain; what else is found there is counted in one note, unless `lists_released`.
    std::vector<bool> released;
    bool lists_released = false;
    /// Down sections are proven as one chain: all of them, behind all up sections, have to give back the
    /// schema that the first found; what one of them gives does not matter.
    bool proves_chain = false;
    /// Is given the schema that the whole history yields, without Headway's own tables, unless a revision
    /// fails.
    std::function<void(const schema&)> reached;
    proof_cache cache; ///< Without functions nothing is kept.
};

/// The keys under which the proof of the first 0, 1, 2 … revisions is kept.
[[nodiscard]] std::vector<std::string> proof_keys(const graph&, const prove_options&);

/// Replays a linked history in memory, revision by revision: up, down, up again, and the schema must be each
/// time what it has to be; where branches merge, their order must not matter. What is wrong goes to `found`;
/// a revision whose up section fails is left out with all that descends from it, and the others are proven.
///
/// Returns the objects of the schema at the heads, or none if a revision is left out.
///
/// Throws std::bad_alloc, std::runtime_error if an extension cannot be loaded, and, if SQLite itself fails,
/// SQLite::Exception or headway::error.
std::vector<detail::digested_object> prove(const graph&, const prove_options&, diagnostics& found);

} // namespace headway::compiler
