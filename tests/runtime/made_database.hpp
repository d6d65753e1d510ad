#pragma once

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace headway::tests {

/// A connection of a test: every statement must succeed.
class made_database {
public:
    explicit made_database(const std::string& file = ":memory:",
                           int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {
        if (sqlite3_open_v2(file.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(db_));
        }
        run("PRAGMA foreign_keys = OFF"); // an SQLite may have been built with them on
    }
    made_database(const made_database&) = delete;
    made_database& operator=(const made_database&) = delete;
    ~made_database() { sqlite3_close(db_); }

    operator sqlite3*() const noexcept { return db_; }

    void run(const std::string& sql) const {
        if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sql + ": " + sqlite3_errmsg(db_));
        }
    }

    /// The rows of a query, columns joined by `|`.
    [[nodiscard]] std::vector<std::string> rows(const std::string& sql) const {
        std::vector<std::string> found;
        const auto add = [](void* into, int count, char** values, char**) {
            std::string row;
            for (int column = 0; column < count; ++column) {
                row += (column > 0 ? "|" : "") +
                       std::string(values[column] == nullptr ? "NULL" : values[column]);
            }
            static_cast<std::vector<std::string>*>(into)->push_back(row);
            return 0;
        };
        if (sqlite3_exec(db_, sql.c_str(), add, &found, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sql + ": " + sqlite3_errmsg(db_));
        }
        return found;
    }
    [[nodiscard]] std::string value(const std::string& sql) const {
        const std::vector<std::string> found = rows(sql);
        return found.empty() ? "" : found.front();
    }

    /// Schema and rows of everything, to compare a database with itself.
    [[nodiscard]] std::string dump() const {
        std::string text;
        for (const std::string& object : rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name")) {
            text += object + "\n";
        }
        for (const std::string& table :
             rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            for (const std::string& row : rows("SELECT rowid, * FROM \"" + table + "\" ORDER BY 1")) {
                text += table + ": " + row + "\n";
            }
        }
        return text;
    }

private:
    sqlite3* db_ = nullptr;
};

/// A file for a database, removed with its owner, journals and all.
class made_file {
public:
    made_file() {
        std::random_device chance;
        do {
            directory_ =
                std::filesystem::temp_directory_path() / ("headway-test-" + std::to_string(chance()));
        } while (!std::filesystem::create_directory(directory_));
    }
    made_file(const made_file&) = delete;
    made_file& operator=(const made_file&) = delete;
    ~made_file() {
        std::error_code ignored;
        std::filesystem::remove_all(directory_, ignored);
    }
    [[nodiscard]] std::string path() const { return (directory_ / "made.db").string(); }

private:
    std::filesystem::path directory_;
};

} // namespace headway::tests
