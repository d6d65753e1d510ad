// The version table of a postgresql_connection.

#include "headway/error.hpp"
#include "postgresql/connection.hpp"
#include "postgresql/sqlstate.hpp"
#include "postgresql/version_table.hpp"
#include "sql/spelled_name.hpp"
#include "text.hpp"

namespace headway::detail {

std::string postgresql_connection::place_of(std::string_view table) const {
    return joined({quoted(schema_), ".", quoted(table)});
}

/// Where the version table is, else where it will be made: what a migration does to the search path makes no
/// difference to it.
void postgresql_connection::find_version_table() {
    const pg_table_name named = split_table_name(version_table_);
    table_ = named.table;
    if (named.schema) {
        schema_ = *named.schema;
        return;
    }
    const pg_result found = query(
        joined({"SELECT coalesce((SELECT n.nspname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
                "c.relnamespace WHERE c.oid = to_regclass(",
                literal(quoted(version_table_)), ") AND c.relpersistence <> 't'), current_schema())"}),
        "find the version table");
    if (found.is_null(0, 0))
        throw error(error_code::settings, "the search path of the connection names no schema that there "
                                          "is\nCreate one, or set search_path.");
    schema_ = found.text(0, 0);
}

bool postgresql_connection::has_object(std::string_view name) {
    if (schema_.empty()) find_version_table();
    return query(joined({"SELECT 1 FROM pg_class WHERE relname = ", literal(name),
                         " AND relnamespace = to_regnamespace(", literal(quoted(schema_)), ")"}),
                 "read the catalog")
               .rows() > 0;
}

bool postgresql_connection::has_version_table() {
    has_version_table_ = has_version_table_ || has_object(table_);
    return has_version_table_;
}

/// A statement that fails would end a transaction of the program's own. One message is answered fastest.
bool postgresql_connection::is_exactly(std::string_view row) {
    if (PQtransactionStatus(channel_.handle()) != PQTRANS_IDLE) return false;
    const pg_result found =
        channel_.ask(joined({"SELECT version_num FROM ", spelled_pg_table(version_table_)}), true);
    return found.status() == PGRES_TUPLES_OK && found.rows() == 1 && !found.is_null(0, 0) &&
           found.text(0, 0) == row;
}

std::vector<std::string> postgresql_connection::rows() {
    if (schema_.empty()) find_version_table();
    std::vector<std::string> found;
    if (!has_version_table()) {
        note_rows(found);
        return found;
    }
    const pg_result all = channel_.ask(joined({"SELECT version_num FROM ", place_of(table_)}));
    if (all.sqlstate() == undefined_column)
        throw error(error_code::version_table, server_error("read the version table", all).what(),
                    all.sqlstate())
            .with("Is it another program's table? Its name is an option.", {});
    if (all.has_failed()) throw server_error("read the version table", all);
    bool all_text = true;
    for (int row = 0; row < all.rows(); ++row) {
        all_text = all_text && !all.is_null(row, 0);
        insert_sorted(found, all.text(row, 0));
    }
    if (!all_text || static_cast<std::size_t>(all.rows()) > found.size())
        throw error(error_code::version_table,
                    joined({"the version table ", version_table_,
                            all_text ? " holds a row twice" : " holds a row that is no revision id",
                            "\nIs it another program's table? Its name is an option."}));
    note_rows(found);
    return found;
}

/// Those that a transaction sets out from.
void postgresql_connection::note_rows(const std::vector<std::string>& found) {
    if (knows_rows_ || !channel_.is_in_transaction()) return;
    knows_rows_ = true;
    rows_at_lock_ = found;
}

/// A table that is missing, or lacks a column, is one that the tool has not made.
std::vector<booked_step> postgresql_connection::booked(std::string_view of) {
    const bool nested = channel_.is_in_transaction();
    if (nested) static_cast<void>(query("SAVEPOINT headway_booked", "read another tool's bookkeeping"));
    const pg_result all = channel_.ask(std::string(of));
    const int code = all.sqlstate();
    if (nested) channel_.ask_deaf(all.has_failed() ? "ROLLBACK TO headway_booked" : "RELEASE headway_booked");
    if (code == undefined_table || code == undefined_column) return {};
    if (all.has_failed()) throw server_error("read another tool's bookkeeping", all);
    std::vector<booked_step> steps;
    for (int row = 0; row < all.rows(); ++row) {
        steps.push_back({std::string(all.text(row, 0)), static_cast<booked_state>(all.number(row, 1)),
                         std::string(all.text(row, 2))});
    }
    return steps;
}

void postgresql_connection::create_version_table() {
    if (has_version_table()) return;
    const pg_result made =
        carry_out({joined({"CREATE TABLE ", place_of(table_), pg_version_columns(table_)})});
    if (made.has_failed()) throw server_error("create the version table", made);
    has_version_table_ = true;
}

void postgresql_connection::write_row(const std::string& sql, std::string_view row) {
    const pg_result answer = carry_out({sql, 1});
    if (answer.has_failed()) throw server_error("write the version table", answer);
    if (answer.written() != 1)
        throw error(error_code::version_table,
                    joined({"the version table ", version_table_, " has not taken revision ", row,
                            "\nDoes a migration write it, or is there a trigger on it?"}));
}

/// A row that leaves and one that enters are one UPDATE, as most steps are.
void postgresql_connection::write_rows(const std::vector<std::string_view>& removed,
                                       const std::vector<std::string_view>& added) {
    const std::string place = place_of(table_);
    std::size_t at = 0;
    for (; at < removed.size() && at < added.size(); ++at) {
        write_row(joined({"UPDATE ", place, " SET version_num = ", literal(added[at]),
                          " WHERE version_num = ", literal(removed[at])}),
                  added[at]);
    }
    for (std::size_t rest = at; rest < removed.size(); ++rest) {
        write_row(joined({"DELETE FROM ", place, " WHERE version_num = ", literal(removed[rest])}),
                  removed[rest]);
    }
    for (; at < added.size(); ++at) {
        write_row(joined({"INSERT INTO ", place, " (version_num) VALUES (", literal(added[at]), ")"}),
                  added[at]);
    }
}

} // namespace headway::detail
