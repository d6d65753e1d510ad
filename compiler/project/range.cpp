#include "project/range.hpp"

#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "plan/target.hpp"
#include "plan/walk.hpp"
#include "project/usage_error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

/// Revisions, ascending; `no_revision` among them is the base.
using places = std::vector<std::uint32_t>;

enum class end_kind : std::uint8_t {
    missing,
    current,
    named,
    forward, ///< `+N` or `branch@+N`
    back,    ///< `-N` or `branch@-N`
};

struct range_end {
    std::string_view text;
    end_kind kind = end_kind::missing;
    target wanted{};

    [[nodiscard]] bool is_step() const noexcept {
        return kind == end_kind::forward || kind == end_kind::back;
    }
};

struct range_ends {
    range_end start;
    range_end end;

    [[nodiscard]] bool starts_from_end() const noexcept {
        return start.kind == end_kind::back && !end.is_step();
    }
    [[nodiscard]] bool ends_from_start() const noexcept {
        return end.kind == end_kind::forward && !start.is_step();
    }
};

range_end parse_end(std::string_view text) {
    if (text.empty()) return {text};
    if (text == "current") return {text, end_kind::current};
    const target wanted = parse_target(text);
    if (!wanted.symbol.empty()) return {text, end_kind::named, wanted};
    return {text, wanted.back ? end_kind::back : end_kind::forward, wanted};
}

range_ends split(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == range.npos) throw usage_error("History range requires [start]:[end], [start]:, or :[end]");
    return {parse_end(range.substr(0, colon)), parse_end(range.substr(colon + 1))};
}

bool needs_rows(const range_ends& ends) noexcept {
    const auto counts_from_rows = [](const range_end& one, bool from_other) {
        return one.kind == end_kind::current || (one.is_step() && !from_other);
    };
    return counts_from_rows(ends.start, ends.starts_from_end()) ||
           counts_from_rows(ends.end, ends.ends_from_start());
}

places or_base(places found) {
    return found.empty() ? places{no_revision} : found;
}

places without_base(places found) {
    found.erase(std::remove(found.begin(), found.end(), no_revision), found.end());
    return found;
}

/// Finds what the ends of ranges name in one history.
class end_finder {
public:
    end_finder(const history& h, const places& rows) : history_(h), find_(h), children_(h), rows_(rows) {}

    /// An end that does not count from the other one.
    [[nodiscard]] places find(const range_end& one, std::string_view if_missing) const {
        if (one.kind == end_kind::missing) return or_base(find_.named(parse_target(if_missing)));
        if (one.kind == end_kind::current) return or_base(rows_);
        return one.is_step() ? counted(one.wanted, or_base(rows_)) : named(one.wanted);
    }

    /// As many steps from there as there are, along every line or along those of the branch that is named.
    [[nodiscard]] places counted(const target& steps, const places& from) const {
        if (!steps.branch) return walk(steps, from, nullptr);
        const revision_set line = find_.lineage(find_.revision(*steps.branch));
        return walk(steps, tips_on(line, without_base(from)), &line);
    }

    /// Of `ends`, those on the branch that stands before a start, if one does.
    [[nodiscard]] places on_branch(const range_end& start, places ends) const {
        if (!start.wanted.branch) return ends;
        return within(without_base(std::move(ends)), find_.lineage(find_.revision(*start.wanted.branch)));
    }

private:
    /// A branch before a symbol chooses the way up, but the place on the way down.
    [[nodiscard]] places named(const target& wanted) const {
        target symbol = wanted;
        symbol.steps.reset();
        const bool up = wanted.steps && !wanted.back;
        if (up) symbol.branch.reset();
        const places from = or_base(find_.named(symbol));
        if (!wanted.steps) return from;
        if (!up || !wanted.branch) return walk(wanted, from, nullptr);
        const revision_set line = find_.lineage(find_.revision(*wanted.branch));
        return walk(wanted, from, &line);
    }

    /// Those that are on a line; if none is, the last on it that they descend from.
    [[nodiscard]] places tips_on(const revision_set& line, const places& from) const {
        places on_line = within(from, line);
        if (!on_line.empty()) return on_line;
        const revision_set before = with_ancestors(history_, set_of(history_, from), edge_kind::all);
        return or_base(frontier(history_, within(members_of(before), line)).rows());
    }

    [[nodiscard]] places walk(const target& steps, places at, const revision_set* line) const {
        for (std::int64_t step = 0; step < *steps.steps; ++step) {
            places next;
            for (const std::uint32_t one : at) {
                const places beyond = steps.back ? above(one) : below(one, line);
                next.insert(next.end(), beyond.begin(), beyond.end());
            }
            std::sort(next.begin(), next.end());
            next.erase(std::unique(next.begin(), next.end()), next.end());
            if (next == at) break; // every line has ended
            at = std::move(next);
        }
        return at;
    }

    [[nodiscard]] places above(std::uint32_t revision) const {
        if (revision == no_revision) return {no_revision};
        const parents of = parents_of(history_, revision, edge_kind::revises);
        return or_base({of.begin(), of.end()});
    }

    [[nodiscard]] places below(std::uint32_t revision, const revision_set* line) const {
        places next = children_.of(revision);
        if (line != nullptr) next = within(next, *line);
        return next.empty() ? places{revision} : next;
    }

    const history& history_;
    resolver find_;
    children_index children_;
    const places& rows_;
};

/// Both ends as revisions.
std::pair<places, places> find_ends(const end_finder& finder, const range_ends& ends) {
    places start;
    if (!ends.starts_from_end()) start = finder.find(ends.start, "base");
    places end =
        ends.ends_from_start() ? finder.counted(ends.end.wanted, start) : finder.find(ends.end, "heads");
    end = finder.on_branch(ends.start, std::move(end));
    if (ends.starts_from_end()) start = finder.counted(ends.start.wanted, end);
    return {start, end};
}

[[noreturn]] void refuse(const range_ends& ends) {
    throw error(error_code::invalid_target,
                fmt::format("Requested range {}:{} does not refer to ancestor/descendant revisions along the "
                            "same branch\nWrite the older revision first.",
                            ends.start.text, ends.end.text));
}

/// Leaves of `wanted` the members of `start` and what comes after them; with the base among them, all but
/// what comes before the others.
void begin_at(const history& h, const places& start, revision_set& wanted) {
    const places members = without_base(start);
    if (members.empty()) return;
    const revision_set first = set_of(h, members);
    const revision_set before = with_ancestors(h, first, edge_kind::all);
    const revision_set after = with_descendants(h, first, edge_kind::revises);
    const bool is_open = members.size() < start.size();
    for (std::uint32_t index = 0; index < h.count; ++index)
        if (after[index] == 0 && (before[index] != 0 || !is_open)) wanted[index] = 0;
}

} // namespace

bool needs_rows(std::string_view range) {
    return needs_rows(split(range));
}

std::vector<std::uint32_t> select_range(const history& h, std::string_view range,
                                        const std::vector<std::string>& row_ids) {
    const range_ends ends = split(range);
    const places rows = needs_rows(ends) ? resolver(h).rows(row_ids) : places{};
    const auto [start, end] = find_ends(end_finder(h, rows), ends);
    revision_set wanted = with_ancestors(h, set_of(h, without_base(end)), edge_kind::all);
    for (const std::uint32_t one : without_base(start))
        if (wanted[one] == 0) refuse(ends);
    begin_at(h, start, wanted);
    places selected = members_of(wanted);
    std::reverse(selected.begin(), selected.end());
    return selected;
}

} // namespace headway::compiler
