#include "schema/checks.hpp"

#include "schema/rowid.hpp"
#include "sql/name.hpp"

namespace headway::compiler {

std::vector<lexemes> checks_of(const lexemes& statement) {
    std::vector<lexemes> result;
    for (std::size_t at = 0; at + 1 < statement.size(); ++at) {
        if (statement[at] != lexeme{lexeme_kind::word, "check"} || statement[at + 1].text != "(") continue;
        lexemes& expression = result.emplace_back();
        int depth = 0;
        for (++at; at < statement.size(); ++at) {
            expression.push_back(statement[at]);
            if (statement[at].kind == lexeme_kind::symbol && statement[at].text == "(") ++depth;
            if (statement[at].kind == lexeme_kind::symbol && statement[at].text == ")" && --depth == 0) break;
        }
    }
    return result;
}

std::set<std::string> columns_in(const lexemes& expression, const table_structure& table) {
    std::set<std::string> result;
    for (const lexeme& each : expression) {
        if (each.kind == lexeme_kind::literal || each.kind == lexeme_kind::symbol) continue;
        if (find_column(table, each.text) != nullptr) result.insert(fold(each.text));
    }
    return result;
}

} // namespace headway::compiler
