#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "headway/testing.hpp"
#include "plan/walk.hpp"
#include "testing/made_rows.hpp"
#include "testing/schema_state.hpp"
#include "testing/step_run.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace headway::testing {
using namespace detail;
namespace {

/// What a migration in C++ has its twin in.
std::string twin_of(std::string_view file) {
    return joined({file.substr(0, file.rfind('.')), ".schema.sql"});
}

std::string first_line_of(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

class program_proof {
public:
    program_proof(const history& h, const request& asked, std::FILE* out)
        : history_(h), asked_(asked), out_(out), failed_(h.count) {}

    int run() {
        const database db(asked_.prepare);
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            failed_[index] = descends_from_failed(index);
            if (failed_[index]) continue;
            failed_[index] = !prove_one(db, index);
            if (!failed_[index]) ++proven_;
        }
        if (errors_ == 0) prove_orders();
        if (errors_ == 0) prove_image();
        if (errors_ == 0)
            std::fprintf(out_, "%u revisions proven in the program, with SQLite %s: up, down and up again\n",
                         proven_, sqlite3_libversion());
        return errors_;
    }

private:
    using lines = std::vector<std::string>;

    [[nodiscard]] bool descends_from_failed(std::uint32_t index) const {
        const parents above = parents_of(history_, index, edge_kind::all);
        return std::any_of(above.begin(), above.end(), [&](std::uint32_t parent) { return failed_[parent]; });
    }

    void report(std::string_view file, std::size_t line, std::size_t column, std::string_view message,
                std::string_view rule, const lines& more = {}) {
        ++errors_;
        std::string text = joined(
            {asked_.directory, asked_.directory.empty() ? "" : "/", file, ":", std::to_string(line), ":",
             std::to_string(std::max<std::size_t>(column, 1)), ": error: ", message, " [", rule, "]\n"});
        for (const std::string& each : more) {
            text += joined({"  ", each, "\n"});
        }
        std::fputs(text.c_str(), out_);
    }

    /// At the function or the section of a step.
    void report_step(step one, std::string_view message, std::string_view rule, const lines& more = {}) {
        const revision_row& row = history_.rows[one.revision];
        const bool up = one.way == direction::up;
        report(up ? history_.file(one.revision) : history_.down_file(one.revision),
               std::max<std::uint32_t>(up ? row.up_line : row.down_line, 1), 1, message, rule, more);
    }

    void report_failure(step one, const error& failed, std::string_view when) {
        std::string what = first_line_of(failed.what());
        const std::string place = joined({failed.file(), ":"});
        if (!failed.file().empty() && what.compare(0, place.size(), place) == 0)
            what = what.substr(what.find(": ") + 2);
        if (failed.line() == 0) return report_step(one, joined({what, when}), "sql-error");
        report(failed.file(), failed.line(), failed.column(), joined({what, when}), "sql-error");
    }

    [[nodiscard]] bool is_in_cpp(std::uint32_t index) const {
        return (history_.rows[index].flags & in_code) != 0;
    }
    [[nodiscard]] bool has_twin(std::uint32_t index) const {
        return history_.rows[index].up_size != 0 || history_.rows[index].down_size != 0;
    }

    /// Runs a step; nothing if it fails.
    std::optional<written_tables> try_step(const database& db, step one, std::string_view when = {}) {
        try {
            return run_step(db, history_, one);
        } catch (const error& failed) {
            report_failure(one, failed, when);
            return std::nullopt;
        }
    }

    /// Up, down and up again. False if the revision is not applied.
    bool prove_one(const database& db, std::uint32_t index) {
        const step up{index, direction::up};
        const step down{index, direction::down};
        const schema_state before = read_state(db);
        std::optional<database> start;
        if (is_in_cpp(index)) start = db.copy();
        if (!go(db, up, before, {})) return false;
        const schema_state after = read_state(db);
        if (start) check_twin(*start, up, after);
        if ((history_.rows[index].flags & irreversible) == 0 && !comes_back(db, down, before, after))
            return false;
        insert_rows(db, index, before, after);
        return true;
    }

    /// Runs a step and looks whether it has lost rows.
    bool go(const database& db, step one, const schema_state& before, std::string_view when) {
        const auto written = try_step(db, one, when);
        if (!written) return false;
        const row_counts had = counts_;
        count_again(db, before, read_state(db), written->all, counts_);
        for (const auto& [table, count] : had) {
            const auto now = counts_.find(table);
            if (now == counts_.end() || now->second >= count ||
                std::binary_search(written->cleared.begin(), written->cleared.end(), table))
                continue;
            report_step(one,
                        joined({"table ", table, " has ", std::to_string(now->second), " of the ",
                                std::to_string(count), " rows that it had before", when}),
                        "rows-lost");
        }
        return true;
    }

    bool comes_back(const database& db, step down, const schema_state& before, const schema_state& after) {
        std::optional<database> start;
        if (is_in_cpp(down.revision)) start = db.copy();
        if (!go(db, down, after, {})) return false;
        const schema_state reverted = read_state(db);
        if (start) check_twin(*start, down, reverted);
        const lines left = differences(before, reverted, "is not restored", "is left behind");
        if (!left.empty()) {
            report_step(down, joined({"down does not undo up: ", left.front()}), "round-trip",
                        {left.begin() + 1, left.end()});
            return false;
        }
        const step up{down.revision, direction::up};
        constexpr std::string_view when = " (when it is applied again behind down)";
        if (!go(db, up, reverted, when)) return false;
        const lines changed = differences(after, read_state(db), "is missing", "is new");
        if (changed.empty()) return true;
        report_step(
            up, joined({"up gives another schema when it is applied again behind down: ", changed.front()}),
            "round-trip", {changed.begin() + 1, changed.end()});
        return false;
    }

    /// What code has done to the schema has to be what its twin does to the same one, or nothing without a
    /// twin.
    void check_twin(const database& start, step one, const schema_state& reached) {
        const bool up = one.way == direction::up;
        const std::string_view file = history_.file(one.revision);
        std::string storage;
        const std::string_view sql = (up ? up_sql : down_sql)(history_, one.revision, storage);
        try {
            static_cast<void>(run_sql(start, sql));
        } catch (const error& failed) {
            return report(twin_of(file), 1, 1,
                          joined({first_line_of(failed.what()), " (of what ", up ? "up" : "down",
                                  " says that it does)"}),
                          "twin");
        }
        const lines other = differences(read_state(start), reached, "is not there when the code has run",
                                        "is there when the code has run, and not here");
        if (other.empty()) return;
        const char* const function = up ? "upgrade()" : "downgrade()";
        if (has_twin(one.revision))
            report(twin_of(file), 1, 1,
                   joined({"this is not what ", function, " of ", file, " does: ", other.front()}), "twin",
                   {other.begin() + 1, other.end()});
        else
            report_step(one,
                        joined({function, " changes the schema, and there is no ", twin_of(file),
                                " that says how: ", other.front()}),
                        "twin", {other.begin() + 1, other.end()});
    }

    /// Rows of FIXTURES, and some that are made up for tables that are new.
    void insert_rows(const database& db, std::uint32_t index, const schema_state& before,
                     const schema_state& after) {
        const std::string file = rows_file(asked_.fixtures, history_.id(index));
        if (const auto rows = read_rows(file)) {
            try {
                const written_tables written = run_sql(db, *rows);
                count_again(db, after, after, written.all, counts_);
            } catch (const error& failed) {
                ++errors_;
                std::fprintf(out_, "%s:1:1: error: %s [fixture]\n", file.c_str(),
                             first_line_of(failed.what()).c_str());
            }
        }
        make_rows(db, before, after);
        count_again(db, before, after, {}, counts_);
    }

    /// Revisions that come before others of the same history in one order, applied to an empty database.
    std::optional<schema_state> reached_by(const std::vector<std::uint32_t>& order) {
        const database db(asked_.prepare);
        for (const std::uint32_t index : order) {
            if (!try_step(db, {index, direction::up}, " (where the other branch is not applied yet)"))
                return {};
        }
        return read_state(db);
    }

    /// Where branches meet: they are applied one after the other, in either order.
    void prove_orders() {
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            const parents above = parents_of(history_, index, edge_kind::all);
            if (above.end() - above.begin() < 2) continue;
            std::vector<std::uint32_t> branches(above.begin(), above.end());
            const auto first = reached_by(order_of(branches));
            std::reverse(branches.begin(), branches.end());
            const auto second = first ? reached_by(order_of(branches)) : std::nullopt;
            if (!second) continue;
            const lines other = differences(*first, *second, "exists only in the first order",
                                            "exists only in the second order");
            if (!other.empty())
                report_step(
                    {index, direction::up},
                    joined({"the branches that merge here give different schemas in different orders: ",
                            other.front()}),
                    "confluence", {other.begin() + 1, other.end()});
        }
    }

    /// All that the branches descend from, that of the first one first.
    [[nodiscard]] std::vector<std::uint32_t> order_of(const std::vector<std::uint32_t>& branches) const {
        std::vector<std::uint32_t> order;
        for (const std::uint32_t branch : branches) {
            for (const std::uint32_t one :
                 members_of(with_ancestors(history_, set_of(history_, {branch}), edge_kind::all))) {
                if (std::find(order.begin(), order.end(), one) == order.end()) order.push_back(one);
            }
        }
        return order;
    }

    /// A new database, by the image if there is one, has what all revisions one by one give.
    void prove_image() {
        if (history_.count == 0) return;
        const database installed(history_, "heads", asked_.prepare);
        history plain = history_;
        plain.image = {};
        const database replayed(plain, "heads", asked_.prepare);
        const lines other = differences(read_state(replayed), read_state(installed), "is not in the image",
                                        "is in the image alone");
        row_counts rows[2];
        count_again(replayed, {}, read_state(replayed), {}, rows[0]);
        count_again(installed, {}, read_state(installed), {}, rows[1]);
        if (other.empty() && rows[0] == rows[1]) return;
        report_step({history_.heads[0], direction::up},
                    joined({"a new database that is installed from the image is not what a replay gives: ",
                            other.empty() ? "tables have other rows" : other.front()}),
                    "no-image", other.empty() ? other : lines(other.begin() + 1, other.end()));
    }

    const history& history_;
    const request& asked_;
    std::FILE* out_;
    std::vector<bool> failed_; ///< Revisions that are not applied.
    row_counts counts_;        ///< Of the database that goes through the history.
    unsigned proven_ = 0;
    int errors_ = 0;
};

} // namespace

int prove(const history& h, const request& asked, std::FILE* out) {
    return program_proof(h, asked, out).run();
}

} // namespace headway::testing
