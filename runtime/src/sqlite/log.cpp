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
    "application, application_version, down, parents, compatible_with, flags) VALUES (?1, ?2, ?3, "
    "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// Of the log before parents, promises and flags were logged.
constexpr int older_columns = 11;

/// The last line of each revision, unless it says that the revision was taken back.
constexpr const char* applied_lines =
    " FROM main.headway_log AS line WHERE operation <> 'downgrade' AND NOT EXISTS (SELECT 1 FROM "
    "main.headway_log AS later WHERE later.revision = line.revision AND later.sequence > line.sequence) "
    "ORDER BY sequence DESC";

} // namespace

/// How many columns the table has; none if there is no such table.
int sqlite_connection::count_log_columns() {
    return pragma_value("SELECT count(*) FROM pragma_table_info('headway_log', 'main')");
}

/// Adds the columns that the log of an older Headway lacks.
void sqlite_connection::complete_log_table() {
    if (count_log_columns() != older_columns) return;
    execute("ALTER TABLE main.headway_log ADD COLUMN parents TEXT;"
            "ALTER TABLE main.headway_log ADD COLUMN compatible_with TEXT;"
            "ALTER TABLE main.headway_log ADD COLUMN flags INTEGER");
}

/// Looks at the table only if it turns out to be missing or of an older shape: one statement less to compile
/// where it is not.
void sqlite_connection::prepare_log() {
    if (add_log_.exists() || add_log_.prepare(db_, insert_line, nullptr, true) == SQLITE_OK) return;
    execute(joined({"CREATE TABLE IF NOT EXISTS main.headway_log", log_columns}).c_str());
    complete_log_table();
    if (add_log_.prepare(db_, insert_line, nullptr, true) == SQLITE_OK) return;
    const error failed = database_error("write the log");
    if (failed.code() != error_code::database) throw failed;
    throw failed.with("Is headway_log another program's table? options::log = false does without it.", {});
}

void sqlite_connection::write_log(const log_record& record) {
    prepare_log();
    const std::string started = utc_text(record.started_ms);
    const std::string finished = utc_text(record.started_ms + record.duration_us / 1000);
    add_log_.bind(1, record.revision);
    add_log_.bind(2, record.operation);
    add_log_.bind(3, std::string_view(record.checksum));
    add_log_.bind(4, std::string_view(started));
    add_log_.bind(5, std::string_view(finished));
    add_log_.bind(6, record.duration_us);
    add_log_.bind(7, std::string_view(HEADWAY_VERSION));
    add_log_.bind(8, application_);
    add_log_.bind(9, application_version_);
    add_log_.bind(10, record.down);
    add_log_.bind(11, std::string_view(record.parents));
    add_log_.bind(12, record.compatible_with);
    add_log_.bind(13, std::int64_t{record.flags});
    if (add_log_.step() != SQLITE_DONE) throw database_error("write the log");
    add_log_.reset();
}

void sqlite_connection::read_log(const std::function<void(const logged_revision&)>& each) {
    const int columns = count_log_columns();
    if (columns == 0) return;
    const std::string sql = joined(
        {"SELECT sequence, revision, operation, checksum, started, application, application_version, ",
         columns > older_columns ? "parents, compatible_with, flags" : "NULL, NULL, 0", applied_lines});
    sqlite_statement query;
    int code = query.prepare(db_, sql.c_str());
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = until_free([&] { return query.step(); });
        if (code != SQLITE_ROW) break;
        std::optional<std::string_view> parents;
        if (!query.is_null(7)) parents = query.text(7);
        each({query.number(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
              query.text(6), parents, query.text(8), static_cast<std::uint32_t>(query.number(9))});
    }
    if (code != SQLITE_DONE) throw database_error("read the log");
}

connection::logged_script sqlite_connection::logged(std::int64_t sequence) {
    sqlite_statement query;
    if (query.prepare(db_, "SELECT checksum, down FROM main.headway_log WHERE sequence = ?1") != SQLITE_OK ||
        query.bind(1, sequence) != SQLITE_OK || query.step() != SQLITE_ROW)
        throw database_error("read the log");
    return {std::string(query.text(0)), std::string(query.text(1))};
}

} // namespace headway::detail
