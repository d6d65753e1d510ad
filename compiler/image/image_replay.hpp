#pragma once

#include "emit/table.hpp"
#include "headway/headway.hpp"
#include "link/graph.hpp"
#include "prove/declared.hpp"
#include "prove/finding.hpp"
#include "sqlite/statement_watcher.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <cstdint>
#include <optional>

namespace headway::compiler {

/// A history, replayed by the runtime from nothing as a program does it, while someone looks whether a
/// program could come by something else.
class image_replay final : private detail::statement_watcher {
public:
    /// What was declared is provided if `provided` says so, and its functions are looked out for in any case.
    image_replay(const graph&, const history&, const declared_names&, bool provided, transaction_mode);

    /// Applies the revisions before `end` that are not applied yet.
    void run_to(std::uint32_t end);
    [[nodiscard]] SQLite::Database& database() noexcept { return database_; }

    /// Why it is not the same everywhere, as far as its statements tell: of the first one that does.
    std::optional<finding> why_not;
    /// Whether no statement has written a row or asked for what differs from one time to another. Then it
    /// cannot come out otherwise.
    [[nodiscard]] bool is_schema_alone() const;

    /// The database as bytes, and one that such bytes hold with the revisions before `end` applied, of which
    /// all of the above was so.
    [[nodiscard]] built_image state();
    [[nodiscard]] bool resume(const built_image&, std::uint32_t end);

private:
    static void count_own(void* self, int, const char*, const char* table, sqlite3_int64) noexcept;
    void asked(const detail::statement_action&) noexcept override;
    void refused(detail::breach) noexcept override {}
    void prepared(std::string_view script, std::size_t begin, std::size_t end, bool exists) override;
    [[nodiscard]] std::string obstacle_in(const detail::statement_action&);
    [[nodiscard]] finding failure(const error&) const;
    [[nodiscard]] const section& running() const { return history_.revisions[revision_].from.up; }

    const graph& history_;
    const history& packed_;
    const declared_names& declared_;
    bool provided_;
    transaction_mode transaction_;
    SQLite::Database database_;
    std::uint32_t end_ = 0;        ///< Those before it are applied.
    std::uint32_t revision_ = 0;   ///< The one that runs.
    std::int64_t own_changes_ = 0; ///< Rows that Headway has written itself, or this.
    bool asks_chance_ = false;
    std::string obstacle_; ///< Of the statement that is being prepared.
};

} // namespace headway::compiler
