#include "project/whereabouts.hpp"

#include "diagnostics/shown.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {

whereabouts locate(const graph& of, std::vector<std::string> rows) {
    whereabouts found{};
    std::vector<char> needed(of.revisions.size());
    for (const linked_revision& revision : of.revisions)
        for (const std::uint32_t one : revision.depends_on)
            needed[one] = 1;
    std::vector<std::string> rows_at_head; // a head that another one depends on needs no row of its own
    for (const std::uint32_t head : of.heads)
        if (needed[head] == 0) rows_at_head.push_back(of.revisions[head].from.id.text);
    std::sort(rows_at_head.begin(), rows_at_head.end());
    std::sort(rows.begin(), rows.end());
    found.at_head = rows == rows_at_head;
    for (const std::uint32_t head : of.heads)
        found.heads.push_back(of.revisions[head].from.id.text);
    std::sort(found.heads.begin(), found.heads.end());
    found.unknown = rows;
    for (std::uint32_t i = 0; i < of.revisions.size(); ++i)
        if (std::erase(found.unknown, of.revisions[i].from.id.text) != 0) found.known.push_back(i);
    found.rows = std::move(rows);
    return found;
}

std::string describe(const whereabouts& of) {
    if (of.rows.empty()) return "base";
    return fmt::format("{}{}", shown(fmt::format("{}", fmt::join(of.rows, ", "))),
                       of.at_head ? " (head)" : "");
}

} // namespace headway::compiler
