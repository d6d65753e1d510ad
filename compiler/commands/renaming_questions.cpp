#include "commands/renaming_questions.hpp"

#include "commands/question.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

std::string describe(const renaming& of) {
    return of.column.empty() ? "table " + of.table : fmt::format("column {}.{}", of.table, of.column);
}

bool confirm(const renaming& possible, const shell& io) {
    return ask(fmt::format("Was {} called {} before?", describe(possible), possible.from), io);
}

/// Whether both cannot have taken place.
bool exclude_each_other(const renaming& a, const renaming& b) {
    if (a.column.empty() != b.column.empty()) return false;
    const bool same_table = same_name(a.table, b.table);
    if (a.column.empty()) return same_table || same_name(a.from, b.from);
    return same_table && (same_name(a.column, b.column) || same_name(a.from, b.from));
}

void suggest(const renaming& possible, const schema_places& places, diagnostics& found) {
    const std::string what = describe(possible);
    found.add(rule::renaming, places.of(what),
              fmt::format("{} may have been called {} before; if so, write on its line: -- @renamed from={}",
                          what, possible.from, quote_name(possible.from)));
}

} // namespace

void suggest(const std::vector<renaming>& possible, const schema_places& places, diagnostics& found) {
    for (const renaming& each : possible)
        suggest(each, places, found);
}

std::vector<renaming> ask_about(const std::vector<renaming>& possible, const schema_places& places,
                                const shell& io, diagnostics& found) {
    std::vector<renaming> confirmed;
    for (const renaming& each : possible) {
        const bool excluded = std::any_of(confirmed.begin(), confirmed.end(), [&](const renaming& other) {
            return exclude_each_other(each, other);
        });
        if (!io.interactive)
            suggest(each, places, found);
        else if (!excluded && confirm(each, io))
            confirmed.push_back(each);
    }
    return confirmed;
}

} // namespace headway::compiler
