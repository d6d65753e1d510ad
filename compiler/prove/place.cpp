#include "prove/place.hpp"

#include "schema/lexeme.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

/// From `begin` of the section to the end of the line, at most up to `end`, both offsets into the section.
location line_of(const section& of, std::size_t begin, std::size_t end) {
    const std::string_view sql = of.sql();
    std::size_t stop = std::min({sql.find('\n', begin), end, sql.size()});
    while (stop > begin && (sql[stop - 1] == ' ' || sql[stop - 1] == '\t'))
        --stop;
    return {of.where.file, of.where.begin + begin, of.where.begin + stop};
}

} // namespace

location token_at(const section& of, std::size_t offset) {
    const token at = next_token(of.sql(), offset);
    return line_of(of, at.begin, at.end);
}

location statement_at(const section& of, std::size_t offset) {
    const std::string_view sql = of.sql();
    token first = next_meaning(sql, offset);
    while (first.kind == token_kind::semicolon)
        first = next_meaning(sql, first.end);
    token last = first;
    for (token each = first; each.kind != token_kind::end && each.kind != token_kind::semicolon;
         each = next_meaning(sql, each.end))
        last = each;
    return line_of(of, first.begin, last.end);
}

location marker_of(const section& of) {
    const std::string_view text = of.where.file->text;
    const std::size_t word = text.rfind("migrate:", of.where.begin);
    if (word == text.npos) return {of.where.file, of.where.begin, of.where.begin};
    const std::size_t begin = text.rfind("--", word);
    const std::size_t end = text.find_first_of(" \t\n", word);
    return {of.where.file, begin == text.npos ? word : begin, std::min(end, text.size())};
}

bool has_sql(const section& of) {
    if (of.where.file == nullptr) return false;
    const std::string_view sql = of.sql();
    token at = next_meaning(sql, 0);
    while (at.kind == token_kind::semicolon)
        at = next_meaning(sql, at.end);
    return at.kind != token_kind::end;
}

} // namespace headway::compiler
