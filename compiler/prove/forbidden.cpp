#include "prove/forbidden.hpp"

#include "sql/lexeme.hpp"
#include "sql/statement.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {
using namespace detail;
namespace {

/// What such statements begin with. Savepoints are not among them: whether they are in order shows only when
/// the section runs.
constexpr std::array<std::string_view, 8> first_words{"pragma",   "begin",  "commit", "end",
                                                      "rollback", "attach", "detach", "vacuum"};

bool is_forbidden(rule id) noexcept {
    return id == rule::pragma || id == rule::transaction_control || id == rule::attach || id == rule::vacuum;
}

bool is_suspect(std::string_view statement) {
    const std::string word = fold(next_meaning(statement, 0).in(statement));
    return std::find(first_words.begin(), first_words.end(), word) != first_words.end();
}

bool is_listed(const findings& found, const finding& one) {
    return std::any_of(found.begin(), found.end(), [&](const finding& each) {
        return each.id == one.id && each.where.file == one.where.file && each.where.begin == one.where.begin;
    });
}

void find_in_section(const section& of, replay& scratch, findings& found) {
    if (!of.transaction) return;
    for (const script_span& each : find_statements(of.sql())) {
        if (!is_suspect(each.in(of.sql()))) continue;
        const location where{of.where.file, of.where.begin + each.begin, of.where.begin + each.next};
        const replay::savepoint before = scratch.save();
        auto refused = scratch.run({where, of.transaction});
        scratch.restore(before);
        if (refused && is_forbidden(refused->id) && !is_listed(found, *refused))
            found.push_back(std::move(*refused));
    }
}

} // namespace

bool names_forbidden(const findings& found) noexcept {
    return std::any_of(found.begin(), found.end(), [](const finding& each) { return is_forbidden(each.id); });
}

void find_forbidden(const source& of, replay& scratch, findings& found) {
    find_in_section(of.up, scratch, found);
    if (!of.irreversible) find_in_section(of.down, scratch, found);
}

} // namespace headway::compiler
