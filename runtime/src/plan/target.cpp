#include "plan/target.hpp"

#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace headway::detail {
namespace {

[[noreturn]] void fail(error_code code, std::initializer_list<std::string_view> message) {
    throw error(code, joined(message));
}

[[noreturn]] void fail_unknown(std::string_view symbol) {
    fail(error_code::unknown_target,
         {"Can't locate revision identified by '", symbol,
          "'\nIt is no revision, prefix or branch label of this history; `headway "
          "history` lists them."});
}

[[noreturn]] void fail_ambiguous_walk(const target& wanted, const std::string& choices) {
    fail(error_code::ambiguous_target, {"Ambiguous walk: '", wanted.whole, "' could lead to any of ", choices,
                                        "\nName the revision itself."});
}

std::int64_t parse_steps(std::string_view whole, std::string_view digits) {
    constexpr std::size_t most_digits = 9; // more than any history has revisions, and no overflow
    const bool is_number = !digits.empty() && digits.size() <= most_digits &&
                           digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_number) fail_unknown(whole);
    std::int64_t steps = 0;
    for (const char digit : digits) {
        steps = steps * 10 + (digit - '0');
    }
    return steps;
}

} // namespace

void fail_too_few(const target& wanted) {
    const std::string steps = std::to_string(wanted.steps.value_or(0));
    fail(error_code::unknown_target,
         {"Relative revision ", wanted.whole, " didn't produce ", steps,
          " migrations\nThere are fewer revisions that way; name the revision, or "
          "`head` or `base`."});
}

target parse_target(std::string_view text) {
    target parsed;
    parsed.whole = text;
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
        parsed.branch = text.substr(0, at);
        text.remove_prefix(at + 1);
    }
    const std::size_t sign = text.find_first_of("+-");
    parsed.symbol = text.substr(0, sign);
    if (sign != std::string_view::npos) {
        parsed.back = text[sign] == '-';
        parsed.steps = parse_steps(parsed.whole, text.substr(sign + 1));
    }
    if (parsed.symbol.empty() && !parsed.steps) fail_unknown(parsed.whole);
    return parsed;
}

bool resolver::has_label(std::uint32_t index, std::string_view label) const {
    std::string_view labels = history_.labels(index);
    while (!labels.empty()) {
        const std::size_t comma = labels.find(',');
        if (labels.substr(0, comma) == label) return true;
        labels.remove_prefix(comma == std::string_view::npos ? labels.size() : comma + 1);
    }
    return false;
}

std::uint32_t resolver::revision(std::string_view symbol, const revision_set* line) const {
    std::vector<std::uint32_t> fitting;
    for (std::uint32_t index = 0; index < history_.count; ++index) {
        const std::string_view id = history_.id(index);
        if (id == symbol || has_label(index, symbol)) return index;
        const bool is_near = line == nullptr || (*line)[index] != 0;
        if (is_near && id.substr(0, symbol.size()) == symbol) fitting.push_back(index);
    }
    if (fitting.empty() || symbol.empty()) fail_unknown(symbol);
    if (fitting.size() > 1) {
        fail(error_code::ambiguous_target, {"Multiple revisions start with '", symbol, "': ", list(fitting),
                                            "\nGive more characters of the one you mean."});
    }
    return fitting.front();
}

std::vector<std::uint32_t> resolver::rows(const std::vector<std::string>& ids) const {
    std::vector<std::uint32_t> found;
    for (const std::string& id : ids) {
        std::uint32_t index = history_.count; // from the end: most databases are near the head
        while (index > 0 && history_.id(index - 1) != id) {
            --index;
        }
        if (index == 0) {
            throw error(
                error_code::unknown_revision,
                joined(
                    {"Can't locate revision identified by '", printable(id),
                     "'\nThe database is at this revision, but this history does not have it: the database "
                     "is newer than this program, or belongs to another one."}));
        }
        found.push_back(index - 1);
    }
    return found;
}

std::vector<std::uint32_t> resolver::named(const target& wanted) const {
    const revision_set line =
        wanted.branch ? lineage(revision(*wanted.branch)) : revision_set(history_.count, 1);
    if (wanted.symbol == "base") return {};
    if (wanted.symbol == "head" || wanted.symbol == "heads") {
        std::vector<std::uint32_t> heads(history_.heads, history_.heads + history_.head_count);
        // Alembic's `heads` are what nothing descends from; a head of a branch may have what depends on it.
        if (wanted.symbol == "heads" && !wanted.branch) return frontier(history_, heads).rows();
        if (wanted.branch) heads = within(heads, line);
        if (wanted.symbol == "head" && heads.size() > 1) {
            fail(error_code::ambiguous_target,
                 {"Multiple head revisions are present for given argument '", wanted.whole,
                  "': ", list(heads),
                  "\nName one of them, '<branch>@head' for the head of one branch, or 'heads' "
                  "for all; `headway merge heads` joins them."});
        }
        return heads;
    }
    const std::uint32_t found = revision(wanted.symbol, wanted.branch ? &line : nullptr);
    if (wanted.branch && line[found] == 0) {
        fail(error_code::invalid_target,
             {"Revision ", history_.id(found), " is not a member of branch '", *wanted.branch,
              "'\nName the revision without the branch, or a branch it belongs to."});
    }
    return {found};
}

std::uint32_t resolver::named_one(const target& wanted) const {
    if (wanted.symbol == "heads" && named(wanted).size() > 1) {
        target head = wanted;
        head.symbol = "head";
        return named_one(head);
    }
    const std::vector<std::uint32_t> found = named(wanted);
    return found.empty() ? no_revision : found.front();
}

std::uint32_t resolver::walk_up(const target& wanted, std::uint32_t from, const revision_set* line) const {
    const children_index children(history_);
    for (std::int64_t step = 0; step < *wanted.steps; ++step) {
        std::vector<std::uint32_t> next = children.of(from);
        if (line != nullptr) next = within(next, *line);
        if (next.empty()) fail_too_few(wanted);
        if (next.size() > 1) fail_ambiguous_walk(wanted, list(next));
        from = next.front();
    }
    return from;
}

std::uint32_t resolver::walk_down(const target& wanted, std::uint32_t from) const {
    for (std::int64_t step = 0; step < *wanted.steps; ++step) {
        if (from == no_revision) fail_too_few(wanted);
        const parents above = parents_of(history_, from, edge_kind::revises);
        if (above.end() - above.begin() > 1) fail_ambiguous_walk(wanted, list({above.begin(), above.end()}));
        from = above.begin() == above.end() ? no_revision : *above.begin();
    }
    return from;
}

std::uint32_t resolver::walked(const target& wanted) const {
    if (wanted.back) return walk_down(wanted, named_one(wanted));
    if (!wanted.branch) return walk_up(wanted, named_one(wanted), nullptr);
    const revision_set line = lineage(revision(*wanted.branch));
    target start = wanted;
    start.branch.reset(); // it only chooses the way up
    return walk_up(wanted, named_one(start), &line);
}

/// The rows on a line; if none is, the tips of what is applied of it.
std::vector<std::uint32_t> resolver::starts(const std::vector<std::uint32_t>& rows,
                                            const revision_set& line) const {
    std::vector<std::uint32_t> on_line = within(rows, line);
    if (!on_line.empty()) return on_line;
    const revision_set applied = with_ancestors(history_, set_of(history_, rows), edge_kind::all);
    return frontier(history_, within(members_of(applied), line)).rows();
}

std::uint32_t resolver::ahead(const target& wanted, const std::vector<std::uint32_t>& rows) const {
    std::vector<std::uint32_t> from = rows;
    revision_set line;
    if (wanted.branch) {
        line = lineage(revision(*wanted.branch));
        from = starts(rows, line);
    }
    if (from.size() > 1) {
        fail(error_code::ambiguous_target,
             {"Ambiguous upgrade from multiple current revisions: ", list(from),
              "\nName the revision to reach, or a branch: '<branch>@", wanted.whole, "'."});
    }
    return walk_up(wanted, from.empty() ? no_revision : from.front(), wanted.branch ? &line : nullptr);
}

/// What is applied and has no applied child by `Revises`: besides the rows, tips of branches that only a
/// dependency leads to.
std::vector<std::uint32_t> resolver::branch_tips(const std::vector<std::uint32_t>& rows) const {
    const revision_set applied = with_ancestors(history_, set_of(history_, rows), edge_kind::all);
    revision_set tips = applied;
    for (const std::uint32_t child : members_of(applied)) {
        for (const std::uint32_t parent : parents_of(history_, child, edge_kind::revises)) {
            tips[parent] = 0;
        }
    }
    return members_of(tips);
}

std::uint32_t resolver::behind(const target& wanted, const std::vector<std::uint32_t>& rows) const {
    const revision_set line = lineage(revision(*wanted.branch));
    std::vector<std::uint32_t> from = within(rows, line);
    if (from.empty()) from = within(branch_tips(rows), line);
    if (from.empty()) {
        fail(error_code::invalid_target,
             {"Not a valid downgrade target from current heads: none is on branch '", *wanted.branch,
              "'\nThe database is not at a revision of this branch; name the "
              "revision to go back to."});
    }
    if (from.size() > 1) {
        fail(error_code::ambiguous_target, {"Ambiguous downgrade from multiple current revisions: ",
                                            list(from), "\nName the revision to go back to."});
    }
    return walk_down(wanted, from.front());
}

revision_set resolver::lineage(std::uint32_t revision) const {
    const revision_set self = set_of(history_, {revision});
    revision_set line = with_ancestors(history_, self, edge_kind::revises);
    const revision_set below = with_descendants(history_, self, edge_kind::revises);
    for (std::size_t index = 0; index < line.size(); ++index) {
        line[index] |= below[index];
    }
    return line;
}

std::string resolver::list(const std::vector<std::uint32_t>& revisions) const {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t at = 0; at < revisions.size() && at < most; ++at) {
        if (at > 0) text += ", ";
        text += history_.id(revisions[at]);
    }
    if (revisions.size() > most) text += joined({" and ", std::to_string(revisions.size() - most), " more"});
    return text;
}

std::vector<std::uint32_t> within(const std::vector<std::uint32_t>& members, const revision_set& set) {
    std::vector<std::uint32_t> inside;
    std::copy_if(members.begin(), members.end(), std::back_inserter(inside),
                 [&](std::uint32_t member) { return set[member] != 0; });
    return inside;
}

void refuse_overlap(const history& h, const std::vector<std::uint32_t>& named, edge_kind kind) {
    revision_set below(h.count);
    for (const std::uint32_t one : named) {
        for (const std::uint32_t parent : parents_of(h, one, kind)) {
            below[parent] = 1;
        }
    }
    below = with_ancestors(h, std::move(below), kind);
    for (const std::uint32_t one : named) {
        if (below[one] == 0) continue;
        const revision_set above = with_descendants(h, set_of(h, {one}), kind);
        const auto other = std::find_if(named.begin(), named.end(), [&](std::uint32_t each) {
            return above[each] != 0 && below[each] == 0;
        });
        fail(error_code::invalid_target,
             {"Requested revision ", h.id(*other), " overlaps with other requested revisions ", h.id(one),
              "\nThe first includes the other; leave the other out."});
    }
}

} // namespace headway::detail
