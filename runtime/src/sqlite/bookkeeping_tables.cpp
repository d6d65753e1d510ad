#include "sqlite/bookkeeping_tables.hpp"

#include "sql/spelled_name.hpp"
#include "sql/token.hpp"

#include <algorithm>
#include <iterator>

namespace headway::detail {
namespace {

constexpr std::string_view bookkeeping_tables[] = {
    "DATABASECHANGELOG",
    "DATABASECHANGELOGLOCK",
    "SequelizeMeta",
    "__diesel_schema_migrations",
    "__drizzle_migrations",
    "_prisma_migrations",
    "_sqlx_migrations",
    "_yoyo_log",
    "_yoyo_migration",
    "_yoyo_version",
    "alembic_version",
    "ar_internal_metadata",
    "atlas_schema_revisions",
    "django_migrations",
    "flyway_schema_history",
    "goose_db_version",
    "knex_migrations",
    "knex_migrations_lock",
    "kysely_migration",
    "kysely_migration_lock",
    "migrate_version",
    "migrations",
    "mikro_orm_migrations",
    "mojo_migrations",
    "refinery_schema_history",
    "room_master_table",
    "schema_info",
    "schema_migrations",
    "typeorm_metadata",
    "yoyo_lock",
};

} // namespace

bool is_bookkeeping(std::string_view table) noexcept {
    return std::find(std::begin(bookkeeping_tables), std::end(bookkeeping_tables), table) !=
           std::end(bookkeeping_tables);
}

std::vector<std::string> tables_of(std::string_view query) {
    std::vector<std::string> tables;
    bool is_table = false;  // the token
    bool was_table = false; // the one before it
    for (const token each : tokens(query)) {
        const std::string_view text = each.in(query);
        if (was_table && text == ".") tables.pop_back(); // that was its schema
        const bool is_next = (was_table && text == ".") || same_name(text, "from") || same_name(text, "join");
        if (is_table) tables.push_back(unquote(text));
        was_table = is_table;
        is_table = is_next;
    }
    return tables;
}

} // namespace headway::detail
