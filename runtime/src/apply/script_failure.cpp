#include "apply/script_failure.hpp"

#include "text.hpp"

#include <algorithm>
#include <string>

namespace headway::detail {
namespace {

/// Line and column, from 1, of a byte of a section that begins on `line`.
struct place {
    std::size_t line;
    std::size_t column;
};

place place_in(std::string_view section, std::size_t line, std::size_t offset) {
    const std::string_view before = section.substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    const auto is_code_point = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; };
    return {line + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<std::size_t>(std::count_if(
                    before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(), is_code_point))};
}

error_code code_of(const statement_failure& failed) {
    return failed.refused ? error_code::refused : failed.code;
}

} // namespace

error failure_at(const history& h, step one, std::string_view script, const statement_failure& failed) {
    const revision_row& row = h.rows[one.revision];
    const place at = place_in(script, one.way == direction::up ? row.up_line : row.down_line, failed.offset);
    const std::string_view file = h.file(one.revision);
    return error(code_of(failed),
                 joined({file, ":", std::to_string(at.line), ":", std::to_string(at.column), ": ",
                         failed.message, "\n  ", failed.statement, "\nRevision ", h.id(one.revision),
                         " was rolled back."}),
                 failed.engine_code)
        .at(h.id(one.revision), file, at.line, at.column);
}

error failure_in_log(std::string_view revision, const statement_failure& failed) {
    return {
        code_of(failed),
        joined({"revision ", revision, " could not be taken back: ", failed.message, "\n  ", failed.statement,
                "\nThis is its down section as the database's log has it. Update this program, or restore a "
                "backup."}),
        failed.engine_code};
}

} // namespace headway::detail
