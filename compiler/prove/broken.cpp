#include "prove/broken.hpp"

#include "prove/newer_syntax.hpp"
#include "prove/trial.hpp"
#include "read/place.hpp"
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

constexpr std::array creations{SQLITE_CREATE_VIEW, SQLITE_CREATE_TRIGGER};
/// What others may have relied on.
constexpr std::array losses{SQLITE_DROP_TABLE, SQLITE_DROP_VTABLE, SQLITE_DROP_VIEW, SQLITE_ALTER_TABLE};

template <class Codes>
bool does_any(const statement_log& log, const Codes& codes) {
    const auto& all = log.statements();
    return std::any_of(all.begin(), all.end(), [&](const watched_statement& each) {
        return std::any_of(codes.begin(), codes.end(), [&](int code) { return each.does(code); });
    });
}

bool can_break(const schema_object& object) {
    return object.kind == object_kind::view || object.kind == object_kind::trigger;
}

std::string try_object(SQLite::Database& database, const schema& all, const schema_object& object) {
    return object.kind == object_kind::view ? try_view(database, object) : try_trigger(database, all, object);
}

location place_of(const proven_step& step, const schema_object& object) {
    const int code = object.kind == object_kind::view ? SQLITE_CREATE_VIEW : SQLITE_CREATE_TRIGGER;
    const auto& all = step.up.statements();
    const auto made = std::find_if(all.rbegin(), all.rend(), [&](const watched_statement& each) {
        return each.does(code, object.name);
    });
    return made == all.rend() ? marker_of(step.of.up) : statement_at(step.of.up, made->begin);
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
        if (is_old && was_broken) continue;
        found.push_back(
            {rule::broken, place_of(step, *object),
             fmt::format("{} {} cannot work: {}", to_string(object->kind), quote_name(object->name), message),
             advice_on(message)});
    }
}

} // namespace headway::compiler
