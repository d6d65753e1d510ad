#include "draw/escape.hpp"
#include "draw/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

std::string_view key_word(const drawn_column& column) {
    if (column.primary_key) return column.foreign_key ? "PK FK" : "PK";
    return column.foreign_key ? "FK" : column.unique ? "UK" : "";
}

std::string dot_row(std::size_t number, const drawn_column& column) {
    return fmt::format("<tr><td align=\"left\" port=\"c{0}\">{1}</td><td align=\"left\">{2}</td>"
                       "<td align=\"left\" port=\"k{0}\">{3}</td></tr>",
                       number, escape_markup(column.name), escape_markup(column.type), key_word(column));
}

std::string dot_table(std::size_t number, const drawn_table& table) {
    std::string result = fmt::format("    t{} [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" "
                                     "cellpadding=\"4\">\n        <tr><td colspan=\"3\" "
                                     "bgcolor=\"#f6f8fa\"><b>{}</b></td></tr>\n",
                                     number, escape_markup(table.name));
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        result += "        " + dot_row(at, table.columns[at]) + "\n";
    return result + "    </table>>];\n";
}

/// As a word of Mermaid, which knows letters, digits and few signs.
std::string mermaid_word(std::string_view text, bool is_type) {
    if (text.empty()) return "any";
    const auto fits = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               (is_type && (c == '(' || c == ')'));
    };
    std::string word(text);
    std::replace_if(
        word.begin(), word.end(), [&](char c) { return !fits(c); }, '_');
    const bool begins_with_letter = word[0] > '9';
    return begins_with_letter && word[0] != '_' ? word : "x" + word;
}

/// In quotes, where Mermaid takes everything but a few signs.
std::string mermaid_name(std::string_view text) {
    std::string name = escape_terminal(text);
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::string_view("\"%\\").find(c) != std::string_view::npos; }, '_');
    return fmt::format("\"{}\"", name.empty() ? "_" : name);
}

std::string mermaid_table(const drawn_table& table) {
    std::string result = fmt::format("    {} {{\n", mermaid_name(table.name));
    for (const drawn_column& column : table.columns) {
        std::string keys(key_word(column));
        if (keys == "PK FK") keys = "PK, FK";
        result += fmt::format("        {} {}{}{}\n", mermaid_word(column.type, true),
                              mermaid_word(column.name, false), keys.empty() ? "" : " ", keys);
    }
    return result + "    }\n";
}

std::string list_columns(const drawn_table& of, const std::vector<std::size_t>& columns) {
    std::string result;
    for (const std::size_t at : columns)
        result.append(result.empty() ? "" : ", ").append(of.columns[at].name);
    return result;
}

} // namespace

std::string draw_dot(const tables_picture& drawn) {
    std::string result = fmt::format("digraph \"{}\" {{\n", escape_dot(drawn.title));
    result += "    rankdir=RL;\n"
              "    node [shape=plain, fontname=\"sans-serif\", fontsize=11];\n"
              "    edge [arrowsize=0.7];\n";
    for (std::size_t number = 0; number < drawn.tables.size(); ++number)
        result += dot_table(number, drawn.tables[number]);
    for (const drawn_reference& each : drawn.references)
        result += fmt::format("    t{}:c{}:w -> t{}:k{}:e{};\n", each.from, each.from_columns.front(),
                              each.to, each.to_columns.front(), each.optional ? " [style=dashed]" : "");
    return result + "}\n";
}

std::string draw_mermaid(const tables_picture& drawn) {
    std::string result = "erDiagram\n";
    for (const drawn_table& each : drawn.tables)
        result += mermaid_table(each);
    for (const drawn_reference& each : drawn.references)
        result += fmt::format("    {} {}--{} {} : {}\n", mermaid_name(drawn.tables[each.to].name),
                              each.optional ? "|o" : "||", each.single ? "o|" : "o{",
                              mermaid_name(drawn.tables[each.from].name),
                              mermaid_name(list_columns(drawn.tables[each.from], each.from_columns)));
    return result;
}

} // namespace headway::compiler
