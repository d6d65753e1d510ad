#include "apply/passed_over.hpp"

#include "apply/log_lines.hpp"
#include "apply/newer.hpp"
#include "headway/error.hpp"
#include "plan/finder.hpp"
#include "plan/target.hpp"
#include "plan/walk.hpp"
#include "text.hpp"

#include <algorithm>
#include <utility>

namespace headway::detail {
namespace {

std::string_view next_id(std::string_view& ids) {
    const std::size_t end = std::min(ids.find(' '), ids.size());
    const std::string_view id = ids.substr(0, end);
    ids.remove_prefix(std::min(end + 1, ids.size()));
    return id;
}

bool has_parents(const history& h, std::uint32_t revision, std::string_view ids) {
    for (const std::uint32_t parent : parents_of(h, revision, edge_kind::all)) {
        if (next_id(ids) != h.id(parent)) return false;
    }
    return ids.empty();
}

/// Reads the log and notes which revisions it tells of, and which of them have other parents today.
class log_reader {
public:
    explicit log_reader(const history& h) : history_(h), known_(h), told_(h.count, told::nothing) {}

    void note(const logged_revision& line) {
        const std::uint32_t revision = known_.find(line.revision);
        if (revision == history_.count) return;
        told_[revision] = line.is_applied() ? told::applied : told::taken_back;
        if (!line.is_applied() || !line.parents || has_parents(history_, revision, *line.parents)) return;
        std::vector<std::uint32_t> then;
        for (std::string_view ids = *line.parents; !ids.empty();) {
            then.push_back(known_.find(next_id(ids)));
            if (then.back() == history_.count) return; // the history was written anew
        }
        moved_.push_back({revision, std::move(then), std::string(*line.parents)});
    }

    /// What `rows` imply and the log does not tell of, nor of a way to it; and what it tells of and leads to,
    /// and they do not imply.
    passed_over take(const std::vector<std::uint32_t>& rows) {
        passed_over found;
        if (moved_.empty()) return found;
        std::sort(moved_.begin(), moved_.end(),
                  [](const auto& left, const auto& right) { return left.revision < right.revision; });
        revision_set walked = walk(rows);
        revision_set implied = with_ancestors(history_, set_of(history_, rows), edge_kind::all);
        find_crossed(rows, walked, implied, found);
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            if (implied[index] != 0 && walked[index] == 0 && told_[index] != told::applied)
                found.revisions.push_back(index);
        }
        sort_moved(walked, implied, found);
        return found;
    }

private:
    struct moved_revision {
        std::uint32_t revision;
        std::vector<std::uint32_t> then; ///< Its parents when it was applied.
        std::string parents_then;
    };

    /// What the log says of a revision, or what the line of another says of it.
    enum class told : char { nothing, named, applied, taken_back };

    /// The rows and what they descended from when they were applied. A line that names another as its parent
    /// says as much of that as the other's own, which may be lost.
    [[nodiscard]] revision_set walk(std::vector<std::uint32_t> ahead) {
        revision_set walked(history_.count, 0);
        while (!ahead.empty()) {
            const std::uint32_t revision = ahead.back();
            ahead.pop_back();
            if (std::exchange(walked[revision], 1) != 0) continue;
            const auto moved = std::lower_bound(
                moved_.begin(), moved_.end(), revision,
                [](const moved_revision& one, std::uint32_t wanted) { return one.revision < wanted; });
            parents above = parents_of(history_, revision, edge_kind::all);
            if (moved != moved_.end() && moved->revision == revision)
                above = {moved->then.data(), moved->then.data() + moved->then.size()};
            ahead.insert(ahead.end(), above.begin(), above.end());
            if (told_[revision] != told::applied) continue;
            for (const std::uint32_t parent : above) {
                if (told_[parent] == told::nothing) told_[parent] = told::named;
            }
        }
        return walked;
    }

    /// `implied` is what the rows imply, and then what they would imply if all this counted as applied. What
    /// crossed and has lost its line came after all that it descends from today, for all the log says.
    void find_crossed(std::vector<std::uint32_t> rows, revision_set& walked, revision_set& implied,
                      passed_over& found) const {
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            if (walked[index] != 0 && implied[index] == 0 && has(index)) found.crossed.push_back(index);
        }
        if (found.crossed.empty()) return;
        const auto first = std::find_if(moved_.begin(), moved_.end(), [&](const moved_revision& one) {
            return walked[one.revision] != 0 && implied[one.revision] != 0 &&
                   any_of(one.then, [&](auto parent) { return implied[parent] == 0; });
        });
        found.on_top = first->revision;
        rows.insert(rows.end(), found.crossed.begin(), found.crossed.end());
        const frontier counted(history_, rows);
        for (const std::uint32_t row : counted.rows()) {
            insert_sorted(found.rows, history_.id(row));
        }
        implied = with_ancestors(history_, set_of(history_, rows), edge_kind::all);
        rows.clear();
        for (const std::uint32_t one : found.crossed) {
            if (told_[one] == told::named) rows.push_back(one);
        }
        const revision_set unsaid = with_ancestors(history_, set_of(history_, rows), edge_kind::all);
        std::transform(walked.begin(), walked.end(), unsaid.begin(), walked.begin(),
                       [](char one, char other) { return static_cast<char>(one | other); });
    }

    void sort_moved(const revision_set& walked, const revision_set& implied, passed_over& found) const {
        const revision_set crossed = set_of(history_, found.crossed);
        for (const moved_revision& one : moved_) {
            if (walked[one.revision] != 0 && precedes_any(found.revisions, one.revision)) {
                if (found.moved.empty()) found.parents_then = one.parents_then;
                found.moved.push_back(one.revision);
            } else if (implied[one.revision] != 0 &&
                       (crossed[one.revision] != 0 || any_of(one.then, [&](auto parent) {
                            return crossed[parent] != 0 || (parent > one.revision && implied[parent] != 0);
                        }))) {
                found.turned.push_back(one.revision);
            }
        }
    }

    [[nodiscard]] bool has(std::uint32_t revision) const {
        return told_[revision] == told::applied || told_[revision] == told::named;
    }

    template <class predicate>
    static bool any_of(const std::vector<std::uint32_t>& revisions, predicate is) {
        return std::any_of(revisions.begin(), revisions.end(), is);
    }

    [[nodiscard]] bool precedes_any(const std::vector<std::uint32_t>& revisions,
                                    std::uint32_t descendant) const {
        if (revisions.empty()) return false;
        const revision_set above = with_ancestors(history_, set_of(history_, {descendant}), edge_kind::all);
        return any_of(revisions, [&](auto one) { return above[one] != 0; });
    }

    const history& history_;
    finder known_;
    std::vector<told> told_;
    std::vector<moved_revision> moved_;
};

std::string files_of(const history& h, const std::vector<std::uint32_t>& revisions) {
    std::string files;
    for (const std::uint32_t revision : revisions) {
        files += joined({"\n  ", h.file(revision)});
    }
    return files;
}

error at_first(error failed, const history& h, const std::vector<std::uint32_t>& revisions) {
    return failed.at(h.id(revisions.front()), h.file(revisions.front()), 0, 0);
}

constexpr std::string_view by_policy =
    "passed_over_policy::apply, or `headway upgrade --apply-passed-over`; ";

std::string stamp_of(const std::vector<std::string>& rows) {
    std::string text = "`headway stamp";
    for (const std::string& row : rows) {
        text += joined({" ", row});
    }
    return text + "`";
}

[[noreturn]] void refuse_crossed(const history& h, const passed_over& found,
                                 const std::vector<std::string>& rows) {
    std::string told =
        joined({"revisions are applied that the version rows do not stand for: ", h.id(found.on_top),
                " came after them, and does not descend from them today", files_of(h, found.crossed)});
    const bool lacks = !found.revisions.empty();
    if (lacks)
        told += joined({"\nOthers that they descend from were never applied:", files_of(h, found.revisions)});
    told += joined({"\nNothing was changed. Count ",
                    lacks ? "the former as applied and apply the latter with " : "them as applied with ",
                    by_policy, "or say by hand what is right: ", stamp_of(found.rows),
                    " that the database has what ", lacks ? "all of them do, " : "they do, ", stamp_of(rows),
                    " that it has not."});
    throw at_first(error(error_code::passed_over, told), h, found.crossed);
}

} // namespace

void refuse(const history& h, const passed_over& found, const std::vector<std::string>& rows) {
    if (!found.crossed.empty()) refuse_crossed(h, found, rows);
    const std::string_view by = h.id(found.moved.front());
    throw at_first(
        error(error_code::passed_over,
              joined({"revisions were passed over: ", by,
                      " descends from them, and did not when it was applied", files_of(h, found.revisions),
                      "\nThen it came ", found.parents_then.empty() ? "first" : "after ", found.parents_then,
                      ". Nothing was changed. Apply them now with ", by_policy, "say with `headway stamp ",
                      by, "` that the database has what they do; or let ", by,
                      " come where it came, and join the lines with `headway merge`."})),
        h, found.revisions);
}

passed_over read_passed_over(connection& from, const history& h, const std::vector<std::string>& rows) {
    finder known(h);
    const auto is_moved = [&](std::string_view id, std::string_view parents) {
        const std::uint32_t revision = known.find(id);
        return revision != h.count && !has_parents(h, revision, parents);
    };
    if (!from.has_line(is_moved)) return {}; // as of nearly all databases
    log_reader reader(h);
    from.read_log([&](const logged_revision& line) { reader.note(line); });
    return reader.take(resolver(h).rows(rows));
}

bool makes_up(direction way, const options& chosen) noexcept {
    return way == direction::up && chosen.on_passed_over == passed_over_policy::apply;
}

passed_over to_make_up_for(connection& from, const history& h, const std::vector<std::string>& rows,
                           direction way, const options& chosen) {
    if (!chosen.log || rows.empty() || !knows_all(h, rows)) return {};
    passed_over found = read_passed_over(from, h, rows);
    if (!found.empty() && !makes_up(way, chosen)) refuse(h, found, rows);
    return found;
}

void write_counted(connection& to, const history& h, const passed_over& found,
                   const std::vector<std::string>& rows) {
    to.write_rows(difference(rows, found.rows), difference(found.rows, rows));
    write_stamps(to, h, found.turned, true);
}

void arrears::put_before(plan& todo) const {
    std::vector<step> steps;
    for (const std::uint32_t revision : revisions_) {
        steps.push_back({revision, direction::up});
    }
    todo.steps.insert(todo.steps.begin(), steps.begin(), steps.end());
}

bool arrears::has(step one) const noexcept {
    return one.way == direction::up && std::binary_search(revisions_.begin(), revisions_.end(), one.revision);
}

bool arrears::settle(step one) noexcept {
    if (!has(one)) return false;
    revisions_.erase(std::lower_bound(revisions_.begin(), revisions_.end(), one.revision));
    return true;
}

std::vector<std::uint32_t> arrears::take_moved() {
    return revisions_.empty() ? std::exchange(moved_, {}) : std::vector<std::uint32_t>();
}

} // namespace headway::detail
