#include "diff/planted.hpp"

#include <array>
#include <string_view>

namespace headway::tests {
namespace {

/// Where a rebuild reads its rows; npos if there is none.
std::size_t copying(const std::string& script) {
    return script.find("\nSELECT ");
}

/// Takes out the statement that begins with these words.
std::string without(std::string script, std::string_view words) {
    const std::size_t begin = script.find("\n" + std::string(words));
    if (begin == script.npos) return {};
    return script.erase(begin, script.find(";\n", begin) + 1 - begin);
}

std::string lose_rows(std::string script) {
    const std::size_t at = copying(script);
    if (at == script.npos) return {};
    return script.insert(script.find(";\n", at), " LIMIT 1");
}

std::string double_rows(std::string script) {
    const std::size_t at = copying(script);
    if (at == script.npos || script.compare(at, 15, "\nSELECT rowid, ") != 0) return {};
    const std::size_t end = script.find(";\n", at);
    std::string again = script.substr(at + 1, end - at - 1);
    return script.insert(end, " UNION ALL " + again.replace(0, 13, "SELECT -rowid"));
}

/// The last column that is copied becomes NULL.
std::string lose_values(std::string script) {
    const std::size_t at = copying(script);
    const std::size_t from = script.find(" FROM ", at);
    const std::size_t comma = at == script.npos ? at : script.rfind(", ", from);
    if (comma == script.npos || comma < at || script.find_first_of("()'", at) < from) return {};
    return script.replace(comma + 2, from - comma - 2, "NULL");
}

std::string lose_rowids(std::string script) {
    const std::size_t insert = script.find(" (rowid, ");
    const std::size_t select = script.find("\nSELECT rowid, ", insert);
    if (insert == script.npos || select == script.npos) return {};
    script.erase(select + 8, 7);
    return script.erase(insert + 2, 7);
}

std::string forget_index(std::string script) {
    return without(std::move(script), "CREATE INDEX ");
}

std::string forget_view(std::string script) {
    return without(std::move(script), "CREATE VIEW ");
}

std::string forget_trigger(std::string script) {
    const std::size_t begin = script.find("\nCREATE TRIGGER ");
    if (begin == script.npos) return {};
    return script.erase(begin, script.find("END;\n", begin) + 4 - begin);
}

std::string forget_counter(std::string script) {
    return without(std::move(script), "INSERT INTO sqlite_sequence ");
}

constexpr std::array bugs{
    planted_bug{"rows are lost", false, lose_rows},
    planted_bug{"rows are copied twice", false, double_rows},
    planted_bug{"values are lost", false, lose_values},
    planted_bug{"rowids are lost", false, lose_rowids},
    planted_bug{"the counter of AUTOINCREMENT is lost", false, forget_counter},
    planted_bug{"an index is forgotten", true, forget_index},
    planted_bug{"a view is forgotten", true, forget_view},
    planted_bug{"a trigger is forgotten", true, forget_trigger},
};

} // namespace

std::span<const planted_bug> planted_bugs() noexcept {
    return bugs;
}

} // namespace headway::tests
