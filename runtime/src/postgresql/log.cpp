// The audit trail of a postgresql_connection.

#include "apply/moment.hpp"
#include "headway/error.hpp"
#include "postgresql/connection.hpp"
#include "postgresql/log_table.hpp"
#include "sql/spelled_name.hpp"
#include "text.hpp"

namespace headway::detail {

/// Kept until the commit, and written at once.
void postgresql_connection::write_log(const log_record& record) {
    const std::string started = utc_text(record.started_ms);
    lines_ += joined({lines_.empty() ? "" : ",\n",
                      "(",
                      literal(record.revision),
                      ", ",
                      literal(record.operation),
                      ", ",
                      literal(record.checksum),
                      ", ",
                      literal(started),
                      ", ",
                      literal(utc_text(record.started_ms + record.duration_us / 1000)),
                      ", ",
                      std::to_string(record.duration_us),
                      ", ",
                      literal(HEADWAY_VERSION),
                      ", ",
                      literal(application_),
                      ", ",
                      literal(application_version_),
                      ", ",
                      literal(record.down),
                      ", ",
                      literal(record.parents),
                      ", ",
                      literal(record.compatible_with),
                      ", ",
                      std::to_string(record.flags),
                      ", ",
                      literal(table_),
                      ")"});
}

void postgresql_connection::write_lines() {
    if (lines_.empty()) return;
    const std::string place = place_of(pg_log_name);
    const auto write = [&](const std::string& sql) {
        const pg_result answer = carry_out({sql});
        if (answer.has_failed())
            throw server_error("write the log", answer)
                .with("Is headway_log another program's table? options::log = false does without it.", {});
    };
    if (!has_log_ && !has_object(pg_log_name)) write(joined({"CREATE TABLE ", place, pg_log_columns}));
    has_log_ = true;
    write(joined({"INSERT INTO ", place, pg_log_written, " VALUES\n", lines_}));
    lines_.clear();
}

/// The last line of each revision.
void postgresql_connection::read_log(const std::function<void(const logged_revision&)>& each) {
    if (!has_object(pg_log_name)) return;
    const std::string own = joined({place_of(pg_log_name), " WHERE version_table = ", literal(table_)});
    const pg_result lines =
        query(joined({"SELECT sequence, revision, operation, checksum, started, application, "
                      "application_version, parents, "
                      "compatible_with, flags FROM ",
                      own, " AND sequence IN (SELECT max(sequence) FROM ", own,
                      " GROUP BY revision) ORDER BY sequence DESC"}),
              "read the log");
    for (int row = 0; row < lines.rows(); ++row) {
        std::optional<std::string_view> parents;
        if (!lines.is_null(row, 7)) parents = lines.text(row, 7);
        each({lines.number(row, 0), lines.text(row, 1), lines.text(row, 2), lines.text(row, 3),
              lines.text(row, 4), lines.text(row, 5), lines.text(row, 6), parents, lines.text(row, 8),
              static_cast<std::uint32_t>(lines.number(row, 9))});
    }
}

pg_result postgresql_connection::log_lines() {
    if (!has_object(pg_log_name)) return pg_result();
    return query(
        joined({"SELECT sequence, revision, operation, checksum, started, finished, duration_us, headway, "
                "application, application_version FROM ",
                place_of(pg_log_name), " WHERE version_table = ", literal(table_), " ORDER BY sequence"}),
        "read the log");
}

connection::logged_script postgresql_connection::logged(std::int64_t sequence) {
    const pg_result line = query(joined({"SELECT checksum, down FROM ", place_of(pg_log_name),
                                         " WHERE sequence = ", std::to_string(sequence)}),
                                 "read the log");
    if (line.rows() == 0) throw error(error_code::database, "the log has lost a line that it had just now");
    return {std::string(line.text(0, 0)), std::string(line.text(0, 1))};
}

} // namespace headway::detail
