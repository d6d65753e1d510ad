#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "headway/testing.hpp"
#include "plan/walk.hpp"
#include "testing/launches.hpp"
#include "testing/made_rows.hpp"
#include "testing/proof_report.hpp"
#include "testing/schema_state.hpp"
#include "testing/step_run.hpp"
#include "testing/table_content.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace headway::testing {
using namespace detail;
namespace {

/// What a migration in C++ has its twin in.
std::string twin_of(std::string_view file) {
    return joined({file.substr(0, file.rfind('.')), ".schema.sql"});
}

class program_proof {
public:
    program_proof(const history& h, const request& asked, std::FILE* out)
        : history_(h), asked_(asked), report_(h, asked, out), failed_(h.count) {}

    int run() {
        if (!asked_.fixtures.empty()) prove_each(true);
        if (report_.errors() == 0) prove_each(false);
        if (report_.errors() == 0) prove_orders();
        if (report_.errors() == 0) prove_image();
        if (report_.errors() == 0) launches_ = prove_launches(history_, asked_, report_);
        if (report_.errors() == 0)
            report_.print(joined({std::to_string(proven_), " revisions proven in the program, with SQLite ",
                                  sqlite3_libversion(), ": up, down and up again; databases at ",
                                  launches_ == history_.count ? "each" : std::to_string(launches_),
                                  " of them upgraded to the head\n"}));
        return report_.errors();
    }

private:
    using lines = proof_report::lines;

    /// Every revision, over the rows of FIXTURES or over some that are made up.
    void prove_each(bool over_fixtures) {
        const database db(asked_.prepare);
        schema_.emplace(db);
        contents_.clear();
        proven_ = 0;
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            failed_[index] = descends_from_failed(index);
            if (failed_[index]) continue;
            failed_[index] = !prove_one(db, index, over_fixtures);
            if (!failed_[index]) ++proven_;
        }
    }

    [[nodiscard]] bool descends_from_failed(std::uint32_t index) const {
        const parents above = parents_of(history_, index, edge_kind::all);
        return std::any_of(above.begin(), above.end(), [&](std::uint32_t parent) { return failed_[parent]; });
    }

    [[nodiscard]] bool is_in_cpp(std::uint32_t index) const {
        return (history_.rows[index].flags & in_code) != 0;
    }
    [[nodiscard]] bool has_twin(std::uint32_t index) const {
        return history_.rows[index].up_size != 0 || history_.rows[index].down_size != 0;
    }

    /// Runs a step; nothing if it fails.
    std::optional<step_effect> try_step(const database& db, step one, std::string_view when = {}) {
        try {
            return run_step(db, history_, one);
        } catch (const error& failed) {
            report_.failure(one, failed, when);
            return std::nullopt;
        }
    }

    /// Up, down and up again. False if the revision is not applied.
    bool prove_one(const database& db, std::uint32_t index, bool over_fixtures) {
        const step up{index, direction::up};
        std::optional<database> start;
        if (is_in_cpp(index)) start = db.copy();
        const auto changes = go(db, up, {});
        if (!changes) return false;
        if (start) check_twin(*start, up);
        if ((history_.rows[index].flags & irreversible) == 0 && !comes_back(db, index, *changes))
            return false;
        if (over_fixtures) {
            insert_fixture(db, index);
        } else {
            const std::vector<std::string> tables = new_tables(*changes, schema_->now());
            make_rows(db, tables);
            read_again(db, schema_->now(), tables, contents_);
        }
        return true;
    }

    /// Runs a step and looks whether it has lost rows. Nothing if it fails.
    std::optional<schema_changes> go(const database& db, step one, std::string_view when) {
        const auto effect = try_step(db, one, when);
        if (!effect) return std::nullopt;
        schema_changes changes = schema_->follow(*effect);
        const table_contents had =
            read_again(db, schema_->now(), tables_touched(*effect, changes), contents_);
        for (const row_loss& loss : find_losses(had, contents_, *effect)) {
            report_.at_step(one, joined({loss.message, when}), loss.rule);
        }
        return changes;
    }

    bool comes_back(const database& db, std::uint32_t index, const schema_changes& made) {
        const step down{index, direction::down};
        std::optional<database> start;
        if (is_in_cpp(index)) start = db.copy();
        const auto undone = go(db, down, {});
        if (!undone) return false;
        if (start) check_twin(*start, down);
        const lines left =
            differences(both_changes(made, *undone), schema_->now(), "is not restored", "is left behind");
        if (!left.empty()) {
            report_.at_step(down, joined({"down does not undo up: ", left.front()}), "round-trip",
                            {left.begin() + 1, left.end()});
            return false;
        }
        const step up{index, direction::up};
        const auto again = go(db, up, " (when it is applied again behind down)");
        if (!again) return false;
        const lines changed =
            differences(both_changes(*undone, *again), schema_->now(), "is missing", "is new");
        if (changed.empty()) return true;
        report_.at_step(
            up, joined({"up gives another schema when it is applied again behind down: ", changed.front()}),
            "round-trip", {changed.begin() + 1, changed.end()});
        return false;
    }

    /// What code has done to the schema has to be what its twin does to the same one, or nothing without a
    /// twin.
    void check_twin(const database& start, step one) {
        const bool up = one.way == direction::up;
        const std::string_view file = history_.file(one.revision);
        std::string storage;
        const std::string_view sql = (up ? up_sql : down_sql)(history_, one.revision, storage);
        try {
            static_cast<void>(run_sql(start, sql));
        } catch (const error& failed) {
            return report_.at(twin_of(file), 1, 1,
                              joined({first_line_of(failed.what()), " (of what ", up ? "up" : "down",
                                      " says that it does)"}),
                              "twin");
        }
        const lines other =
            differences(read_state(start), schema_->now(), "is not there when the code has run",
                        "is there when the code has run, and not here");
        if (other.empty()) return;
        const char* const function = up ? "upgrade()" : "downgrade()";
        if (has_twin(one.revision))
            report_.at(twin_of(file), 1, 1,
                       joined({"this is not what ", function, " of ", file, " does: ", other.front()}),
                       "twin", {other.begin() + 1, other.end()});
        else
            report_.at_step(one,
                            joined({function, " changes the schema, and there is no ", twin_of(file),
                                    " that says how: ", other.front()}),
                            "twin", {other.begin() + 1, other.end()});
    }

    void insert_fixture(const database& db, std::uint32_t index) {
        const std::string file = rows_file(asked_.fixtures, history_.id(index));
        const auto rows = read_rows(file);
        if (!rows) return;
        try {
            const step_effect effect = run_sql(db, *rows);
            const schema_changes changes = schema_->follow(effect);
            read_again(db, schema_->now(), tables_touched(effect, changes), contents_);
        } catch (const error& failed) {
            report_.fixture(file, failed);
        }
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
                report_.at_step(
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
        const database installed(asked_.prepare);
        static_cast<void>(upgrade(installed, history_, "heads"));
        history plain = history_;
        plain.image = {};
        const database replayed(asked_.prepare);
        static_cast<void>(upgrade(replayed, plain, "heads"));
        const schema_state due = read_state(replayed);
        const schema_state has = read_state(installed);
        const lines other = differences(due, has, "is not in the image", "is in the image alone");
        if (other.empty() && read_contents(replayed, due) == read_contents(installed, has)) return;
        report_.at_step(
            {history_.heads[0], direction::up},
            joined({"a new database that is installed from the image is not what a replay gives: ",
                    other.empty() ? "tables have other rows" : other.front()}),
            "no-image", other.empty() ? other : lines(other.begin() + 1, other.end()));
    }

    const history& history_;
    const request& asked_;
    proof_report report_;
    std::vector<bool> failed_; ///< Revisions that are not applied.
    /// Of the database that goes through the history.
    std::optional<followed_schema> schema_;
    table_contents contents_; ///< Of the same.
    std::uint32_t proven_ = 0;
    std::uint32_t launches_ = 0;
};

} // namespace

int prove(const history& h, const request& asked, std::FILE* out) {
    return program_proof(h, asked, out).run();
}

} // namespace headway::testing
