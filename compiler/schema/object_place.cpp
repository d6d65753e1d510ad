#include "schema/object_place.hpp"

#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

std::size_t place_of_name(std::string_view sql, std::string_view name) {
    for (const token& at : tokens(sql)) {
        if (same_name(unquote(at.in(sql)), name)) return at.begin;
    }
    return 0;
}

} // namespace

std::size_t place_of_object(std::string_view text, const written& of, std::string_view object) {
    for (const written_object& one : of.objects) {
        const script_span span = one.statement;
        const std::string_view sql = span.in(text);
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
