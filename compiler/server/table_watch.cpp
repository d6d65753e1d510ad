#include "server/table_watch.hpp"

#include "postgresql/result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace headway::compiler {
namespace {

constexpr const char* query_of_tables =
    "SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relname, c.relfilenode FROM "
    "pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND "
    "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relname NOT IN ('alembic_version', "
    "'headway_log')";

constexpr const char* query_of_names =
    "SELECT c.oid::text, 'table ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relname FROM "
    "pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND "
    "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' UNION ALL SELECT c.oid || ' ' || a.attnum, "
    "'column ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || '.' || quote_ident(a.attname), "
    "a.attname FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON "
    "n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> "
    "'information_schema' AND a.attnum > 0 AND NOT a.attisdropped";

/// Locks by what they keep others from: https://www.postgresql.org/docs/15/explicit-locking.html
constexpr const char* query_of_locks =
    "SELECT l.relation, max(CASE WHEN l.mode = 'AccessExclusiveLock' THEN 2 WHEN l.mode IN ('ShareLock', "
    "'ShareRowExclusiveLock', 'ExclusiveLock') THEN 1 ELSE 0 END), bool_or(l.mode = 'RowExclusiveLock'), "
    "(SELECT relfilenode FROM pg_class WHERE oid = l.relation) FROM pg_locks AS l WHERE l.pid = "
    "pg_backend_pid() AND l.locktype = 'relation' AND l.granted GROUP BY l.relation";

detail::pg_result ask(PGconn* on, const char* sql) {
    detail::pg_result answer(PQexec(on, sql));
    if (answer.has_failed()) throw std::runtime_error("cannot watch the server: " + answer.message(on));
    return answer;
}

bool begins_with_word(std::string_view statement, std::string_view word) {
    return statement.size() > word.size() &&
           std::equal(word.begin(), word.end(), statement.begin(),
                      [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
}

} // namespace

table_watch::table_watch(PGconn* on) : on_(on) {
    static_cast<void>(ask(on_, "SET client_min_messages = debug1"));
    PQsetNoticeReceiver(on_, listen, this);
}

table_watch::~table_watch() {
    PQsetNoticeReceiver(
        on_, [](void*, const PGresult*) {}, nullptr);
}

void table_watch::listen(void* self, const PGresult* said) {
    const char* const text = PQresultErrorField(said, PG_DIAG_MESSAGE_PRIMARY);
    if (text != nullptr) static_cast<table_watch*>(self)->messages_.emplace_back(text);
}

std::vector<table_watch::known_name> table_watch::read_names() const {
    const detail::pg_result all = ask(on_, query_of_names);
    std::vector<known_name> names;
    for (int row = 0; row < all.rows(); ++row)
        names.push_back(
            {std::string(all.text(row, 0)), std::string(all.text(row, 1)), std::string(all.text(row, 2))});
    std::sort(names.begin(), names.end(),
              [](const known_name& left, const known_name& right) { return left.key < right.key; });
    return names;
}

void table_watch::begin() {
    const detail::pg_result all = ask(on_, query_of_tables);
    tables_.clear();
    for (int row = 0; row < all.rows(); ++row)
        tables_.push_back({std::string(all.text(row, 0)), std::string(all.text(row, 1)),
                           std::string(all.text(row, 2)), std::string(all.text(row, 3))});
    names_ = read_names();
    messages_.clear();
}

/// As the server says it when it goes over a table for a constraint, or for an index.
bool table_watch::is_scanned(const known_table& one) const {
    const std::string verified = fmt::format("verifying table \"{}\"", one.bare_name);
    const std::string indexed = fmt::format(" on table \"{}\"", one.bare_name);
    return std::any_of(messages_.begin(), messages_.end(), [&](const std::string& said) {
        return said == verified || said.starts_with("validating foreign key constraint") ||
               (said.starts_with("building index") && said.find(indexed) != said.npos);
    });
}

std::vector<table_effect> table_watch::look(std::string_view statement) {
    const std::vector<std::string> said = messages_;
    const detail::pg_result locks = ask(on_, query_of_locks);
    messages_ = said; // of the statement alone
    const bool makes_empty = begins_with_word(statement, "truncate");
    const bool inserts = begins_with_word(statement, "insert");
    const bool writes = begins_with_word(statement, "update") || begins_with_word(statement, "delete") ||
                        begins_with_word(statement, "merge");
    std::vector<table_effect> effects;
    for (int row = 0; row < locks.rows(); ++row) {
        const auto known = std::find_if(tables_.begin(), tables_.end(), [&](const known_table& each) {
            return each.oid == locks.text(row, 0);
        });
        if (known == tables_.end()) continue;
        table_effect seen{known->name, static_cast<lock_cost>(locks.number(row, 1))};
        seen.lock_is_older = seen.lock == known->lock && seen.lock != lock_cost::nothing;
        seen.is_scanned = !makes_empty && is_scanned(*known);
        const bool has_other_file = !locks.is_null(row, 3) && locks.text(row, 3) != known->file;
        seen.is_rewritten = has_other_file && !makes_empty;
        if (has_other_file) known->file = locks.text(row, 3);
        seen.has_rows_written = locks.is_true(row, 2) && (writes || (!known->has_rows_written && !inserts));
        known->has_rows_written = locks.is_true(row, 2);
        known->lock = seen.lock;
        effects.push_back(std::move(seen));
    }
    messages_.clear();
    std::sort(effects.begin(), effects.end(),
              [](const table_effect& left, const table_effect& right) { return left.table < right.table; });
    return effects;
}

std::vector<name_change> table_watch::changes() {
    std::vector<known_name> now = read_names();
    std::vector<name_change> all;
    for (const known_name& each : names_) {
        const auto found = std::lower_bound(
            now.begin(), now.end(), each,
            [](const known_name& left, const known_name& right) { return left.key < right.key; });
        const bool is_there = found != now.end() && found->key == each.key;
        if (is_there && found->bare_name == each.bare_name) continue;
        const std::string table = each.key.substr(0, each.key.find(' '));
        const bool goes_with_its_table =
            table != each.key && !is_there &&
            std::none_of(now.begin(), now.end(), [&](const known_name& one) { return one.key == table; });
        if (!goes_with_its_table) all.push_back({each.name, is_there ? found->name : std::string()});
    }
    names_ = std::move(now);
    messages_.clear();
    return all;
}

} // namespace headway::compiler
