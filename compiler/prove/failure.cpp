#include "prove/failure.hpp"

#include "prove/newer_syntax.hpp"
#include "prove/statement_words.hpp"
#include "read/place.hpp"
#include "sql/lexeme.hpp"
#include "sql/missing.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <optional>

namespace headway::compiler {
using namespace detail;
namespace {

rule rule_of(breach why) noexcept {
    switch (why) {
    case breach::transaction:
    case breach::ends_transaction:
    case breach::leaves_transaction:
        return rule::transaction_control;
    case breach::pragma:
        return rule::pragma;
    case breach::attach:
    case breach::elsewhere:
        return rule::attach;
    case breach::version_table:
    case breach::log_table:
        return rule::headway_table;
    case breach::extension:
        return rule::load_extension;
    case breach::no_need:
        return rule::section_option;
    case breach::temporary_trigger: // the proof has no program around it
    case breach::none:
        break;
    }
    return rule::sql_error;
}

/// How many arguments the call at `offset` has, or -1 if there is no call.
int arguments_at(std::string_view sql, std::size_t offset) {
    const statement_words call = words_of(sql, offset, sql.size());
    return call.size() > 1 && call[1].text == "(" ? count_arguments(call, 1) : -1;
}

/// Whether the failure is placed at the beginning of its statement, which is where it is when SQLite says
/// nothing about the place.
bool is_at_start(const section& of, const statement_failure& failed) {
    constexpr std::size_t enough = 40;
    return of.sql().substr(failed.offset).starts_with(std::string_view(failed.statement).substr(0, enough));
}

bool is_of_function(std::string_view message) {
    return message.starts_with("no such function: ") || message.starts_with("unknown function: ");
}

/// Where the failed statement says what SQLite misses, if it does: a trigger or view may say it instead.
std::optional<location> place_of_name(const section& of, const statement_failure& failed) {
    const auto place = find_missing(of.sql(), failed.offset, failed.message);
    return place ? std::optional(token_at(of, *place)) : std::nullopt;
}

bool has_place(const section& of, const statement_failure& failed) {
    return !is_at_start(of, failed) || failed.message.starts_with("near ");
}

location place_of_error(const section& of, const statement_failure& failed) {
    if (has_place(of, failed)) return token_at(of, failed.offset);
    return place_of_name(of, failed).value_or(statement_at(of, failed.offset));
}

/// Says so if what is missed is not named by the statement.
std::vector<note> explain_place(const section& of, const statement_failure& failed) {
    if (has_place(of, failed) || missing_name(failed.message).empty() || place_of_name(of, failed)) return {};
    return {
        {{},
         fmt::format("not this statement names {}, but a trigger, view or constraint that it makes use of",
                     missing_name(failed.message))}};
}

/// Whether the name at `offset` is called behind FROM: `generate_series(1, 3)`, a table that a module makes
/// up.
bool is_table_function(std::string_view sql, std::size_t offset) {
    std::string before;
    for (const token& each : tokens(sql)) {
        if (each.begin >= offset)
            return (before == "from" || before == "join" || before == ",") &&
                   next_meaning(sql, each.end).in(sql) == "(";
        before = fold(each.in(sql));
    }
    return false;
}

/// The tokenizer that FTS5 lacks where `porter` stands before it, which its message does not say; empty if
/// that is not what failed.
std::string tokenizer_behind_porter(const section& of, const statement_failure& failed) {
    if (failed.message != "error in tokenizer constructor") return {};
    for (const token& each : tokens(of.sql(), failed.offset)) {
        if (each.kind == token_kind::semicolon) break;
        const std::string value = unquote(each.in(of.sql()));
        statement_words words = words_of(value, 0, value.size());
        std::size_t at = 0;
        while (at < words.size() && words[at].text == "porter")
            ++at;
        if (at > 0 && at < words.size()) return unquote(words[at].at.in(value));
    }
    return {};
}

/// What is to be declared, if SQLite lacks something that the application may have; `where` it says so.
std::string undeclared_argument(const section& of, const statement_failure& failed, const location& where) {
    constexpr std::string_view some_extension = "EXTENSIONS <path of the library that has it>";
    const std::size_t offset = where.begin - of.where.begin;
    if (is_of_function(failed.message)) {
        const std::string_view name = missing_name(failed.message);
        const int arguments = arguments_at(of.sql(), offset);
        return arguments < 0 ? fmt::format("FUNCTIONS {}", name)
                             : fmt::format("FUNCTIONS {}/{}", name, arguments);
    }
    if (const auto name = behind(failed.message, "no such collation sequence: "); !name.empty())
        return fmt::format("COLLATIONS {}", name);
    if (const auto name = behind(failed.message, "no such module: "); !name.empty())
        return std::string(some_extension);
    for (const std::string_view prefix : {"no such tokenizer: ", "unknown tokenizer: "}) {
        if (const auto name = behind(failed.message, prefix); !name.empty())
            return fmt::format("TOKENIZERS {}", name);
    }
    if (failed.message.starts_with("no such table: ") && is_table_function(of.sql(), offset))
        return std::string(some_extension);
    return {};
}

/// What an SQLite that is newer than the one at hand would not refuse: the function that is missed, or the
/// syntax at the place. Empty if it is neither.
std::string too_old(const section& of, const statement_failure& failed, const statement_log& log,
                    const location& where) {
    const std::size_t offset = where.begin - of.where.begin;
    const std::string_view miscalled = behind(failed.message, "wrong number of arguments to function ");
    if (is_of_function(failed.message) || !miscalled.empty()) {
        const std::string_view name =
            miscalled.empty() ? missing_name(failed.message) : miscalled.substr(0, miscalled.find("()"));
        return too_old_for(version_of_function(name, arguments_at(of.sql(), offset)));
    }
    const bool is_syntax =
        failed.message.starts_with("near ") || failed.message.starts_with("unrecognized token");
    if (!is_syntax) return {};
    const std::size_t begin = log.statements().empty() ? 0 : log.statements().back().end;
    const statement_words all =
        words_of(of.sql(), begin, next_meaning(of.sql(), where.end - of.where.begin).end);
    for (std::size_t at = 0; at < all.size(); ++at) {
        const bool is_here =
            all[at].at.begin == offset || (at + 1 < all.size() && all[at + 1].at.begin == offset);
        const newer_feature found = is_here ? feature_at(all, at) : newer_feature{};
        if (std::string why = too_old_for(found.version); !why.empty())
            return fmt::format("{}: {}", found.name, why);
    }
    return {};
}

bool is_vacuum(const section& of, std::size_t offset) {
    const token first = next_meaning(of.sql(), offset);
    return same_name(first.in(of.sql()), "vacuum");
}

} // namespace

std::string_view behind(std::string_view message, std::string_view prefix) noexcept {
    return message.starts_with(prefix) ? message.substr(prefix.size()) : std::string_view();
}

finding describe_failure(const section& of, const statement_failure& told, const statement_log& log) {
    statement_failure failed = told;
    if (const std::string name = tokenizer_behind_porter(of, told); !name.empty())
        failed.message = "no such tokenizer: " + name;
    if (failed.refused) return {rule_of(log.refused()), statement_at(of, failed.offset), failed.message, {}};
    if (of.transaction && is_vacuum(of, failed.offset)) {
        return {rule::vacuum,
                statement_at(of, failed.offset),
                "VACUUM cannot run in a transaction. Give it a revision of its own, and mark the section "
                "`transaction:false`.",
                {}};
    }
    location where = place_of_error(of, failed);
    if (const std::string why = too_old(of, failed, log, where); !why.empty()) {
        const bool is_function = is_of_function(failed.message);
        return {is_function ? rule::undeclared : rule::sql_error, std::move(where),
                fmt::format("{}. {}: build headway with a newer one", failed.message, why),
                is_function ? explain_place(of, failed) : std::vector<note>()};
    }
    if (const std::string argument = undeclared_argument(of, failed, where); !argument.empty()) {
        return {rule::undeclared, std::move(where),
                fmt::format("{}. If the application provides it, declare it: add_migrations(... {})",
                            failed.message, argument),
                explain_place(of, failed)};
    }
    return {rule::sql_error, std::move(where), failed.message, explain_place(of, failed)};
}

} // namespace headway::compiler
