#include "project/detect.hpp"

#include "project/database.hpp"
#include "prove/schema_at.hpp"
#include "schema/compare.hpp"
#include "sqlite/name_pattern.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

/// Where tools keep what they have applied: no revision makes these tables.
constexpr std::array<std::string_view, 30> bookkeeping_tables{"schema_migrations",
                                                              "ar_internal_metadata",
                                                              "schema_info",
                                                              "alembic_version",
                                                              "django_migrations",
                                                              "knex_migrations",
                                                              "knex_migrations_lock",
                                                              "kysely_migration",
                                                              "kysely_migration_lock",
                                                              "migrations",
                                                              "typeorm_metadata",
                                                              "mikro_orm_migrations",
                                                              "SequelizeMeta",
                                                              "goose_db_version",
                                                              "__diesel_schema_migrations",
                                                              "__drizzle_migrations",
                                                              "flyway_schema_history",
                                                              "_prisma_migrations",
                                                              "refinery_schema_history",
                                                              "_sqlx_migrations",
                                                              "atlas_schema_revisions",
                                                              "DATABASECHANGELOG",
                                                              "DATABASECHANGELOGLOCK",
                                                              "migrate_version",
                                                              "mojo_migrations",
                                                              "_yoyo_migration",
                                                              "_yoyo_log",
                                                              "_yoyo_version",
                                                              "yoyo_lock",
                                                              "room_master_table"};

constexpr int lock_timeout = 30'000; // ms, as everywhere

bool is_bookkeeping(std::string_view name) {
    return std::find(bookkeeping_tables.begin(), bookkeeping_tables.end(), name) != bookkeeping_tables.end();
}

bool is_of_others(const difference& one, const std::vector<std::string>& patterns) {
    if (one.kind != difference_kind::extra) return false;
    return is_bookkeeping(one.name) || is_bookkeeping(one.table) ||
           std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
               return detail::fits(pattern, one.name) || detail::fits(pattern, one.table);
           });
}

likeness likeness_of(std::uint32_t revision, const schema& yielded, const schema& actual,
                     const std::vector<std::string>& ignored) {
    likeness result{revision, {}};
    for (const difference& one : compare(yielded, actual)) {
        if (is_of_others(one, ignored)) continue;
        for (std::string& line : describe(one, {.extra = "is not there then"}))
            result.differences.push_back(std::move(line));
    }
    return result;
}

} // namespace

std::vector<likeness> find_likeness(const project& of, const preparation& prepare, diagnostics& found) {
    SQLite::Database database = open_database(of.from, access::read);
    database.setBusyTimeout(lock_timeout);
    prepare(database);
    const schema actual = read_schema(database, {of.from.version_table, "headway_log"});
    std::vector<likeness> all;
    const bool is_known =
        each_schema(of.history, prepare, found, [&](std::uint32_t revision, const schema& at) {
            all.push_back(likeness_of(revision, at, actual, of.from.ignore));
        });
    if (!is_known) return {};
    std::stable_sort(all.begin(), all.end(), [](const likeness& left, const likeness& right) {
        const auto size = [](const likeness& one) { return one.differences.size(); };
        return size(left) != size(right) ? size(left) < size(right) : left.revision > right.revision;
    });
    return all;
}

} // namespace headway::compiler
