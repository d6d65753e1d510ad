#include "server/touched_objects.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace headway::compiler {
namespace {

/// By an advisory lock, which goes with what is taken back: 1 for an object beside tables, 2 for what does
/// not show. A new name of such an object stands in the definitions of others, and what is granted has no
/// object here. What goes with a table is not told of.
constexpr const char* making_of_triggers = R"SQL(
CREATE FUNCTION pg_temp.headway_note() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE
    own CONSTANT oid[] := '{pg_class,pg_trigger,pg_rewrite,pg_policy,pg_attrdef}'::regclass[];
    note int;
BEGIN
    IF tg_event = 'sql_drop' THEN
        SELECT 1 INTO note FROM pg_event_trigger_dropped_objects()
            WHERE (original OR normal) AND classid <> ALL (own) LIMIT 1;
    ELSE
        SELECT max(CASE WHEN classid IS NULL OR command_tag LIKE 'ALTER%' THEN 2 ELSE 1 END) INTO note
            FROM pg_event_trigger_ddl_commands() WHERE classid IS NULL OR classid <> ALL (own);
    END IF;
    IF note IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock_shared(1214604663, note);
    END IF;
END $$;
CREATE EVENT TRIGGER headway_ends ON ddl_command_end EXECUTE FUNCTION pg_temp.headway_note();
CREATE EVENT TRIGGER headway_drops ON sql_drop EXECUTE FUNCTION pg_temp.headway_note();
ALTER EVENT TRIGGER headway_ends ENABLE ALWAYS;
ALTER EVENT TRIGGER headway_drops ENABLE ALWAYS;
)SQL";

constexpr const char* query_of_locks = "SELECT locktype, relation, mode, classid, objid FROM pg_locks WHERE "
                                       "pid = $1::int AND granted AND locktype IN "
                                       "('relation', 'advisory')";

constexpr const char* locks_statement = "headway_locks";
constexpr std::string_view key_of_notes = "1214604663";

/// By what they keep others from: https://www.postgresql.org/docs/15/explicit-locking.html
lock_cost cost_of(std::string_view mode) {
    if (mode == "AccessExclusiveLock") return lock_cost::reads;
    const bool is_of_writers =
        mode == "ShareLock" || mode == "ShareRowExclusiveLock" || mode == "ExclusiveLock";
    return is_of_writers ? lock_cost::writes : lock_cost::nothing;
}

} // namespace

detail::pg_result ask_prepared(PGconn* on, const char* name, const std::string& parameter) {
    const char* const values[] = {parameter.c_str()};
    detail::pg_result answer(PQexecPrepared(on, name, 1, values, nullptr, nullptr, 0));
    if (answer.has_failed()) throw std::runtime_error("cannot watch the server: " + answer.message(on));
    return answer;
}

void prepare(PGconn* on, const char* name, const std::string& sql) {
    const detail::pg_result answer(PQprepare(on, name, sql.c_str(), 1, nullptr));
    if (answer.has_failed()) throw std::runtime_error("cannot watch the server: " + answer.message(on));
}

void touched_objects::add(const touched_objects& other) {
    everything = everything || other.everything;
    beside_tables = beside_tables || other.beside_tables;
    for (const std::string& each : other.tables)
        if (std::find(tables.begin(), tables.end(), each) == tables.end()) tables.push_back(each);
}

std::string touched_objects::array() const {
    return fmt::format("{{{}}}", fmt::join(tables, ","));
}

lock_reader::lock_reader(PGconn* of, PGconn* reader)
    : reader_(reader), process_(std::to_string(PQbackendPID(of))) {
    prepare(reader, locks_statement, query_of_locks);
}

held_locks lock_reader::read() const {
    const detail::pg_result rows = ask_prepared(reader_, locks_statement, process_);
    held_locks held;
    for (int row = 0; row < rows.rows(); ++row) {
        if (rows.text(row, 0) == "advisory") {
            if (rows.text(row, 3) == key_of_notes) held.note = std::max(held.note, rows.number(row, 4));
            continue;
        }
        const std::string_view mode = rows.text(row, 2);
        held_locks::lock& one = held.of_tables[std::string(rows.text(row, 1))];
        one.cost = std::max(one.cost, cost_of(mode));
        one.writes_rows = one.writes_rows || mode == "RowExclusiveLock";
        one.may_change = one.may_change || (mode != "AccessShareLock" && mode != "RowShareLock");
    }
    return held;
}

touch_notes::touch_notes(PGconn* of, const lock_reader& locks)
    : locks_(locks), can_tell_(!detail::pg_result(PQexec(of, making_of_triggers)).has_failed()) {}

/// Who writes a catalog by hand keeps a lock on it until the commit. So do COMMENT, of which the object's own
/// lock tells, and a few others.
touched_objects touch_notes::take() const {
    constexpr std::int64_t first_of_users = 16384;
    constexpr std::int64_t comments = 2609;
    touched_objects found;
    found.everything = !can_tell_;
    if (!can_tell_) return found;
    const held_locks held = locks_.read();
    found.everything = held.note > 1;
    found.beside_tables = held.note == 1;
    for (const auto& [oid, lock] : held.of_tables) {
        if (!lock.may_change) continue;
        const std::int64_t number = std::strtoll(oid.c_str(), nullptr, 10);
        if (number >= first_of_users)
            found.tables.push_back(oid);
        else if (number != comments)
            found.everything = true;
    }
    return found;
}

} // namespace headway::compiler
