#pragma once

#include "prove/declared.hpp"
#include "prove/finding.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/preparation.hpp"
#include "schema/schema.hpp"
#include "sqlite/connection.hpp"

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// The private database in memory that a history is replayed in, by the runtime's own engine and under its
/// policy. Everything happens in one transaction, so that a step can be taken back; where a script ends the
/// transaction all the same, `restore` begins anew and applies again what was kept.
class replay {
public:
    /// A statement that runs longer than `limit` is stopped, and is a finding.
    explicit replay(preparation prepare, std::chrono::seconds limit = usual_statement_limit);
    replay(const replay&) = delete;
    replay& operator=(const replay&) = delete;

    [[nodiscard]] SQLite::Database& database() noexcept { return *database_; }

    /// Runs a section the way the runtime does. What fails is returned as a finding.
    [[nodiscard]] std::optional<finding> run(const section&, statement_log* log = nullptr);
    /// Runs a section where it shall be taken back: VACUUM and pragmas are passed over.
    [[nodiscard]] std::optional<finding> run_inside(const section&);

    /// What SQLite asks about an EXPLAIN when it prepares it; nothing more than that if it cannot be
    /// prepared.
    [[nodiscard]] std::vector<watched_action> actions_of(const std::string& explain);

    /// A point to return to.
    struct savepoint {
        std::size_t transaction;
        std::int64_t changes; ///< Rows written since the connection was opened, without those taken back.
    };
    [[nodiscard]] savepoint save();
    void keep(savepoint);
    void restore(savepoint);

    /// Whether a table may hold rows. What is taken back and applied again then loses them.
    [[nodiscard]] bool has_rows();

    /// Says that `section`, which was run and kept, is part of the state from now on.
    void remember(const section& applied) { applied_.push_back(&applied); }

    /// The database as bytes, and the state that such bytes hold.
    [[nodiscard]] std::string image();
    void load(std::string image, bool has_rows);

private:
    void open();
    void begin();
    void load_image();
    [[nodiscard]] std::optional<finding> run_script(const section&, bool alone, statement_log& log);

    preparation prepare_;
    std::chrono::seconds limit_;
    const statement_log* running_ = nullptr; ///< Of the script under way.
    std::optional<SQLite::Database> database_;
    std::optional<detail::sqlite_connection> connection_;
    std::size_t transaction_ = 0; ///< Counts them: a savepoint ends with its transaction.
    std::string image_;           ///< What `applied_` was applied to; empty for an empty database.
    std::vector<const section*> applied_;
    std::int64_t changes_ = 0; ///< Rows written before the connection was opened, or taken back since.
    bool loaded_rows_ = false; ///< Whether `image_` has rows.
};

} // namespace headway::compiler
