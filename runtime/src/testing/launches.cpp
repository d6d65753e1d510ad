#include "testing/launches.hpp"

#include "headway/error.hpp"
#include "plan/walk.hpp"
#include "testing/made_rows.hpp"
#include "testing/table_content.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::testing {
using namespace detail;
namespace {

/// So many steps are run anew for the last revisions; a history of 25 is proven from each of its own.
constexpr std::uint32_t most_steps = 300;

/// Ascending: the last ones, ever fewer before them, and the first.
std::vector<std::uint32_t> revisions_to_launch_from(std::uint32_t count) {
    if (count == 0) return {};
    std::vector<std::uint32_t> starts;
    std::uint32_t distance = 1;
    for (std::uint32_t steps = 0; distance < count && steps < most_steps; ++distance) {
        starts.push_back(count - distance);
        steps += distance;
    }
    for (; distance * 2 < count; distance *= 3) {
        starts.push_back(count - distance);
    }
    starts.push_back(0);
    std::reverse(starts.begin(), starts.end());
    return starts;
}

/// A database on its way, with the rows that each revision brings.
class filled_database {
public:
    filled_database(const history& h, const request& asked)
        : history_(h), asked_(asked), db_(asked.prepare), schema_(db_) {}

    /// To the last of these revisions, which are it and all that it descends from.
    void advance(const std::vector<std::uint32_t>& members, proof_report& report) {
        for (const std::uint32_t member : members) {
            if (member < next_) continue;
            const auto rows = read_rows(rows_file(asked_.fixtures, history_.id(member)));
            if (!rows && member != members.back()) continue;
            const schema_changes changes = schema_.follow(run_upgrade(db_, history_, history_.id(member)));
            if (rows) insert(*rows, member, report);
            if (asked_.fixtures.empty()) make_rows(db_, new_tables(changes, schema_.now()));
        }
        next_ = members.back() + 1;
    }
    [[nodiscard]] const database& now() const noexcept { return db_; }

private:
    void insert(std::string_view rows, std::uint32_t revision, proof_report& report) {
        try {
            static_cast<void>(run_sql(db_, rows));
        } catch (const error& failed) {
            report.fixture(rows_file(asked_.fixtures, history_.id(revision)), failed);
        }
    }

    const history& history_;
    const request& asked_;
    database db_;
    followed_schema schema_;
    std::uint32_t next_ = 0; ///< The first revision that it may lack.
};

class launch_proof {
public:
    launch_proof(const history& h, const request& asked, proof_report& report)
        : history_(h), asked_(asked), report_(report) {}

    std::uint32_t run() {
        const std::vector<std::uint32_t> starts = revisions_to_launch_from(history_.count);
        const database due(asked_.prepare);
        static_cast<void>(run_upgrade(due, history_, "heads"));
        due_ = read_state(due);
        filled_database line(history_, asked_);
        for (const std::uint32_t start : starts) {
            if (report_.errors() != 0) break;
            const std::vector<std::uint32_t> members =
                members_of(with_ancestors(history_, set_of(history_, {start}), edge_kind::all));
            try {
                const bool is_on_line = members.size() == start + 1;
                filled_database branch(history_, asked_);
                filled_database& from = is_on_line ? line : branch;
                from.advance(members, report_);
                launch(from.now(), start);
            } catch (const error& failed) {
                report_.failure({start, direction::up}, failed, when(start));
            }
        }
        return static_cast<std::uint32_t>(starts.size());
    }

private:
    [[nodiscard]] std::string when(std::uint32_t start) const {
        return joined({" (when a database at ", history_.id(start), " is upgraded)"});
    }

    void launch(const database& before, std::uint32_t start) {
        const database db = before.copy();
        followed_schema schema(db);
        const schema_state was = schema.now();
        const step_effect effect = run_upgrade(db, history_, "heads");
        const std::vector<std::string> tables = tables_touched(effect, schema.follow(effect));
        const table_contents had = read_contents(before, was, tables);
        const table_contents has = read_contents(db, schema.now(), tables);
        const step from{start, direction::up};
        for (const row_loss& loss : find_losses(had, has, effect)) {
            report_.at_step(from, joined({loss.message, when(start)}), loss.rule);
        }
        const proof_report::lines other = differences(due_, schema.now(), "is missing", "is new");
        if (!other.empty())
            report_.at_step(from,
                            joined({"a database at this revision does not become what a new one becomes: ",
                                    other.front()}),
                            "upgrade", {other.begin() + 1, other.end()});
    }

    const history& history_;
    const request& asked_;
    proof_report& report_;
    schema_state due_; ///< At the heads.
};

} // namespace

std::uint32_t prove_launches(const history& h, const request& asked, proof_report& report) {
    return launch_proof(h, asked, report).run();
}

} // namespace headway::testing
