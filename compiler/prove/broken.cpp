#include "prove/broken.hpp"

#include "prove/newer_syntax.hpp"
#include "prove/trial.hpp"
#include "read/place.hpp"
#include "schema/full_text.hpp"
#include "schema/lookup.hpp"
#include "sql/missing.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace headway::compiler {
namespace {

constexpr std::array creations{SQLITE_CREATE_VIEW, SQLITE_CREATE_TRIGGER, SQLITE_CREATE_VTABLE};
/// What others may have relied on.
constexpr std::array losses{SQLITE_DROP_TABLE, SQLITE_DROP_VTABLE, SQLITE_DROP_VIEW, SQLITE_ALTER_TABLE};

template <class Codes>
bool does_any(const statement_log& log, const Codes& codes) {
    const auto& all = log.statements();
    return std::any_of(all.begin(), all.end(), [&](const watched_statement& each) {
        return std::any_of(codes.begin(), codes.end(), [&](int code) { return each.does(code); });
    });
}

bool is_virtual(const schema_object& object) {
    return object.structure && object.structure->is_virtual;
}

bool can_break(const schema_object& object) {
    return object.kind == object_kind::view || object.kind == object_kind::trigger || is_virtual(object);
}

std::string try_object(SQLite::Database& database, const schema& all, const schema_object& object) {
    if (object.kind == object_kind::table) return try_virtual_table(database, object);
    return object.kind == object_kind::view ? try_view(database, object) : try_trigger(database, all, object);
}

/// Whether a statement takes away or alters what has one of the names that `wanted` accepts.
template <class Wanted>
bool takes_away(const watched_statement& statement, Wanted wanted) {
    return std::any_of(statement.actions.begin(), statement.actions.end(), [&](const watched_action& each) {
        const bool is_loss = std::find(losses.begin(), losses.end(), each.code) != losses.end();
        return is_loss && wanted(each.code == SQLITE_ALTER_TABLE ? each.second : each.first);
    });
}

/// Whether a statement has a token of this name.
bool is_named(std::string_view sql, const watched_statement& statement, std::string_view name) {
    for (const token& each : tokens(sql.substr(0, statement.end), statement.begin)) {
        if (same_name(unquote(each.in(sql)), name)) return true;
    }
    return false;
}

/// The last statement that took what SQLite misses, or else something that the object reads.
std::vector<watched_statement>::const_reverse_iterator
culprit_of(const proven_step& step, const schema_object& object, std::string_view missing) {
    const auto& all = step.up.statements();
    const std::string_view sql = step.of.up.sql();
    const auto exact = std::find_if(all.rbegin(), all.rend(), [&](const watched_statement& each) {
        const bool drops = takes_away(each, [&](std::string_view name) { return same_name(name, missing); });
        return drops || (each.does(SQLITE_ALTER_TABLE) && is_named(sql, each, missing));
    });
    if (exact != all.rend()) return exact;
    const std::string content = is_virtual(object) ? content_of(object).value_or("") : std::string();
    const auto is_read = [&](std::string_view name) {
        if (!content.empty() && same_name(name, content)) return true;
        return std::any_of(object.meaning.begin(), object.meaning.end(), [&](const lexeme& each) {
            return each.kind != lexeme_kind::literal && same_name(each.text, name);
        });
    };
    return std::find_if(all.rbegin(), all.rend(),
                        [&](const watched_statement& each) { return takes_away(each, is_read); });
}

/// The statement that made the object, or a later one that broke it.
location place_of(const proven_step& step, const schema_object& object, std::string_view message) {
    const int code = object.kind == object_kind::view      ? SQLITE_CREATE_VIEW
                     : object.kind == object_kind::trigger ? SQLITE_CREATE_TRIGGER
                                                           : SQLITE_CREATE_VTABLE;
    const auto& all = step.up.statements();
    const auto made = std::find_if(all.rbegin(), all.rend(), [&](const watched_statement& each) {
        return each.does(code, object.name);
    });
    const auto to_blame = std::min(made, culprit_of(step, object, missing_name(message)));
    return to_blame == all.rend() ? marker_of(step.of.up) : statement_at(step.of.up, to_blame->begin);
}

/// What to declare, if the application may have what SQLite misses.
std::vector<note> advice_on(std::string_view message) {
    const std::string_view name = missing_name(message);
    const bool is_function =
        message.starts_with("no such function: ") || message.starts_with("unknown function: ");
    // How it is called the message does not say.
    const std::string too_old = is_function ? too_old_for(version_of_function(name, -1)) : std::string();
    if (!too_old.empty()) return {{{}, too_old + ": build headway with a newer one"}};
    std::string argument;
    if (is_function) argument = fmt::format("FUNCTIONS {}", name);
    if (message.starts_with("no such collation sequence: "))
        argument = fmt::format("COLLATIONS {}", message.substr(message.rfind(' ') + 1));
    if (message.starts_with("no such module: ")) argument = "EXTENSIONS <path of the library that has it>";
    if (argument.empty()) return {};
    return {
        {{}, fmt::format("if the application provides it, declare it: add_migrations(... {})", argument)}};
}

std::vector<note> advice_on_table(const schema_object& table) {
    if (content_of(table).value_or("").empty()) return {};
    return {{{},
             "no statement takes a text search along with its table: drop it before, and create it anew over "
             "columns that are there, then fill it by its command 'rebuild'"}};
}

} // namespace

void broken_objects::load(SQLite::Database& database, const schema& all) {
    known_.clear();
    for (const auto& object : all.objects) {
        if (can_break(*object) && !try_object(database, all, *object).empty())
            known_.insert(key_of(object->kind, object->name));
    }
}

void broken_objects::find(const proven_step& step, SQLite::Database& database, findings& found) {
    const bool all = does_any(step.up, losses);
    if (!all && known_.empty() && !does_any(step.up, creations)) return;
    std::unordered_set<const schema_object*> before;
    for (const auto& object : step.before.objects)
        before.insert(object.get());
    for (const auto& object : step.after.objects) {
        if (!can_break(*object)) continue;
        const std::string key = key_of(object->kind, object->name);
        const bool is_old = before.contains(object.get());
        const bool was_broken = known_.erase(key) != 0;
        if (is_old && !all && !was_broken) continue;
        const std::string message = try_object(database, step.after, *object);
        if (message.empty()) continue;
        known_.insert(key);
        // A new table of a module that is not SQLite's own may read what only the user's machine has.
        if ((is_old && was_broken) || (!is_old && is_virtual(*object) && !is_of_sqlite(*object))) continue;
        found.push_back(
            {rule::broken, place_of(step, *object, message),
             fmt::format("{} {} cannot work: {}", to_string(object->kind), quote_name(object->name), message),
             is_virtual(*object) ? advice_on_table(*object) : advice_on(message), key});
    }
}

} // namespace headway::compiler
