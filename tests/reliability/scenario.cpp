#include "scenario.hpp"

#include "code_revisions.hpp"
#include "headway/headway.hpp"
#include "runtime/made_database.hpp"
#include "runtime/made_image.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
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

/// What comes out otherwise under each of `host_settings_tried`.
tests::spelled_revision sensitive_revision() {
    return {"006",
            {"005"},
            {},
            "CREATE TABLE chain (n INTEGER CHECK (n < 5));\n"
            "CREATE TRIGGER grow AFTER INSERT ON chain WHEN new.n < 4 BEGIN\n"
            "  INSERT INTO chain VALUES (new.n + 1);\n"
            "END;\n"
            "INSERT INTO chain VALUES (1);\n"
            "INSERT OR IGNORE INTO chain VALUES (7);\n"
            "ALTER TABLE chain RENAME TO links;\n"
            "CREATE VIEW paying AS SELECT customer FROM total WHERE amount > 0;\n"
            "CREATE TABLE ranked (customer);\n"
            "INSERT INTO ranked SELECT customer FROM paying;\n"
            "UPDATE customer SET email = \"none\" WHERE name LIKE 'CUSTOMER 1%';\n"
            "CREATE TABLE set_so AS SELECT count_changes, writable_schema\n"
            "  FROM pragma_count_changes, pragma_writable_schema;\n",
            "DROP TABLE set_so;\nDROP TABLE ranked;\nDROP VIEW paying;\nDROP TABLE links;\n"};
}

constexpr const char* user_rows =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 24)\n"
    "INSERT INTO customer SELECT i, 'customer ' || i FROM n;\n"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)\n"
    "INSERT INTO purchase SELECT i, 1 + i % 24, i * 100,\n"
    "  hex(zeroblob(CASE WHEN i % 20 = 0 THEN 4500 ELSE 50 END)) FROM n;";

/// With rows in them, and a table for those that programs write as soon as they are at the head.
std::vector<tests::spelled_revision> revisions_with_rows() {
    std::vector<tests::spelled_revision> result = all_revisions();
    result.front().up += std::string(user_rows) + "\nCREATE TABLE arrival (process INTEGER);\n";
    result.front().down += "DROP TABLE arrival;\n";
    return result;
}

/// Where the launches of a journey can stop.
std::vector<const char*> boundaries(journey way) {
    if (way == journey::step_back) return {"head"};
    std::vector<const char*> all{"002", "003", "004", "005"};
    if (way == journey::install) all.insert(all.begin(), "001");
    if (way == journey::sensitive) all.push_back("006");
    return all;
}

/// What the program has that is launched.
std::vector<tests::spelled_revision> revisions(journey way, const ending* end = nullptr) {
    if (way == journey::install) return revisions_with_rows();
    std::vector<tests::spelled_revision> result = all_revisions();
    if (end != nullptr) {
        std::string& up = result[3].up;
        up.insert(up.find('\n') + 1, end->sql);
    }
    if (way == journey::sensitive) result.push_back(sensitive_revision());
    if (way == journey::code) {
        result[2].upgrade = rebuild_customers;
        result[3].upgrade = double_amounts;
    }
    if (way != journey::step_back) return result;
    result.resize(2);
    result.push_back({"other",
                      {"002"},
                      {},
                      "CREATE TABLE note (purchase INTEGER REFERENCES purchase (id), text TEXT);\n"
                      "INSERT INTO note SELECT id, 'n' || amount FROM purchase;\n",
                      "DROP TABLE note;\n"});
    return result;
}

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
        if (table == "arrival") continue;
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
    bool done = sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!from.waits) sqlite3_busy_timeout(db, 0);
    if (from.setting != nullptr) done = from.setting->set(db, false) && done;
    if (from.end != nullptr) provide_endings(db);
    return done;
}

int busy_timeout(sqlite3* db) {
    int found = 0;
    const auto keep = [](void* into, int, char** values, char**) {
        *static_cast<int*>(into) = std::atoi(values[0]);
        return 0;
    };
    sqlite3_exec(db, "PRAGMA busy_timeout", keep, &found, nullptr);
    return found;
}

const char* left_behind(sqlite3* db, bool waits) {
    int foreign_keys = 0;
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &foreign_keys);
    if (sqlite3_get_autocommit(db) == 0) return "a transaction";
    if (foreign_keys == 0) return "foreign keys turned off";
    if (waits && busy_timeout(db) != 60'000) return "another timeout";
    return sqlite3_next_stmt(db, nullptr) == nullptr ? nullptr : "a statement";
}

/// What the program does with its database once it is at the head.
void arrive(sqlite3* db, launched& result) {
    sqlite3_busy_timeout(db, 60'000);
    result.succeeded =
        sqlite3_exec(db, "INSERT INTO arrival VALUES (1)", nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!result.succeeded)
        std::snprintf(result.reason, sizeof result.reason, "the first row: %s", sqlite3_errmsg(db));
}

/// Upgrades a database that is open.
launched upgrade_open(sqlite3* db, const host& from, const history& h, options chosen) {
    launched result;
    const std::string setting = from.setting == nullptr ? "" : from.setting->now(db);
    try {
        chosen.transaction = from.transaction;
        chosen.verify = from.verify;
        upgrade_with(from.bug, db, h, chosen, from.setting);
        result.succeeded = true;
    } catch (const std::exception& failed) {
        std::snprintf(result.reason, sizeof result.reason, "%s", failed.what());
    }
    result.left_behind = left_behind(db, from.waits);
    if (from.setting == nullptr) return result;
    const std::string afterwards = from.setting->now(db);
    if (!afterwards.empty() && afterwards != setting) result.left_behind = "another setting";
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
    if (way == journey::install) {
        give_image();
    } else {
        const made_database db(file.path());
        headway::upgrade(db, newest, "001");
        db.run(user_rows);
        if (way == journey::step_back) headway::upgrade(db, newest);
    }
    keep_start(file.path());
    const made_database db(file.path());
    states_.push_back(state_of(db));
    for (const char* const revision : boundaries(way)) {
        upgrade(db, revision);
        states_.push_back(state_of(db));
    }
}

void scenario::give_image() {
    const std::string bytes = tests::head_of(history_);
    history_.put_image(pack_image(bytes), bytes.size(), &install_image);
    if (!headway::upgrade(made_database(), history_).installed)
        throw std::logic_error("the image is not installed even where nothing fails");
}

void scenario::keep_start(const std::string& path) {
    made_database(path).run("SELECT 1"); // makes the file
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
        result = from.end == nullptr
                     ? upgrade_open(db, from, history_, options())
                     : upgrade_open(db, from, tests::made_history(revisions(way_, from.end)), options());
        if (way_ == journey::install && result.succeeded) arrive(db, result);
    } else {
        std::snprintf(result.reason, sizeof result.reason, "the host: %s", sqlite3_errmsg(db));
    }
    sqlite3_close_v2(db);
    return result;
}

verdict scenario::inspect(const host& faulty, std::size_t finished) const {
    try {
        const made_database db(faulty.path, SQLITE_OPEN_READWRITE);
        if (db.value("PRAGMA integrity_check") != "ok") return verdict::corrupt;
        const std::string state = state_of(db);
        const auto place = std::find(states_.begin(), states_.end(), state);
        if (place == states_.end() || (finished > 0 && state != states_.back())) return verdict::lost;
        if (way_ == journey::install && finished > 0 &&
            std::stoul(db.value("SELECT count(*) FROM arrival")) < finished)
            return verdict::lost;
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
