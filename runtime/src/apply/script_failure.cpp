#include "apply/script_failure.hpp"

#include "sql/spelled_name.hpp"
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

error blamed_on(const history& h, const std::vector<timed_step>& ran, const error& failed) {
    constexpr std::size_t most = 8;
    const step first = ran.front().of;
    const std::string_view file = h.file(first.revision);
    if (ran.size() == 1) {
        const revision_row& row = h.rows[first.revision];
        return failed.with(joined({"Revision ", h.id(first.revision), ", ", file, ","}), " was rolled back.")
            .at(h.id(first.revision), file, first.way == direction::up ? row.up_line : row.down_line, 1);
    }
    std::string ids;
    for (std::size_t at = 0; at < ran.size() && at < most; ++at) {
        ids += joined({at == 0 ? "" : ", ", h.id(ran[at].of.revision)});
    }
    return failed.with(joined({"Revisions ", ids, ran.size() > most ? ", …" : ""}),
                       " ran in one transaction, which was rolled back.");
}

/// What a statement makes that there is already, according to SQLite's message; empty if that is not it.
std::string name_of_existing(std::string_view message) {
    constexpr std::string_view end = " already exists";
    constexpr std::string_view middle = " named ";
    if (message.size() > end.size() && message.substr(message.size() - end.size()) == end) {
        message.remove_suffix(end.size());
        return unquote(message.substr(message.find(' ') + 1));
    }
    const std::size_t at = message.find(middle);
    const bool exists = at != std::string_view::npos && message.substr(0, 10) == "there is a";
    return exists ? std::string(message.substr(at + middle.size())) : std::string();
}

/// The same of a column.
bool is_column_there(std::string_view message) {
    constexpr std::string_view begin = "duplicate column name";
    return message.substr(0, begin.size()) == begin;
}

} // namespace

error with_takeover(connection& to, const taken_over& of, const statement_failure& failed,
                    const error& told) {
    if (!of.rows.empty() && of.tool.empty()) return told;
    const std::string name = name_of_existing(failed.message);
    if (name.empty() && (of.tool.empty() || !is_column_there(failed.message))) return told;
    to.roll_back();
    if (!name.empty() && !to.has_object(name)) return told; // a revision has made it just now
    if (!of.tool.empty())
        return told.with(
            joined({"The database had it when it was taken over: a run of ", of.tool,
                    " has left this step half done, or its records say less than was done. Put the database "
                    "right, then launch again."}),
            "");
    return told.with(
        "The database had it before, and is at no revision. If it was made without Headway, say "
        "which revision it is like by `headway stamp REVISION` or headway::stamp(), or let `headway "
        "stamp --detect` find it, and upgrade again.",
        "");
}

error failure_at(const history& h, step one, std::string_view script, const statement_failure& failed) {
    const revision_row& row = h.rows[one.revision];
    const place at = place_in(script, one.way == direction::up ? row.up_line : row.down_line, failed.offset);
    const std::string_view file = one.way == direction::up ? h.file(one.revision) : h.down_file(one.revision);
    return error(code_of(failed),
                 joined({file, ":", std::to_string(at.line), ":", std::to_string(at.column), ": ",
                         failed.message, "\n  ", failed.statement, "\nRevision ", h.id(one.revision),
                         failed.rehearsed ? " cannot be applied, by a script or without."
                                          : " was rolled back."}),
                 failed.engine_code)
        .at(h.id(one.revision), file, at.line, at.column);
}

void check(connection& to, const history& h, const std::vector<timed_step>& ran) {
    try {
        to.check();
    } catch (const error& failed) {
        if (failed.code() != error_code::foreign_keys || ran.empty()) throw;
        throw blamed_on(h, ran, failed);
    }
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
