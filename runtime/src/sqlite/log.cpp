// The audit trail of an sqlite_connection.

#include "apply/moment.hpp"
#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/log_table.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {
namespace {

constexpr const char* insert_line =
    "INSERT INTO main.headway_log (revision, operation, checksum, started, finished, duration_us, headway, "
    "application, application_version, down, parents, compatible_with, flags, version_table) VALUES (?1, ?2, "
    "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

/// The columns that a log has had from the beginning.
constexpr std::string_view first_columns =
    "sequence, revision, operation, checksum, started, finished, duration_us, headway, application, "
    "application_version, down";

struct later_column {
    const char* name;
    const char* type;
};
constexpr later_column later_columns[] = {
    {"parents", "TEXT"}, {"compatible_with", "TEXT"}, {"flags", "INTEGER"}, {"version_table", "TEXT"}};

bool has_column(std::string_view columns, const char* name) {
    return columns.find(joined({", ", name, ","})) != std::string_view::npos;
}

/// Whose a line is. `related` are the lines that can be of the history whose version table is ?1. Those of an
/// older Headway do not say whose they are: they count, unless another version table of the file leads to the
/// same revision by way of lines that are not this history's. To take another's line for one's own would run
/// its down section; to pass over one's own is a refusal.
///
/// Columns are named one by one: what `*` calls them is for PRAGMA full_column_names to say.
constexpr const char* whose_lines =
    "related AS NOT MATERIALIZED (SELECT sequence, revision, operation, checksum, started, finished, "
    "duration_us, headway, application, application_version, parents, compatible_with, flags, version_table "
    "FROM every WHERE version_table IS "
    "NULL OR version_table = ?1 COLLATE NOCASE), "
    "other AS NOT MATERIALIZED (SELECT revision, parents FROM every WHERE version_table IS NOT ?1 COLLATE "
    "NOCASE), "
    "own AS NOT MATERIALIZED (SELECT sequence, revision, operation, checksum, started, finished, "
    "duration_us, headway, application, application_version, parents, compatible_with, flags FROM related "
    "WHERE version_table IS NOT NULL OR "
    "revision NOT IN (SELECT revision FROM reached)), "
    "parted (child, parent, rest) AS (SELECT revision, '', parents || ' ' FROM other UNION ALL SELECT child, "
    "substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM parted WHERE rest <> "
    "''), "
    "reached (revision) AS (SELECT NULL WHERE 0";
/// A line that does not say its parents may have any: then '', which is no revision, is reached and leads to
/// all. So the work does not grow with the square of the lines.
constexpr const char* whose_ancestors =
    " UNION SELECT parted.parent FROM reached JOIN parted ON parted.child = reached.revision AND "
    "parted.parent IN (SELECT revision FROM other) "
    "UNION SELECT '' FROM reached JOIN other AS line USING (revision) WHERE line.parents IS NULL "
    "UNION SELECT other.revision FROM reached JOIN other ON reached.revision = '') ";

/// The last line of each revision, unless it does not say whose it is.
constexpr const char* last_lines =
    "SELECT sequence, revision, operation, checksum, started, application, application_version, parents, "
    "compatible_with, flags FROM own WHERE sequence IN (SELECT max(sequence) FROM related GROUP BY revision) "
    "ORDER BY sequence DESC";

} // namespace

/// The names of the columns of the log, each between `, ` and `,`; nothing if there is no such table.
std::string sqlite_connection::log_columns_there() {
    return text_of(
        "SELECT ', ' || group_concat(name, ', ') || ',' FROM pragma_table_info('headway_log', 'main')");
}

/// Adds the columns that the log of an older Headway lacks.
void sqlite_connection::complete_log_table() {
    const std::string there = log_columns_there();
    if (there.compare(0, first_columns.size() + 3, joined({", ", first_columns, ","})) != 0) return;
    for (const later_column& one : later_columns) {
        if (!has_column(there, one.name))
            execute(joined({"ALTER TABLE main.headway_log ADD COLUMN ", one.name, " ", one.type}).c_str());
    }
}

/// Looks at the table only if it turns out to be missing or of an older shape: one statement less to compile
/// where it is not.
void sqlite_connection::prepare_log() {
    if (add_log_.exists()) return;
    int code = add_log_.prepare(db_, insert_line, nullptr, true);
    if ((code & 0xff) == SQLITE_ERROR) {
        execute(joined({"CREATE TABLE IF NOT EXISTS main.headway_log", log_columns}).c_str());
        code = add_log_.prepare(db_, insert_line, nullptr, true);
    }
    if ((code & 0xff) == SQLITE_ERROR) {
        complete_log_table();
        code = add_log_.prepare(db_, insert_line, nullptr, true);
    }
    if (code != SQLITE_OK) throw log_error("write the log");
    // The same in every line.
    add_log_.bind(7, std::string_view(HEADWAY_VERSION));
    add_log_.bind(8, application_);
    add_log_.bind(9, application_version_);
    add_log_.bind(14, version_table_);
}

error sqlite_connection::log_error(const char* doing) {
    error failed = database_error(doing);
    if (failed.code() != error_code::database) return failed;
    return failed.with("Is headway_log another program's table? options::log = false does without it.", {});
}

void sqlite_connection::write_log(const log_record& record) {
    require_transaction();
    prepare_log();
    const std::string started = utc_text(record.started_ms);
    const std::int64_t took_ms = record.duration_us / 1000;
    const std::string finished = took_ms == 0 ? started : utc_text(record.started_ms + took_ms);
    add_log_.bind(1, record.revision);
    add_log_.bind(2, record.operation);
    add_log_.bind(3, std::string_view(record.checksum));
    add_log_.bind(4, std::string_view(started));
    add_log_.bind(5, std::string_view(finished));
    add_log_.bind(6, record.duration_us);
    add_log_.bind(10, record.down);
    add_log_.bind(11, std::string_view(record.parents));
    add_log_.bind(12, record.compatible_with);
    add_log_.bind(13, std::int64_t{record.flags});
    if (add_log_.step() != SQLITE_DONE) throw database_error("write the log");
    add_log_.reset();
}

std::string sqlite_connection::log_lines() {
    const std::string there = log_columns_there();
    if (there.empty()) return {};
    std::string text = joined({"WITH RECURSIVE every AS NOT MATERIALIZED (SELECT ", first_columns});
    for (const later_column& one : later_columns) {
        text += joined({has_column(there, one.name) ? ", " : ", NULL AS ", one.name});
    }
    text += joined({" FROM main.headway_log), ", whose_lines, other_rows(), whose_ancestors});
    return text;
}

/// The rows of the file's other version tables, as further parts of a compound query.
std::string sqlite_connection::other_rows() {
    return text_of(
        "SELECT group_concat(printf(' UNION SELECT version_num FROM main.\"%w\"', name), '') FROM "
        "main.sqlite_schema AS one WHERE type = 'table' AND sql LIKE 'CREATE TABLE%version_num%' AND name "
        "<> ?1 COLLATE NOCASE AND EXISTS (SELECT 1 FROM pragma_table_info(one.name, 'main') WHERE name = "
        "'version_num' COLLATE NOCASE)");
}

void sqlite_connection::read_log(const std::function<void(const logged_revision&)>& each) {
    const std::string lines = log_lines();
    if (lines.empty()) return;
    sqlite_statement query;
    int code = query.prepare(db_, joined({lines, last_lines}).c_str());
    if (code == SQLITE_OK) code = query.bind(1, version_table_);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = wait_.until_free([&] { return query.step(); });
        if (code != SQLITE_ROW) break;
        std::optional<std::string_view> parents;
        if (!query.is_null(7)) parents = query.text(7);
        each({query.number(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
              query.text(6), parents, query.text(8), static_cast<std::uint32_t>(query.number(9))});
    }
    if (code != SQLITE_DONE) throw log_error("read the log");
}

/// Whose lines they are and which of them count takes ten times as long to find out. No such table, or one of
/// an older shape, is read_log()'s business.
bool sqlite_connection::has_line(const std::function<bool(std::string_view, std::string_view)>& is_one) {
    sqlite_statement query;
    if (query.prepare(db_,
                      "SELECT revision, parents FROM main.headway_log WHERE parents IS NOT NULL ORDER BY "
                      "sequence DESC") != SQLITE_OK)
        return true;
    for (;;) {
        const int code = wait_.until_free([&] { return query.step(); });
        if (code == SQLITE_DONE) return false;
        if (code != SQLITE_ROW) throw log_error("read the log");
        if (is_one(query.text(0), query.text(1))) return true;
    }
}

connection::logged_script sqlite_connection::logged(std::int64_t sequence) {
    sqlite_statement query;
    if (query.prepare(db_, "SELECT checksum, down FROM main.headway_log WHERE sequence = ?1") != SQLITE_OK ||
        query.bind(1, sequence) != SQLITE_OK || query.step() != SQLITE_ROW)
        throw database_error("read the log");
    return {std::string(query.text(0)), std::string(query.text(1))};
}

} // namespace headway::detail
