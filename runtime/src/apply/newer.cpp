#include "apply/newer.hpp"

#include "apply/adopt.hpp"
#include "apply/log_lines.hpp"
#include "apply/moment.hpp"
#include "apply/script_failure.hpp"
#include "headway/plan.hpp"
#include "plan/table_kind.hpp"
#include "plan/target.hpp"
#include "text.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace headway::detail {
namespace {

bool knows(const history& h, std::string_view id) {
    for (std::uint32_t index = h.count; index-- > 0;) {
        if (h.id(index) == id) return true;
    }
    return false;
}

bool has(const std::vector<std::string>& list, std::string_view text) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& one) { return one == text; });
}

/// Reads the log from its newest line and notes what the history does not know.
class newer_reader {
public:
    explicit newer_reader(const history& h) : history_(h) {}

    void expect(std::string_view id) {
        insert_sorted(knows(history_, id) ? found_.known_rows : expected_, id);
    }

    void note(const logged_revision& line) {
        // Other revisions are another history's, or were taken back without a word to the log.
        if (!line.is_applied() || !has(expected_, line.revision) || has(found_.unknown, line.revision))
            return;
        found_.unknown.emplace_back(line.revision);
        found_.sequences.push_back(line.sequence);
        std::string told = joined({line.revision, ", applied at ", line.started});
        if (!line.application.empty())
            told += joined({" by ", line.application, " ", line.application_version});
        found_.told += joined({"\n  ", printable(told)});
        judge_promise(line);
        judge_way_back(line);
        if (line.parents) {
            expect_all(*line.parents);
        } else {
            blame("The log does not say what precedes revision ", line.revision);
        }
    }

    newer_revisions take() {
        for (const std::string& id : expected_) {
            if (!has(found_.unknown, id))
                blame("The log does not say how the database came to revision ", id);
        }
        const frontier known(history_, resolver(history_).rows(found_.known_rows));
        found_.known_rows.clear();
        for (const std::uint32_t row : known.rows()) {
            insert_sorted(found_.known_rows, history_.id(row));
        }
        return std::move(found_);
    }

private:
    void expect_all(std::string_view ids) {
        while (!ids.empty()) {
            const std::size_t end = std::min(ids.find(' '), ids.size());
            expect(ids.substr(0, end));
            ids.remove_prefix(std::min(end + 1, ids.size()));
        }
    }

    void blame(std::string_view what, std::string_view id) {
        found_.unlogged = joined({what, printable(id), "."});
    }

    void judge_promise(const logged_revision& line) {
        if (!found_.no_promise.empty() || knows(history_, line.compatible_with)) return;
        found_.no_promise =
            line.compatible_with.empty()
                ? joined({"Revision ", printable(line.revision),
                          " does not say that older programs can work on it. Update this program."})
                : joined({"Revision ", printable(line.revision), " is compatible with ",
                          printable(line.compatible_with),
                          " and later, which is newer too. Update this program."});
    }

    void judge_way_back(const logged_revision& line) {
        if (!found_.no_way_back.empty()) return;
        const bool is_adopted = line.operation.substr(0, 6) == "adopt ";
        const char* why =
            line.operation == "stamp"     ? " was stamped: its down section is not known."
            : is_adopted                  ? " was applied by another tool: its down section is not known."
            : (line.flags & in_code) != 0 ? " is written in C++: there is no SQL that takes it back."
            : (line.flags & irreversible) != 0             ? " is irreversible."
            : (line.flags & down_without_transaction) != 0 ? " cannot be taken back in a transaction."
                                                           : nullptr;
        if (why != nullptr) found_.no_way_back = joined({"Revision ", printable(line.revision), why});
    }

    const history& history_;
    std::vector<std::string> expected_; ///< Revisions that the log must tell of.
    newer_revisions found_;
};

} // namespace

bool knows_all(const history& h, const std::vector<std::string>& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](const std::string& row) { return knows(h, row); });
}

newer_revisions read_newer(connection& to, const history& h, const std::vector<std::string>& rows) {
    newer_reader reader(h);
    for (const std::string& row : rows) {
        reader.expect(row);
    }
    to.read_log([&](const logged_revision& line) { reader.note(line); });
    newer_revisions found = reader.take();
    found.first_row =
        *std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return !knows(h, row); });
    return found;
}

void refuse(const newer_revisions& newer, std::string_view why) {
    throw error(
        error_code::unknown_revision,
        joined({"Can't locate revision identified by '", printable(newer.first_row), "'\n",
                newer.unknown.empty()
                    ? "The database is at this revision, but this history does not have it: the database "
                      "is newer than this program, or belongs to another one."
                    : "The database is newer than this program, which does not have its revisions:",
                newer.told, "\n", why}));
}

void require_policy(const options& chosen, const newer_revisions& newer) {
    if (!newer.unlogged.empty()) refuse(newer, newer.unlogged);
    if (chosen.on_unknown == unknown_policy::refuse)
        refuse(newer, "Update this program, or restore a backup from before the database was upgraded.");
}

void require_way_back(const newer_revisions& newer) {
    if (!newer.no_way_back.empty())
        throw error(
            error_code::irreversible,
            joined({newer.no_way_back, "\nNothing was changed. Update this program, or restore a backup."}));
}

void take_back_by_log(connection& to, std::string_view revision, std::int64_t sequence, bool log) {
    const auto begin = std::chrono::steady_clock::now();
    const std::int64_t started = now_ms();
    connection::logged_script script = to.logged(sequence);
    try {
        to.run(script.down);
    } catch (const statement_failure& failed) {
        throw failure_in_log(revision, failed);
    }
    if (!log) return;
    to.write_log(log_of_return(revision, std::move(script.checksum), started,
                               std::chrono::steady_clock::now() - begin));
}

report allow(newer_revisions newer, const planner& make_plan) {
    if (!newer.no_promise.empty()) refuse(newer, newer.no_promise);
    if (!make_plan(newer.known_rows).steps.empty())
        refuse(newer, "It also lacks revisions that this program needs. Update this program.");
    report left;
    left.unknown = std::move(newer.unknown);
    return left;
}

setting_out rows_to_set_out_from(connection& to, const history& h, const planner& make_plan,
                                 const options& chosen) {
    require_kind(h, to.kind());
    std::vector<std::string> rows = to.rows();
    if (rows.empty()) {
        adopted other = read_adopted(to, h, chosen);
        if (!other.denied.revisions.empty() && chosen.on_passed_over == passed_over_policy::refuse)
            refuse_missing(h, other);
        return {std::move(other.rows), std::move(other.denied.revisions)};
    }
    if (knows_all(h, rows)) return {std::move(rows), {}};
    newer_revisions newer = read_newer(to, h, rows);
    require_policy(chosen, newer);
    rows = newer.known_rows;
    if (chosen.on_unknown == unknown_policy::allow)
        static_cast<void>(allow(std::move(newer), make_plan));
    else
        require_way_back(newer);
    return {std::move(rows), {}};
}

} // namespace headway::detail
