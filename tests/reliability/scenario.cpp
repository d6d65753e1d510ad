#include "scenario.hpp"

#include "headway/headway.hpp"
#include "runtime/made_database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace headway::reliability {
namespace {

using tests::made_database;

std::vector<tests::spelled_revision> all_revisions() {
    return {
        {"001",
         {},
         {},
         "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n"
         "CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL\n"
         "  REFERENCES customer (id) ON DELETE CASCADE, amount INTEGER NOT NULL, receipt TEXT);\n",
         "DROP TABLE purchase;\nDROP TABLE customer;\n"},
        {"002",
         {"001"},
         {},
         "CREATE INDEX ix_purchase_customer ON purchase (customer);\n"
         "ALTER TABLE customer ADD COLUMN email TEXT;\n",
         "ALTER TABLE customer DROP COLUMN email;\nDROP INDEX ix_purchase_customer;\n"},
        {"003",
         {"002"},
         {},
         "CREATE TABLE new_customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, email "
         "TEXT);\n"
         "INSERT INTO new_customer SELECT id, name, email FROM customer;\n"
         "DROP TABLE customer;\n"
         "ALTER TABLE new_customer RENAME TO customer;\n",
         "CREATE TABLE old_customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);\n"
         "INSERT INTO old_customer SELECT id, name, email FROM customer;\n"
         "DROP TABLE customer;\n"
         "ALTER TABLE old_customer RENAME TO customer;\n"},
        {"004",
         {"003"},
         {},
         "UPDATE purchase SET amount = amount * 2 + 1;\n"
         "CREATE TABLE total (customer INTEGER PRIMARY KEY REFERENCES customer (id), amount INTEGER);\n"
         "INSERT INTO total SELECT customer, sum(amount) FROM purchase GROUP BY customer;\n",
         "DROP TABLE total;\nUPDATE purchase SET amount = (amount - 1) / 2;\n"},
        {"005",
         {"004"},
         {},
         "CREATE TRIGGER count_purchase AFTER INSERT ON purchase BEGIN\n"
         "  UPDATE total SET amount = amount + new.amount WHERE customer = new.customer;\n"
         "END;\n"
         "INSERT INTO purchase (customer, amount) SELECT id, 7 FROM customer;\n"
         "DROP INDEX ix_purchase_customer;\n",
         "CREATE INDEX ix_purchase_customer ON purchase (customer);\n"
         "DELETE FROM purchase WHERE amount = 7;\nDROP TRIGGER count_purchase;\n"},
    };
}

/// What the program has that is launched.
std::vector<tests::spelled_revision> revisions(journey way) {
    std::vector<tests::spelled_revision> result = all_revisions();
    if (way == journey::upgrade) return result;
    result.resize(2);
    result.push_back({"other",
                      {"002"},
                      {},
                      "CREATE TABLE note (purchase INTEGER REFERENCES purchase (id), text TEXT);\n"
                      "INSERT INTO note SELECT id, 'n' || amount FROM purchase;\n",
                      "DROP TABLE note;\n"});
    return result;
}

constexpr const char* user_rows =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 24)\n"
    "INSERT INTO customer SELECT i, 'customer ' || i FROM n;\n"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)\n"
    "INSERT INTO purchase SELECT i, 1 + i % 24, i * 100,\n"
    "  hex(zeroblob(CASE WHEN i % 20 = 0 THEN 4500 ELSE 50 END)) FROM n;";

void append(const made_database& db, const std::string& sql, std::string& text) {
    for (const std::string& row : db.rows(sql)) {
        text += row + "\n";
    }
}

/// Everything that must be as it was: the schema and each row. Of the log, what does not tell the time.
std::string state_of(const made_database& db) {
    std::string text;
    append(db, "SELECT type, name, sql FROM sqlite_schema ORDER BY name", text);
    for (const std::string& table :
         db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        const bool is_log = table == "headway_log";
        text += table + "\n";
        append(db,
               is_log ? "SELECT sequence, revision, operation, checksum FROM headway_log ORDER BY 1"
                      : "SELECT rowid, * FROM \"" + table + "\" ORDER BY 1",
               text);
    }
    return text;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Without the heap, which may have run out.
bool configure(sqlite3* db, const host& from) {
    sqlite3_busy_timeout(db, 60'000);
    char sql[200];
    std::snprintf(sql, sizeof sql,
                  "PRAGMA foreign_keys = ON; PRAGMA cache_size = 6; PRAGMA synchronous = %s; "
                  "PRAGMA journal_mode = %s",
                  from.bug == planted_bug::unsynced ? "OFF" : "FULL", from.journal);
    const bool done = sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!from.waits) sqlite3_busy_timeout(db, 0);
    return done;
}

const char* left_behind(sqlite3* db) {
    int foreign_keys = 0;
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &foreign_keys);
    if (sqlite3_get_autocommit(db) == 0) return "a transaction";
    if (foreign_keys == 0) return "foreign keys turned off";
    return sqlite3_next_stmt(db, nullptr) == nullptr ? nullptr : "a statement";
}

/// Upgrades a database that is open.
launched upgrade_open(sqlite3* db, const host& from, const history& h, options chosen) {
    launched result;
    try {
        chosen.transaction = from.transaction;
        chosen.verify = from.verify;
        upgrade_with(from.bug, db, h, chosen);
        result.succeeded = true;
    } catch (const std::exception& failed) {
        std::snprintf(result.reason, sizeof result.reason, "%s", failed.what());
    }
    result.left_behind = left_behind(db);
    return result;
}

} // namespace

const char* name_of(verdict found) noexcept {
    constexpr const char* names[] = {"intact", "lost", "corrupt", "stuck"};
    return names[static_cast<int>(found)];
}

scenario::scenario(journey way) : way_(way), history_(revisions(way)) {
    const tests::made_file file;
    const tests::made_history newest(all_revisions());
    {
        const made_database db(file.path());
        headway::upgrade(db, newest, "001");
        db.run(user_rows);
        if (way == journey::step_back) headway::upgrade(db, newest);
    }
    keep_start(file.path());
    const made_database db(file.path());
    states_.push_back(state_of(db));
    const std::vector<const char*> boundaries =
        way == journey::upgrade ? std::vector{"002", "003", "004", "005"} : std::vector{"head"};
    for (const char* const revision : boundaries) {
        upgrade(db, revision);
        states_.push_back(state_of(db));
    }
}

void scenario::keep_start(const std::string& path) {
    start_[0] = bytes_of(path);
    made_database(path).run("PRAGMA journal_mode = WAL");
    start_[1] = bytes_of(path);
}

options scenario::options() const {
    headway::options chosen;
    if (way_ == journey::step_back) chosen.on_unknown = unknown_policy::step_back;
    return chosen;
}

void scenario::upgrade(sqlite3* db, const char* target) const {
    headway::upgrade(db, history_, target, options());
}

void scenario::write_start(const std::string& path, const std::string& journal) const {
    for (const char* suffix : {"-journal", "-wal", "-shm"}) {
        std::filesystem::remove(path + suffix);
    }
    const std::string& bytes = start_[journal == "wal" ? 1 : 0];
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

launched scenario::launch(const host& from) const {
    launched result;
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(from.path.c_str(), &db, SQLITE_OPEN_READWRITE, from.vfs);
    if (code == SQLITE_OK && configure(db, from)) {
        result = upgrade_open(db, from, history_, options());
    } else {
        std::snprintf(result.reason, sizeof result.reason, "the host: %s", sqlite3_errmsg(db));
    }
    sqlite3_close_v2(db);
    return result;
}

verdict scenario::inspect(const host& faulty, bool finished) const {
    try {
        const made_database db(faulty.path, SQLITE_OPEN_READWRITE);
        if (db.value("PRAGMA integrity_check") != "ok") return verdict::corrupt;
        const std::string state = state_of(db);
        const auto place = std::find(states_.begin(), states_.end(), state);
        if (place == states_.end() || (finished && state != states_.back())) return verdict::lost;
        const bool between = place != states_.begin() && state != states_.back();
        if (between && faulty.transaction == transaction_mode::all_pending) return verdict::lost;
        try {
            upgrade(db, "head");
        } catch (const error& failed) {
            if (faulty.explains) std::fprintf(stderr, "the next launch: %s\n", failed.what());
            return verdict::stuck;
        }
        return state_of(db) == states_.back() ? verdict::intact : verdict::lost;
    } catch (const std::runtime_error& failed) {
        if (faulty.explains) std::fprintf(stderr, "%s\n", failed.what());
        return verdict::corrupt;
    }
}

} // namespace headway::reliability
