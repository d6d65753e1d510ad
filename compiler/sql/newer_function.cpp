#include "sql/newer_function.hpp"

#include "sql/language.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace headway::compiler {
namespace {

/// Functions of SQLite by the version that brought them (https://www.sqlite.org/changes.html), from the
/// oldest that the runtime works with.
struct newer_function {
    std::string_view name;
    int version;
    int arguments = -1; ///< Where only the call with so many is new.
};
constexpr newer_function newer_functions[] = {
    {"unixepoch", 3038000},
    {"format", 3038000},
    {"unhex", 3041000},
    {"json_error_position", 3042000},
    {"octet_length", 3043000},
    {"timediff", 3043000},
    {"concat", 3044000},
    {"concat_ws", 3044000},
    {"string_agg", 3044000},
    {"json_valid", 3045000, 2},
    {"jsonb", 3045000},
    {"jsonb_array", 3045000},
    {"jsonb_extract", 3045000},
    {"jsonb_group_array", 3045000},
    {"jsonb_group_object", 3045000},
    {"jsonb_insert", 3045000},
    {"jsonb_object", 3045000},
    {"jsonb_patch", 3045000},
    {"jsonb_remove", 3045000},
    {"jsonb_replace", 3045000},
    {"jsonb_set", 3045000},
    {"json_pretty", 3046000},
    {"if", 3048000},
    {"iif", 3048000, 2},
    {"iif", 3049000, 4},
    {"iif", 3049000, 5},
    {"unistr", 3050000},
    {"unistr_quote", 3050000},
    {"json_array_insert", 3053000},
    {"jsonb_array_insert", 3053000},
};

} // namespace

int version_of_function(std::string_view name, int arguments) noexcept {
    const auto* const found =
        std::find_if(std::begin(newer_functions), std::end(newer_functions), [&](const newer_function& each) {
            return same_name(each.name, name) && (each.arguments < 0 || each.arguments == arguments);
        });
    return found == std::end(newer_functions) ? 0 : found->version;
}

std::string version_text(int version) {
    return fmt::format("{}.{}", version / 1'000'000, version / 1000 % 1000);
}

std::string too_old_for(int version) {
    if (version <= sqlite3_libversion_number()) return {};
    return fmt::format("SQLite has it from {} on, and this headway proves with {}", version_text(version),
                       sqlite3_libversion());
}

} // namespace headway::compiler
