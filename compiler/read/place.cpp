#include "read/place.hpp"

#include "sql/language.hpp"
#include "sql/lexeme.hpp"

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
    const std::size_t begin = statement_start(sql, offset);
    std::size_t end = begin;
    for (const token& each : tokens(sql, begin)) {
        if (each.kind == token_kind::semicolon) break;
        end = each.end;
    }
    return line_of(of, begin, end);
}

location marker_of(const section& of) {
    return of.marker.file != nullptr ? of.marker : location{of.where.file, of.where.begin, of.where.begin};
}

bool has_sql(const section& of) {
    if (of.where.file == nullptr) return false;
    return statement_start(of.sql(), 0) < of.sql().size();
}

} // namespace headway::compiler
