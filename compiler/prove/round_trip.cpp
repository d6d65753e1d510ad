#include "prove/round_trip.hpp"

#include "read/place.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

struct codes {
    int create;
    int drop;
};

codes codes_of(object_kind kind) noexcept {
    switch (kind) {
    case object_kind::table:
        return {SQLITE_CREATE_TABLE, SQLITE_DROP_TABLE};
    case object_kind::index:
        return {SQLITE_CREATE_INDEX, SQLITE_DROP_INDEX};
    case object_kind::view:
        return {SQLITE_CREATE_VIEW, SQLITE_DROP_VIEW};
    case object_kind::trigger:
        break;
    }
    return {SQLITE_CREATE_TRIGGER, SQLITE_DROP_TRIGGER};
}

/// The last statement of a section that does `code` to `name`, as a place; none if there is none.
location last_statement(const section& of, const statement_log& log, int code, std::string_view name) {
    const auto& all = log.statements();
    const auto found =
        std::find_if(all.rbegin(), all.rend(), [&](const auto& each) { return each.does(code, name); });
    return found == all.rend() ? location() : statement_at(of, found->begin);
}

std::string capitals(std::string_view kind) {
    std::string result(kind);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return result;
}

/// Where the difference comes from and what to do about it.
class notes_on {
public:
    notes_on(const source& of, const schema& before, const statement_log& up, const statement_log& down)
        : of_(of), before_(before), up_(up), down_(down) {}

    note operator()(const difference& about) const {
        switch (about.kind) {
        case difference_kind::extra:
            return extra(about);
        case difference_kind::missing:
            return missing(about);
        case difference_kind::changed:
        case difference_kind::column_order:
            break;
        }
        return changed(about);
    }

private:
    note extra(const difference& about) const {
        location created = last_statement(of_.up, up_, codes_of(about.object).create, about.name);
        if (!created.file)
            created = last_statement(of_.down, down_, codes_of(about.object).create, about.name);
        return {created, fmt::format("{}down has to DROP {} {}", created.file ? "created here; " : "",
                                     capitals(to_string(about.object)), quote_name(about.name))};
    }

    /// An object can be missing since its table was dropped and made anew.
    note missing(const difference& about) const {
        location dropped = last_statement(of_.down, down_, codes_of(about.object).drop, about.name);
        if (!dropped.file) dropped = last_statement(of_.up, up_, codes_of(about.object).drop, about.name);
        if (!dropped.file && !about.table.empty()) {
            dropped = last_statement(of_.down, down_, SQLITE_DROP_TABLE, about.table);
            if (!dropped.file) dropped = last_statement(of_.up, up_, SQLITE_DROP_TABLE, about.table);
        }
        return {dropped, fmt::format("{}down has to restore it: {}", dropped.file ? "lost here; " : "",
                                     statement_of(about))};
    }

    note changed(const difference& about) const {
        if (about.kind == difference_kind::column_order) {
            return {{},
                    fmt::format("ALTER TABLE ADD COLUMN puts a column last; down has to rebuild the table as "
                                "it was: {}",
                                statement_of(about))};
        }
        location made = last_statement(of_.down, down_, codes_of(about.object).create, about.name);
        return {made, fmt::format("{}before the up section it was: {}", made.file ? "made here; " : "",
                                  statement_of(about))};
    }

    std::string statement_of(const difference& about) const {
        const schema_object* object = before_.find(about.object, about.name);
        return object == nullptr ? std::string() : one_line(object->sql);
    }

    const source& of_;
    const schema& before_;
    const statement_log& up_;
    const statement_log& down_;
};

/// The lines of all differences.
std::vector<std::string> lines_of(const std::vector<difference>& differences) {
    std::vector<std::string> lines;
    for (const difference& each : differences) {
        for (std::string& line : describe(each))
            lines.push_back(std::move(line));
    }
    return lines;
}

/// One line goes into the message, several become notes.
finding make(rule id, location where, std::string message, const std::vector<std::string>& lines) {
    if (lines.size() == 1) message = fmt::format("{}: {}", message, lines[0]);
    return {id, std::move(where), std::move(message), {}};
}

finding describe_as(rule id, const source& of, const std::vector<difference>& differences,
                    const notes_on& advise) {
    const std::vector<std::string> all = lines_of(differences);
    finding result = make(id, marker_of(of.down), "down does not undo up", all);
    for (const difference& each : differences) {
        note advised = advise(each);
        if (all.size() > 1) {
            const std::vector<std::string> lines = describe(each);
            for (std::size_t line = 0; line + 1 < lines.size(); ++line)
                result.notes.push_back({{}, lines[line]});
            advised.message.insert(0, lines.back() + "; ");
        }
        result.notes.push_back(std::move(advised));
    }
    return result;
}

} // namespace

findings describe_round_trip(const source& of, const std::vector<difference>& differences,
                             const schema& before, const statement_log& up, const statement_log& down) {
    std::vector<difference> other = differences;
    const auto moved = std::stable_partition(other.begin(), other.end(), [](const difference& each) {
        return each.kind != difference_kind::column_order;
    });
    const std::vector<difference> moved_columns(moved, other.end());
    other.erase(moved, other.end());
    const notes_on advise(of, before, up, down);
    findings result;
    if (!other.empty()) result.push_back(describe_as(rule::round_trip, of, other, advise));
    if (!moved_columns.empty()) result.push_back(describe_as(rule::columns_moved, of, moved_columns, advise));
    return result;
}

finding describe_repetition(const source& of, const std::vector<difference>& differences) {
    const std::vector<std::string> all = lines_of(differences);
    finding result = make(rule::round_trip, marker_of(of.up),
                          "up gives another schema when it is applied again behind down", all);
    for (const std::string& line : all) {
        if (all.size() > 1) result.notes.push_back({{}, line});
    }
    return result;
}

} // namespace headway::compiler
