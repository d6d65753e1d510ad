#include "sql/table_text.hpp"

#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

bool begins_constraint(std::string_view sql, const token& at) {
    static constexpr std::array<std::string_view, 5> words{"constraint", "primary", "unique", "check",
                                                           "foreign"};
    return at.kind == token_kind::word && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
               return same_name(at.in(sql), word);
           });
}

/// The name behind the first token where that is CONSTRAINT, otherwise nothing.
std::string constraint_name(std::string_view sql, const token& first) {
    if (!same_name(first.in(sql), "constraint")) return {};
    return unquote(next_meaning(sql, first.end).in(sql));
}

void add_part(table_text& table, std::string_view sql, const token& first, std::size_t end) {
    const std::string_view text = sql.substr(first.begin, end - first.begin);
    if (begins_constraint(sql, first)) {
        table.constraints.push_back({text, first.begin, constraint_name(sql, first)});
    } else {
        table.columns.push_back({text, first.begin, unquote(first.in(sql))});
    }
}

} // namespace

table_text split_table(std::string_view sql) {
    table_text table{sql, {}, {}, {}};
    int depth = 0;
    token first{};       // of the part under way
    std::size_t end = 0; // of its last token so far
    for (const token& at : tokens(sql)) {
        const std::string_view text = at.in(sql);
        const bool closes = text == ")" && --depth == 0;
        if (depth == 1 && text == ",") {
            add_part(table, sql, first, end);
            end = 0;
        } else if (closes) {
            if (end != 0) add_part(table, sql, first, end);
            table.tail = sql.substr(at.begin);
            return table;
        } else if (depth > 0) {
            if (end == 0) first = at;
            end = at.end;
        }
        if (text == "(" && ++depth == 1) table.head = sql.substr(0, at.end);
    }
    return table;
}

lexemes meaning_of(const table_part& part) {
    // The bracket puts the part where it stands in its table, so that its first token is read as a name.
    return normalise(std::string("(").append(part.text), statement_kind::table);
}

lexemes definition_of(std::string_view table_sql, std::string_view column) {
    for (const table_part& part : split_table(table_sql).columns) {
        if (same_name(part.name, column)) return meaning_of(part);
    }
    return {};
}

std::string collation_of(const lexemes& definition) {
    const auto keyword =
        std::find(definition.begin(), definition.end(), lexeme{lexeme_kind::word, "collate"});
    return definition.end() - keyword > 1 ? fold(keyword[1].text) : "binary";
}

std::string one_line(std::string_view sql) {
    std::string result;
    std::size_t end = 0;
    for (const token& at : tokens(sql)) {
        if (at.begin > end && !result.empty()) result += ' ';
        result += at.in(sql);
        end = at.end;
    }
    return result;
}

} // namespace headway::compiler
