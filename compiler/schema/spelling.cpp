#include "schema/spelling.hpp"

#include "schema/rowid.hpp"

#include <utility>

namespace headway::compiler {

std::string spelled_table(const schema& of, std::string_view table) {
    const schema_object* const object = of.find(object_kind::table, table);
    return object ? object->name : std::string(table);
}

std::string spelled_columns(const table_structure& table, const std::vector<std::string>& columns) {
    std::string result;
    for (const std::string& name : columns) {
        const table_column* const column = find_column(table, name);
        result += (result.empty() ? "" : ", ") + (column ? column->name : name);
    }
    return result;
}

std::string spelled_expression(const table_structure& table, lexemes expression) {
    for (lexeme& one : expression) {
        if (one.kind == lexeme_kind::literal || one.kind == lexeme_kind::symbol) continue;
        if (const table_column* const column = find_column(table, one.text)) one.text = column->name;
    }
    return to_string(std::move(expression));
}

} // namespace headway::compiler
