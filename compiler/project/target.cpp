#include "project/target.hpp"

#include "plan/target.hpp"
#include "project/database.hpp"

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

bool counts_from_rows(std::string_view target) {
    return target == "current" || parse_target(target).symbol.empty();
}

} // namespace

std::vector<std::uint32_t> resolve(const history& h, std::string_view text,
                                   const std::vector<std::string>& rows) {
    const resolver find(h);
    const target wanted = parse_target(text);
    if (text == "current") return find.rows(rows);
    if (!wanted.steps) return find.named(wanted);
    if (wanted.symbol.empty() && !wanted.branch && wanted.back) return plan_downgrade(h, rows, text).after;
    std::uint32_t found = no_revision;
    if (!wanted.symbol.empty())
        found = find.walked(wanted);
    else if (wanted.back)
        found = find.behind(wanted, find.rows(rows));
    else
        found = find.ahead(wanted, find.rows(rows));
    return found == no_revision ? std::vector<std::uint32_t>{} : std::vector{found};
}

std::vector<std::string> resolve_rows(const history& h, std::string_view targets) {
    std::vector<std::string> rows;
    while (!targets.empty()) {
        const std::size_t end = std::min(targets.find(','), targets.size());
        for (const std::uint32_t revision : resolve(h, targets.substr(0, end), {}))
            rows.emplace_back(h.id(revision));
        targets.remove_prefix(std::min(end + 1, targets.size()));
    }
    return rows;
}

std::vector<std::string> rows_of(const project& of, const std::optional<std::string>& current) {
    return current ? resolve_rows(of.packed(), *current) : read_rows(of);
}

std::vector<std::uint32_t> find_revisions(const project& of, std::string_view target) {
    return resolve(of.packed(), target,
                   counts_from_rows(target) ? read_rows(of) : std::vector<std::string>{});
}

} // namespace headway::compiler
