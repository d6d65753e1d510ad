#include "server/server_lint.hpp"

#include "postgresql/statement_kind.hpp"
#include "sql/psql_script.hpp"
#include "sql/psql_token.hpp"
#include "sql/spelled_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace headway::compiler {
namespace {

location first_line_of(const section& of, std::string_view statement) {
    const std::size_t begin = of.where.begin + static_cast<std::size_t>(statement.data() - of.sql().data());
    return {of.where.file, begin, begin + std::min(statement.find('\n'), statement.size())};
}

/// Whether a statement has these words, one right behind the other.
bool has_words(std::string_view statement, std::initializer_list<std::string_view> words) {
    const std::string_view* next = words.begin();
    for (const detail::token& each : detail::psql_tokens(statement)) {
        next = detail::same_name(each.in(statement), *next) ? next + 1 : words.begin();
        if (next == words.end()) return true;
    }
    return false;
}

bool begins_with(std::string_view statement, std::initializer_list<std::string_view> words) {
    detail::token at = detail::next_psql_meaning(statement, 0);
    for (const std::string_view each : words) {
        if (!detail::same_name(at.in(statement), each)) return false;
        at = detail::next_psql_meaning(statement, at.end);
    }
    return true;
}

std::string_view advice_on_scan(std::string_view statement) {
    if (begins_with(statement, {"create"}) && has_words(statement, {"index"}))
        return "CREATE INDEX CONCURRENTLY, in a section `transaction:false`, lets others write";
    if (has_words(statement, {"set", "not", "null"}))
        return "a CHECK (... IS NOT NULL) NOT VALID, which a later revision validates, lets SET NOT NULL "
               "pass "
               "without it";
    if (has_words(statement, {"unique"}) || has_words(statement, {"primary", "key"}))
        return "CREATE UNIQUE INDEX CONCURRENTLY first, and then ADD CONSTRAINT ... USING INDEX";
    return "add it NOT VALID, and VALIDATE CONSTRAINT in a revision behind it, which lets others write";
}

std::string_view others_cannot(lock_cost lock) {
    return lock == lock_cost::reads ? "read or write" : "write";
}

} // namespace

location server_lint::place_of(std::string_view statement) const {
    return first_line_of(of_, statement);
}

void server_lint::judge(std::string_view statement, const std::vector<table_effect>& effects) {
    for (const table_effect& each : effects)
        judge_one(statement, each);
    judge_older_locks(statement, effects);
}

void server_lint::judge_one(std::string_view statement, const table_effect& seen) {
    if (seen.lock == lock_cost::nothing) return;
    if (seen.is_rewritten) {
        found_.add(rule::rewrites_table, place_of(statement),
                   fmt::format("this writes all of {} anew, and others cannot {} it meanwhile", seen.table,
                               others_cannot(seen.lock)));
    } else if (seen.is_scanned) {
        found_
            .add(rule::scans_table, place_of(statement),
                 fmt::format("this reads all of {}, and others cannot {} it meanwhile", seen.table,
                             others_cannot(seen.lock)))
            .notes.push_back({{}, std::string(advice_on_scan(statement))});
    }
}

/// A lock that is held for a moment only is no trouble; one that is held while rows are gone over is.
void server_lint::judge_older_locks(std::string_view statement, const std::vector<table_effect>& effects) {
    const bool is_long = std::any_of(effects.begin(), effects.end(), [](const table_effect& each) {
        return each.has_rows_written || each.is_rewritten || each.is_scanned;
    });
    if (!is_long) return;
    for (const table_effect& each : effects) {
        if (!each.lock_is_older || std::find(told_.begin(), told_.end(), each.table) != told_.end()) continue;
        told_.push_back(each.table);
        found_.add(each.lock == lock_cost::reads ? rule::locks_reads : rule::locks_writes,
                   place_of(statement),
                   fmt::format("this goes over rows while a statement before it keeps others from {} {}",
                               each.lock == lock_cost::reads ? "reading" : "writing", each.table));
    }
}

void server_lint::judge(std::string_view statement, const std::vector<name_change>& changes) {
    for (const name_change& each : changes) {
        const bool is_table = each.was.starts_with("table ");
        if (!each.is.empty())
            found_.add(
                rule::renamed, place_of(statement),
                fmt::format("{} becomes {}: a program of the release before asks for it by its old name",
                            each.was, each.is));
        else
            found_.add(is_table ? rule::drop_table : rule::drop_column, place_of(statement),
                       fmt::format("{} is dropped with its {}", each.was, is_table ? "rows" : "values"));
    }
}

namespace {

/// False if the statement cannot run.
bool judge_words_of(const section& of, std::string_view statement, diagnostics& found) {
    const location where = first_line_of(of, statement);
    if (statement.starts_with('\\')) {
        found.add(rule::psql_command, where, "this is a command of psql, and no SQL");
        return false;
    }
    if (detail::copies_from_program(statement)) {
        found.add(rule::copy_stdin, where, "a migration has no rows to copy: write INSERT");
        return false;
    }
    if (begins_with(statement, {"create"}) &&
        has_words(statement, {"index", "concurrently", "if", "not", "exists"}))
        found.add(
            rule::concurrently_if_not_exists, where,
            "with IF NOT EXISTS the server passes over an index of this name that never came to its end");
    if (begins_with(statement, {"set"}) && !begins_with(statement, {"set", "local"}) &&
        !begins_with(statement, {"set", "constraints"}) && !begins_with(statement, {"set", "transaction"}))
        found.add(rule::session_setting, where,
                  "this is set to the end of the section; write SET LOCAL, which says so");
    return true;
}

} // namespace

bool judge_words(const section& of, diagnostics& found) {
    bool can_run = true;
    detail::for_each_psql_statement(
        of.sql(), [&](std::string_view one) { can_run = judge_words_of(of, one, found) && can_run; });
    return can_run;
}

} // namespace headway::compiler
