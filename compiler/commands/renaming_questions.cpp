#include "commands/renaming_questions.hpp"

#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

std::string describe(const renaming& of) {
    return of.column.empty() ? "table " + of.table : fmt::format("column {}.{}", of.table, of.column);
}

std::string read_line(std::FILE* from) {
    std::string line;
    for (int c = std::fgetc(from); c != EOF && c != '\n'; c = std::fgetc(from))
        line += static_cast<char>(c);
    return line;
}

bool confirm(const renaming& possible, const shell& io) {
    fmt::print(io.err, "Was {} called {} before? [y/N] ", describe(possible), possible.from);
    std::fflush(io.err);
    const std::string answer = fold(read_line(io.in));
    if (std::feof(io.in) != 0) fmt::print(io.err, "\n");
    return answer == "y" || answer == "yes";
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
