// What Headway's runtime costs beside the SQLite calls that nobody can avoid. Prints ratios against a
// baseline measured in the same run, by CPU time; each figure is the least of several runs, taken in turns.

#include "../runtime/made_database.hpp"
#include "../runtime/made_history.hpp"
#include "headway/headway.hpp"
#include "sqlite/schema_digest.hpp"

#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <limits>

namespace {

using namespace headway;
using tests::made_database;
using tests::made_file;
using tests::made_history;
using tests::spelled_revision;

constexpr int revision_count = 1000;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double measure(const std::function<void()>& call) {
    const double begin = cpu_ms();
    call();
    return cpu_ms() - begin;
}

void print(const char* what, double ours, double baseline, const char* unit) {
    std::printf("%-46s %10.3f %s, baseline %10.3f %s, ratio %.3f\n", what, ours, unit, baseline, unit,
                ours / baseline);
}

std::vector<spelled_revision> tables_and_indexes() {
    std::vector<spelled_revision> made;
    for (int index = 0; index < revision_count; ++index) {
        const std::string number = std::to_string(index);
        spelled_revision one{"r" + std::to_string(100000 + index), {}, {}};
        if (index > 0) one.revises.push_back(made.back().id);
        one.up = "CREATE TABLE t" + number +
                 " (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL,\n    made_at " +
                 "DATETIME NOT NULL\n);\nCREATE INDEX ix_t" + number + "_name ON t" + number + " (name);\n";
        one.down = "DROP INDEX ix_t" + number + "_name;\nDROP TABLE t" + number + ";\n";
        made.push_back(std::move(one));
    }
    return made;
}

void exec(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(db));
}

/// What a careful C programmer writes: one transaction, the version row updated at each step.
void baseline_upgrade(sqlite3* db, const std::vector<spelled_revision>& all, std::size_t first) {
    char update[128];
    exec(db, "BEGIN IMMEDIATE");
    exec(db, "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT "
             "alembic_version_pkc PRIMARY KEY (version_num))");
    if (first == 0) exec(db, "INSERT INTO alembic_version VALUES ('')");
    for (std::size_t index = first; index < all.size(); ++index) {
        exec(db, all[index].up.c_str());
        std::snprintf(update, sizeof update, "UPDATE alembic_version SET version_num = '%s'",
                      all[index].id.c_str());
        exec(db, update);
    }
    exec(db, "COMMIT");
}

void baseline_downgrade(sqlite3* db, const std::vector<spelled_revision>& all) {
    char update[128];
    exec(db, "BEGIN IMMEDIATE");
    for (std::size_t index = all.size(); index-- > 0;) {
        exec(db, all[index].down.c_str());
        std::snprintf(update, sizeof update, "UPDATE alembic_version SET version_num = '%s'",
                      index == 0 ? "" : all[index - 1].id.c_str());
        exec(db, update);
    }
    exec(db, "DELETE FROM alembic_version");
    exec(db, "COMMIT");
}

/// The least CPU time of both, over runs in turns, each on a database of its own.
void compare(const char* what, int runs, const std::function<void(sqlite3*)>& prepare,
             const std::function<void(sqlite3*)>& ours, const std::function<void(sqlite3*)>& baseline) {
    double best[2] = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    for (int run = 0; run < 2 * runs; ++run) {
        const made_file file;
        const made_database db(file.path());
        prepare(db);
        const auto& call = run % 2 == 0 ? ours : baseline;
        best[run % 2] = std::min(best[run % 2], measure([&] { call(db); }));
    }
    print(what, best[0], best[1], "ms");
}

void up_to_date(const history& h, const std::string& head) {
    constexpr int calls = 20000;
    const made_file file;
    const made_database db(file.path());
    upgrade(db, h);
    const auto ours = [&] {
        for (int call = 0; call < calls; ++call) {
            if (!upgrade(db, h).up_to_date()) throw std::runtime_error("not up to date");
        }
    };
    const auto by_hand = [&] {
        for (int call = 0; call < calls; ++call) {
            sqlite3_stmt* query = nullptr;
            sqlite3_prepare_v2(db, "SELECT version_num FROM alembic_version", -1, &query, nullptr);
            if (sqlite3_step(query) != SQLITE_ROW) throw std::runtime_error("no row");
            const auto* row = reinterpret_cast<const char*>(sqlite3_column_text(query, 0));
            if (head != row || sqlite3_step(query) != SQLITE_DONE) throw std::runtime_error("not at head");
            sqlite3_finalize(query);
        }
    };
    double best[2] = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    for (int run = 0; run < 10; ++run) {
        best[0] = std::min(best[0], measure(ours));
        best[1] = std::min(best[1], measure(by_hand));
    }
    print("already up to date, per call", best[0] * 1e3 / calls, best[1] * 1e3 / calls, "us");
}

int count_statement(unsigned, void* count, void*, void*) {
    ++*static_cast<int*>(count);
    return 0;
}

int statements_of(const made_database& db, const history& h, const options& chosen = {}) {
    int count = 0;
    sqlite3_trace_v2(db, SQLITE_TRACE_STMT, count_statement, &count);
    upgrade(db, h, "head", chosen);
    sqlite3_trace_v2(db, 0, nullptr, nullptr);
    return count;
}

/// The digests of the schemas of these revisions, as a table carries them.
std::string digests_of(const std::vector<spelled_revision>& revisions) {
    std::string text;
    const made_database replayed;
    for (const spelled_revision& each : revisions) {
        replayed.run(each.up);
        char digits[17];
        std::snprintf(digits, sizeof digits, "%016llx",
                      static_cast<unsigned long long>(
                          detail::digest_of(detail::read_objects(replayed, "alembic_version"))));
        text += digits;
    }
    return text;
}

/// Beside a history that takes nothing over, on a database that has no records or is up to date; and beside
/// one that has been told where the database is.
void adoption() {
    const std::vector<spelled_revision> two{{"1", {}, {}, "CREATE TABLE a (x);", ""},
                                            {"2", {"1"}, {}, "CREATE TABLE b (x);", ""}};
    const made_history plain(two);
    const made_history heir(two, {history_format, engine::sqlite},
                            {{"goose", "SELECT version_id, 1, NULL FROM main.goose_db_version"}});
    const auto print_counts = [](const char* what, int ours, int baseline) {
        std::printf("%-46s %10d, baseline %10d\n", what, ours, baseline);
    };
    const made_database fresh;
    const made_database other;
    print_counts("statements of a launch on a new database", statements_of(fresh, heir),
                 statements_of(other, plain));
    const made_database kept;
    kept.run(
        "CREATE TABLE goose_db_version (version_id); INSERT INTO goose_db_version VALUES (1); CREATE TABLE "
        "a (x)");
    const made_database stamped;
    stamped.run("CREATE TABLE a (x)");
    int stamping = 0;
    sqlite3_trace_v2(stamped, SQLITE_TRACE_STMT, count_statement, &stamping);
    stamp(stamped, plain, {"1"});
    sqlite3_trace_v2(stamped, 0, nullptr, nullptr);
    const int told = stamping + statements_of(stamped, plain);
    print_counts("of one that takes it over, beside stamp() first", statements_of(kept, heir), told);
    print_counts("of the next launch", statements_of(kept, heir), statements_of(stamped, plain));
    const made_history known(two, {history_format, engine::sqlite}, {{"its schema", digests_of(two)}});
    options by_schema;
    by_schema.unstamped = adopt::by_schema;
    const made_database bare;
    bare.run("CREATE TABLE a (x)");
    const made_database empty;
    const made_database new_one;
    print_counts("of one on a new database, by its schema", statements_of(empty, known, by_schema),
                 statements_of(new_one, plain));
    print_counts("of one that takes it over by its schema", statements_of(bare, known, by_schema), told);
    print_counts("of the next launch", statements_of(bare, known, by_schema), statements_of(stamped, plain));
}

/// For strace: one upgrade of a new file, nothing else.
int upgrade_once(const char* file, const history& h) {
    const made_database db(file);
    std::printf("%zu revisions applied\n", upgrade(db, h).steps.size());
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    const std::vector<spelled_revision> all = tables_and_indexes();
    const std::vector<spelled_revision> all_but_one(all.begin(), all.end() - 1);
    const made_history whole(all);
    const made_history shorter(all_but_one);
    const history h = whole;
    if (count == 3 && std::strcmp(arguments[1], "--upgrade-once") == 0) return upgrade_once(arguments[2], h);

    up_to_date(h, all.back().id);
    adoption();
    const auto nothing = [](sqlite3*) {};
    compare(
        "1,000 pending revisions", 5, nothing, [&](sqlite3* db) { upgrade(db, h); },
        [&](sqlite3* db) { baseline_upgrade(db, all, 0); });
    compare(
        "1,000 revisions back to base", 5, [&](sqlite3* db) { upgrade(db, h); },
        [&](sqlite3* db) { downgrade(db, h, "base"); }, [&](sqlite3* db) { baseline_downgrade(db, all); });
    compare(
        "one pending revision on top of 999", 25, [&](sqlite3* db) { upgrade(db, shorter); },
        [&](sqlite3* db) { upgrade(db, h); },
        [&](sqlite3* db) { baseline_upgrade(db, all, all.size() - 1); });
    options without_log; // as the baseline, which keeps none
    without_log.log = false;
    compare(
        "the same without headway_log", 25, [&](sqlite3* db) { upgrade(db, shorter, "head", without_log); },
        [&](sqlite3* db) { upgrade(db, h, "head", without_log); },
        [&](sqlite3* db) { baseline_upgrade(db, all, all.size() - 1); });
    return 0;
}
