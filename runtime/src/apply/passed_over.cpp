#include "apply/passed_over.hpp"

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
    explicit log_reader(const history& h) : history_(h), known_(h), told_(h.count, 0) {}

    void note(const logged_revision& line) {
        const std::uint32_t revision = known_.find(line.revision);
        if (revision == history_.count) return;
        told_[revision] = 1;
        if (!line.parents || has_parents(history_, revision, *line.parents)) return;
        std::vector<std::uint32_t> then;
        for (std::string_view ids = *line.parents; !ids.empty();) {
            then.push_back(known_.find(next_id(ids)));
            if (then.back() == history_.count) return; // the history was written anew
        }
        moved_.push_back({revision, std::move(then), std::string(*line.parents)});
    }

    /// What `rows` imply and the log does not tell of, nor of a way to it.
    passed_over take(const std::vector<std::uint32_t>& rows) {
        passed_over found;
        if (moved_.empty()) return found;
        const revision_set implied = with_ancestors(history_, set_of(history_, rows), edge_kind::all);
        const revision_set descended_from = walk(rows);
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            if (implied[index] != 0 && descended_from[index] == 0 && told_[index] == 0)
                found.revisions.push_back(index);
        }
        if (found.revisions.empty()) return found;
        std::sort(moved_.begin(), moved_.end(),
                  [](const auto& left, const auto& right) { return left.revision < right.revision; });
        for (const moved_revision& one : moved_) {
            if (descended_from[one.revision] == 0 || !precedes_any(found.revisions, one.revision)) continue;
            if (found.moved.empty()) found.parents_then = one.parents_then;
            found.moved.push_back(one.revision);
        }
        return found;
    }

private:
    struct moved_revision {
        std::uint32_t revision;
        std::vector<std::uint32_t> then; ///< Its parents when it was applied.
        std::string parents_then;
    };

    /// The rows and what they descended from when they were applied.
    [[nodiscard]] revision_set walk(std::vector<std::uint32_t> ahead) const {
        revision_set walked(history_.count, 0);
        while (!ahead.empty()) {
            const std::uint32_t revision = ahead.back();
            ahead.pop_back();
            if (std::exchange(walked[revision], 1) != 0) continue;
            const auto moved = std::find_if(moved_.begin(), moved_.end(), [&](const moved_revision& one) {
                return one.revision == revision;
            });
            if (moved != moved_.end()) {
                ahead.insert(ahead.end(), moved->then.begin(), moved->then.end());
            } else {
                const parents above = parents_of(history_, revision, edge_kind::all);
                ahead.insert(ahead.end(), above.begin(), above.end());
            }
        }
        return walked;
    }

    [[nodiscard]] bool precedes_any(const std::vector<std::uint32_t>& revisions,
                                    std::uint32_t descendant) const {
        const revision_set above = with_ancestors(history_, set_of(history_, {descendant}), edge_kind::all);
        return std::any_of(revisions.begin(), revisions.end(), [&](auto one) { return above[one] != 0; });
    }

    const history& history_;
    finder known_;
    revision_set told_; ///< Those that the log says are applied.
    std::vector<moved_revision> moved_;
};

} // namespace

void refuse(const history& h, const passed_over& found) {
    const std::string_view by = h.id(found.moved.front());
    std::string files;
    for (const std::uint32_t revision : found.revisions) {
        files += joined({"\n  ", h.file(revision)});
    }
    throw error(
        error_code::passed_over,
        joined({"revisions were passed over: ", by, " descends from them, and did not when it was applied",
                files, "\nThen it came ", found.parents_then.empty() ? "first" : "after ", found.parents_then,
                ". Nothing was changed. Apply them now with passed_over_policy::apply, or `headway upgrade "
                "--apply-passed-over`; say with `headway stamp ",
                by, "` that the database has what they do; or let ", by,
                " come where it came, and join the lines with `headway merge`."}))
        .at(h.id(found.revisions.front()), h.file(found.revisions.front()), 0, 0);
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

std::vector<std::uint32_t> to_make_up_for(connection& from, const history& h,
                                          const std::vector<std::string>& rows, direction way,
                                          const options& chosen) {
    if (!chosen.log || rows.empty() || !knows_all(h, rows)) return {};
    passed_over found = read_passed_over(from, h, rows);
    if (!found.revisions.empty() && !makes_up(way, chosen)) refuse(h, found);
    return std::move(found.revisions);
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

} // namespace headway::detail
