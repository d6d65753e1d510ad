// The version table of an sqlite_connection.

#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/version_table.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace headway::detail {
namespace {

constexpr std::size_t longest_table_name = 400;

/// The query of the version rows, built without the heap: it runs at every launch.
struct rows_query {
    char text[2 * longest_table_name + 64];
    explicit rows_query(std::string_view table) {
        if (table.empty() || table.size() > longest_table_name) {
            throw error(error_code::version_table, "the version table's name must have 1 to 400 bytes");
        }
        constexpr std::string_view begin = "SELECT version_num FROM main.\"";
        char* end = std::copy(begin.begin(), begin.end(), text);
        for (const char byte : table) {
            if (byte == '\"') *end++ = byte;
            *end++ = byte;
        }
        *end++ = '\"';
        *end = '\0';
    }
};

} // namespace

int sqlite_connection::prepare_rows() {
    if (read_rows_.exists()) return SQLITE_OK;
    return read_rows_.prepare(db_, rows_query(version_table_).text);
}

bool sqlite_connection::has_object(std::string_view name) {
    sqlite_statement query;
    int code = query.prepare(db_, "SELECT 1 FROM main.sqlite_schema WHERE name = ?1 COLLATE NOCASE");
    if (code == SQLITE_OK) code = query.bind(1, name);
    if (code == SQLITE_OK) code = query.step();
    return code == SQLITE_ROW;
}

bool is_exactly(sqlite3* db, const options& chosen, std::string_view row) {
    const lock_wait listens(db, chosen.busy_timeout, chosen.cancelled); // SQLite itself would wait, and not
    sqlite_statement rows;
    return rows.prepare(db, rows_query(chosen.version_table).text) == SQLITE_OK &&
           rows.step() == SQLITE_ROW && rows.is_text(0) && rows.text(0) == row && rows.step() == SQLITE_DONE;
}

std::vector<std::string> sqlite_connection::rows() {
    std::vector<std::string> found;
    bool all_text = true;
    std::size_t count = 0;
    const auto read = [&] {
        found.clear();
        all_text = true;
        count = 0;
        int result = prepare_rows();
        while (result == SQLITE_OK || result == SQLITE_ROW) {
            result = read_rows_.step();
            if (result != SQLITE_ROW) break;
            all_text = all_text && read_rows_.is_text(0);
            insert_sorted(found, read_rows_.text(0));
            ++count;
        }
        read_rows_.reset();
        return result;
    };
    int code = wait_.until_free(read);
    if (code == SQLITE_ERROR) {
        read_rows_ = sqlite_statement();
        if (!has_table(version_table_)) return {};
        code = wait_.until_free(read); // another process may have created it just now
    }
    if (code != SQLITE_DONE) {
        const error failed = database_error("read the version table");
        if (code != SQLITE_ERROR) throw failed;
        throw error(error_code::version_table, failed.what(), code)
            .with("Is it another program's table? Its name is an option.", {});
    }
    if (!all_text || count > found.size()) {
        throw error(error_code::version_table,
                    joined({"the version table ", version_table_,
                            all_text ? " holds a row twice" : " holds a row that is no revision id",
                            "\nIs it another program's table? Its name is an option."}));
    }
    return found;
}

bool sqlite_connection::has_version_table() {
    return read_rows_.exists();
}

/// A table that is missing, or lacks a column, is one that the tool has not made.
std::vector<booked_step> sqlite_connection::booked(std::string_view query) {
    std::vector<booked_step> steps;
    const auto read = [&] {
        steps.clear();
        sqlite_statement statement;
        int code = statement.prepare(db_, query.data());
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = statement.step();
            if (code != SQLITE_ROW) break;
            steps.push_back({std::string(statement.text(0)), static_cast<booked_state>(statement.number(1)),
                             std::string(statement.text(2))});
        }
        return code;
    };
    const int code = wait_.until_free(read);
    if (code == SQLITE_ERROR) return {};
    if (code != SQLITE_DONE) throw database_error("read another tool's bookkeeping");
    return steps;
}

bool sqlite_connection::has_table(std::string_view name) {
    sqlite_statement query;
    int code = wait_.until_free([&] {
        return query.prepare(
            db_, "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE");
    });
    if (code == SQLITE_OK) {
        query.bind(1, name);
        code = wait_.until_free([&] { return query.step(); });
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE) throw database_error("read the schema");
    return code == SQLITE_ROW;
}

void sqlite_connection::create_version_table() {
    if (version_table_ready_) return;
    require_transaction();
    if (!read_rows_.exists()) execute(version_table_sql("main.", version_table_).c_str());
    version_table_ready_ = true;
}

void sqlite_connection::write_row(sqlite_statement& statement, const char* sql, std::string_view first,
                                  std::string_view second) {
    const std::size_t place = std::string_view(sql).find('%');
    const std::string text =
        joined({{sql, place}, "main.", quoted(version_table_), std::string_view(sql + place + 1)});
    if (!statement.exists() && statement.prepare(db_, text.c_str(), nullptr, true) != SQLITE_OK) {
        throw error(error_code::version_table, database_error("write the version table").what());
    }
    statement.bind(1, first);
    if (!second.empty()) statement.bind(2, second);
    if (const int code = statement.step(); code != SQLITE_DONE) {
        const error failed = database_error("write the version table");
        if ((code & 0xff) != SQLITE_CONSTRAINT) throw failed;
        throw error(error_code::version_table, failed.what(), failed.engine_code())
            .with("Is it another program's table? Its name is an option.", {});
    }
    statement.reset();
    if (sqlite3_changes(db_) != 1) // a trigger can do that
        throw error(error_code::version_table,
                    joined({"the version table ", version_table_, " has not taken revision ", first,
                            "\nIs there a trigger on it? Drop that."}));
}

/// A row that leaves and one that enters are one UPDATE, as most steps are.
void sqlite_connection::write_rows(const std::vector<std::string_view>& removed,
                                   const std::vector<std::string_view>& added) {
    require_transaction();
    std::size_t at = 0;
    for (; at < removed.size() && at < added.size(); ++at) {
        write_row(change_row_, "UPDATE % SET version_num = ?1 WHERE version_num = ?2", added[at],
                  removed[at]);
    }
    for (std::size_t rest = at; rest < removed.size(); ++rest) {
        write_row(remove_row_, "DELETE FROM % WHERE version_num = ?1", removed[rest], {});
    }
    for (; at < added.size(); ++at) {
        write_row(add_row_, "INSERT INTO % (version_num) VALUES (?1)", added[at], {});
    }
}

} // namespace headway::detail
