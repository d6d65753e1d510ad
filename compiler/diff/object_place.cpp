#include "diff/object_place.hpp"

#include "schema/name.hpp"
#include "schema/table_text.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

std::size_t place_of_name(std::string_view sql, std::string_view name) {
    for (token at = next_meaning(sql, 0); at.kind != token_kind::end; at = next_meaning(sql, at.end)) {
        if (same_name(unquote(sql.substr(at.begin, at.end - at.begin)), name)) return at.begin;
    }
    return 0;
}

} // namespace

std::size_t place_of_object(std::string_view text, const written& of, std::string_view object) {
    for (const written_object& one : of.objects) {
        const script_span span = one.statement;
        const std::string_view sql = text.substr(span.begin, span.end - span.begin);
        if (object == fmt::format("{} {}", to_string(one.kind), one.name))
            return span.begin + place_of_name(sql, one.name);
        const bool may_hold =
            one.kind == object_kind::table && object.starts_with("column " + one.name + ".");
        if (!may_hold) continue;
        for (const table_part& column : split_table(sql).columns) {
            if (object == fmt::format("column {}.{}", one.name, column.name))
                return span.begin + column.begin;
        }
    }
    return nowhere;
}

} // namespace headway::compiler
