#include "project/range.hpp"

#include "headway/error.hpp"
#include "plan/walk.hpp"
#include "project/target.hpp"
#include "project/usage_error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

using indexes = std::vector<std::uint32_t>;

struct range_ends {
    std::string_view start;
    std::string_view end;
};

range_ends split(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == range.npos) throw usage_error("History range requires [start]:[end], [start]:, or :[end]");
    return {range.substr(0, colon), range.substr(colon + 1)};
}

bool is_relative(std::string_view symbol) noexcept {
    return symbol.starts_with('+') || symbol.starts_with('-');
}

/// A step such as `+1` as an end counts from the start of the range.
std::string counted_from(std::string_view symbol, std::string_view other) {
    return is_relative(symbol) && !other.empty() && other != "current" ? fmt::format("{}{}", other, symbol)
                                                                       : std::string(symbol);
}

[[noreturn]] void refuse(const range_ends& ends) {
    throw error(error_code::invalid_target,
                fmt::format("Requested range {}:{} does not refer to ancestor/descendant revisions along the "
                            "same branch\nWrite the older revision first.",
                            ends.start, ends.end));
}

} // namespace

bool needs_rows(std::string_view range) noexcept {
    const std::size_t colon = std::min(range.find(':'), range.size());
    const std::string_view start = range.substr(0, colon);
    const std::string_view end = range.substr(std::min(colon + 1, range.size()));
    if (start == "current" || end == "current") return true;
    return (is_relative(start) && end.empty()) || (is_relative(end) && start.empty());
}

std::vector<std::uint32_t> select_range(const history& h, std::string_view range,
                                        const std::vector<std::string>& rows) {
    const range_ends ends = split(range);
    const indexes start =
        ends.start.empty() ? indexes{} : resolve(h, counted_from(ends.start, ends.end), rows);
    const indexes end = resolve(h, ends.end.empty() ? "heads" : counted_from(ends.end, ends.start), rows);
    revision_set wanted = with_ancestors(h, set_of(h, end), edge_kind::all);
    if (!start.empty()) {
        const revision_set above = with_descendants(h, set_of(h, start), edge_kind::all);
        if (std::none_of(end.begin(), end.end(), [&](auto one) { return above[one] != 0; })) refuse(ends);
        const revision_set below = with_ancestors(h, set_of(h, start), edge_kind::all);
        for (std::uint32_t i = 0; i < h.count; ++i)
            if (below[i] != 0) wanted[i] = 0;
        for (const std::uint32_t one : start)
            wanted[one] = 1;
    }
    indexes selected = members_of(wanted);
    std::reverse(selected.begin(), selected.end());
    return selected;
}

} // namespace headway::compiler
