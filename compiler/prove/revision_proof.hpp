#pragma once

#include "prove/broken.hpp"
#include "prove/finding.hpp"
#include "prove/lint.hpp"
#include "prove/prove.hpp"
#include "prove/replay.hpp"
#include "prove/row_counts.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <set>
#include <string>

namespace headway::compiler {

/// Proves one revision after the other, each over the state that those before it have left.
class revision_proof {
public:
    explicit revision_proof(const prove_options&);

    /// Up, down, up again; of a released revision up alone. False if the up section fails: the state is then
    /// as before, and the last of `found` says why. Otherwise the revision is applied, whatever else was
    /// found. `open` is what was found of the revisions that it revises and may be put right.
    [[nodiscard]] bool run(const source&, bool is_released, const std::vector<const finding*>& open,
                           findings& found);
    /// Inserts rows that belong to the state as it is.
    void insert(const section& rows, findings& found);

    /// Goes on from the state that an image holds.
    void load(std::string image, bool has_rows);

    /// Whether what was found of an object behind an earlier revision holds no more.
    [[nodiscard]] bool is_mended(const finding&);

    [[nodiscard]] replay& state() noexcept { return replay_; }
    [[nodiscard]] const schema_reader& reader() const noexcept { return reader_; }
    /// The schema of the state.
    [[nodiscard]] const schema& now() const noexcept { return now_; }

private:
    struct attempt; ///< The revision under way.

    [[nodiscard]] bool go_up(attempt&, findings& found);
    void judge(attempt&, findings& found);
    void prove_down(attempt&, findings& found);
    void prove_down_over_rows(const attempt&, findings& found);
    [[nodiscard]] bool goes_down(attempt&, replay::savepoint& start, findings& found);
    [[nodiscard]] bool goes_up_again(attempt&, findings& found);
    /// Runs a section, looking for strings in double quotes, and for orphans before a statement can make one.
    [[nodiscard]] std::optional<finding> run_and_watch(const section&, statement_log&,
                                                       detail::foreign_key_guard&, findings& found);
    /// Looks at the names that SQLite looks at only when something is used. `reached` is the schema behind.
    void find_late(const section&, const statement_log&, const schema& reached, findings& found);
    /// The schema behind a section that has just run over the schema that was read last.
    [[nodiscard]] schema read_behind(const section&, const statement_log&);
    /// Looks for orphans before a statement that can make one runs.
    void look_before(const section&, const watched_statement&, detail::foreign_key_guard&);
    /// Looks again, as a launch does before it commits. False if there is an orphan that was none before.
    /// From `start`, if there is one, the section is run again, to find the statement that is to blame.
    bool check_references(const section&, detail::foreign_key_guard& before, std::string_view when,
                          replay::savepoint* start, findings& found);

    const prove_options& options_;
    replay replay_;
    schema_reader reader_;
    schema now_;                    ///< Of the state.
    std::set<std::string> changed_; ///< The keys of what the last revision has made, and of its tables.
    broken_objects broken_;
};

} // namespace headway::compiler
