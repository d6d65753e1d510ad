#include "server/table_watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace headway::compiler {
namespace {

/// With their columns; of some oids if they are named.
constexpr const char* query_of_names =
    "SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relname, c.relfilenode, "
    "a.attnum, quote_ident(a.attname), a.attname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
    "c.relnamespace LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT "
    "a.attisdropped WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> "
    "'information_schema' AND c.relname NOT IN ('alembic_version', 'headway_log')";

constexpr const char* names_statement = "headway_names";

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

table_watch::table_watch(PGconn* on, PGconn* reader, const lock_reader& locks)
    : on_(on), reader_(reader), locks_(locks) {
    prepare(reader, names_statement, fmt::format("{} AND c.oid = ANY ($1::oid[])", query_of_names));
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

table_watch::known_tables table_watch::tables_of(const detail::pg_result& all) {
    known_tables found;
    for (int row = 0; row < all.rows(); ++row) {
        known_table& table = found[std::string(all.text(row, 0))];
        table.name = all.text(row, 1);
        table.bare_name = all.text(row, 2);
        table.file = all.text(row, 3);
        if (!all.is_null(row, 4))
            table.columns[all.number(row, 4)] = {fmt::format("{}.{}", table.name, all.text(row, 5)),
                                                 std::string(all.text(row, 6))};
    }
    return found;
}

void table_watch::begin(const touched_objects& since) {
    if (since.everything) {
        tables_ = tables_of(ask(reader_, query_of_names));
    } else if (!since.tables.empty()) {
        for (const std::string& oid : since.tables)
            tables_.erase(oid);
        tables_.merge(tables_of(ask_prepared(reader_, names_statement, since.array())));
    }
    for (auto& [oid, table] : tables_) {
        table.lock = lock_cost::nothing;
        table.has_rows_written = false;
    }
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

/// Nobody gets another file or name, or goes, without the strongest lock there is.
void table_watch::look_behind_strongest_locks(const held_locks& held) {
    locked_ = {};
    for (const auto& [oid, lock] : held.of_tables)
        if (lock.cost == lock_cost::reads && tables_.count(oid) > 0) locked_.tables.push_back(oid);
    if (locked_.tables.empty()) return;
    const std::vector<std::string> said = messages_;
    now_ = tables_of(
        ask(on_, fmt::format("{} AND c.oid = ANY ('{}')", query_of_names, locked_.array()).c_str()));
    messages_ = said; // of the statement alone
}

std::vector<table_effect> table_watch::look(std::string_view statement) {
    const held_locks held = locks_.read();
    look_behind_strongest_locks(held);
    const bool makes_empty = begins_with_word(statement, "truncate");
    const bool inserts = begins_with_word(statement, "insert");
    const bool writes = begins_with_word(statement, "update") || begins_with_word(statement, "delete") ||
                        begins_with_word(statement, "merge");
    std::vector<table_effect> effects;
    for (const auto& [oid, lock] : held.of_tables) {
        const auto found = tables_.find(oid);
        if (found == tables_.end()) continue;
        known_table& known = found->second;
        table_effect seen{known.name, lock.cost};
        seen.lock_is_older = seen.lock == known.lock && seen.lock != lock_cost::nothing;
        seen.is_scanned = !makes_empty && is_scanned(known);
        const auto now = seen.lock == lock_cost::reads ? now_.find(oid) : now_.end();
        const bool has_other_file = now != now_.end() && now->second.file != known.file;
        seen.is_rewritten = has_other_file && !makes_empty;
        if (has_other_file) known.file = now->second.file;
        seen.has_rows_written = lock.writes_rows && (writes || (!known.has_rows_written && !inserts));
        known.has_rows_written = lock.writes_rows;
        known.lock = seen.lock;
        effects.push_back(std::move(seen));
    }
    messages_.clear();
    std::sort(effects.begin(), effects.end(),
              [](const table_effect& left, const table_effect& right) { return left.table < right.table; });
    return effects;
}

/// A column that goes with its table is not told of.
void table_watch::note_changes(known_table& was, const known_table* is, std::vector<name_change>& into) {
    if (is == nullptr) return into.push_back({"table " + was.name, {}});
    if (is->bare_name != was.bare_name) into.push_back({"table " + was.name, "table " + is->name});
    for (const auto& [number, column] : was.columns) {
        const auto now = is->columns.find(number);
        if (now == is->columns.end())
            into.push_back({"column " + column.name, {}});
        else if (now->second.bare_name != column.bare_name)
            into.push_back({"column " + column.name, "column " + now->second.name});
    }
    was.name = is->name;
    was.bare_name = is->bare_name;
    was.columns = is->columns;
}

std::vector<name_change> table_watch::changes() {
    std::vector<name_change> all;
    for (const std::string& oid : locked_.tables) {
        const auto is = now_.find(oid);
        note_changes(tables_[oid], is == now_.end() ? nullptr : &is->second, all);
        if (is == now_.end()) tables_.erase(oid);
    }
    return all;
}

} // namespace headway::compiler
