#include "postgresql/faults.hpp"

namespace headway::tests {
namespace {

constexpr int revisions = 14;

std::vector<spelled_revision> spelled() {
    std::vector<spelled_revision> all;
    for (int number = 1; number <= revisions; ++number) {
        const std::string id = std::to_string(100 + number);
        spelled_revision made{id, {}, {}, "", ""};
        if (number > 1) made.revises = {std::to_string(99 + number)};
        if (number % 4 == 0) {
            made.up = "CREATE INDEX CONCURRENTLY ix_" + id + " ON t101 (lower(a)) WHERE a <> 'x';";
            made.flags = up_without_transaction;
        } else {
            made.up =
                "CREATE TABLE t" + id + " (a text);\n" +
                (number == 1 ? "CREATE TABLE trace (revision text);\nINSERT INTO t101 SELECT n::text FROM "
                               "generate_series(1, 2000) AS n;\n"
                             : "ALTER TABLE t101 ADD COLUMN c" + id + " int;\n") +
                "INSERT INTO trace VALUES ('" + id + "');";
        }
        all.push_back(std::move(made));
    }
    return all;
}

} // namespace

const postgresql_history& faulty_history() {
    static const made_server_history made(spelled());
    return made;
}

std::string wrong_at_head(const client& db) {
    const auto differs = [&](const std::string& query, const std::string& expected) {
        const std::string found = db.ask(query);
        return found == expected ? std::string()
                                 : query + " gives " + found + " instead of " + expected + "; ";
    };
    return differs("SELECT version_num FROM alembic_version", "114") +
           differs("SELECT count(*) || ' ' || count(DISTINCT revision) FROM trace", "11 11") +
           differs("SELECT count(*) || ' ' || count(DISTINCT revision) FROM headway_log WHERE operation = "
                   "'upgrade'",
                   "14 14") +
           differs("SELECT count(*) FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid WHERE "
                   "c.relname LIKE "
                   "'ix\\_%' AND i.indisvalid",
                   "3") +
           differs("SELECT count(*) FROM pg_index WHERE NOT indisvalid", "0");
}

std::string wrong_after_resuming(const std::string& database, server_bug bug) {
    try {
        const client db(database);
        upgrade_with(bug, db, faulty_history(), {});
        return wrong_at_head(db);
    } catch (const std::exception& failed) {
        return std::string("the next launch fails: ") + failed.what();
    }
}

} // namespace headway::tests
