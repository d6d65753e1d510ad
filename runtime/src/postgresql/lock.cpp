// The lock of a postgresql_connection, and the transactions under it.

#include "apply/moment.hpp"
#include "hash.hpp"
#include "headway/error.hpp"
#include "postgresql/connection.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds shortest_poll{4};
constexpr milliseconds longest_poll{100};

} // namespace

/// Of the version table's place: histories with tables of their own do not wait for one another.
std::int64_t postgresql_connection::lock_key() const noexcept {
    hash of;
    of.add("headway ");
    of.add(schema_);
    of.add(".");
    of.add(table_);
    return static_cast<std::int64_t>(of.value());
}

/// To wait within a statement would hold a snapshot, and CREATE INDEX CONCURRENTLY waits for those.
void postgresql_connection::take_session_lock(steady::time_point deadline) {
    if (has_session_lock_) return;
    const std::string attempt = joined({"SELECT pg_try_advisory_lock(", std::to_string(lock_key()), ")"});
    for (milliseconds wait = shortest_poll; !query(attempt, "lock the database").is_true(0, 0);
         wait = std::min(2 * wait, longest_poll)) {
        if (is_over(deadline)) throw locked_error();
        channel_.nap(wait);
    }
    has_session_lock_ = true;
}

void postgresql_connection::begin(steady::time_point deadline) {
    constexpr const char* beginning = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
    if (!is_pooled_) {
        const pg_result begun =
            channel_.ask(joined({beginning, "; ", settings_.to_begin(longest_lock_wait.count())}), true);
        if (begun.has_failed()) throw server_error("begin a transaction", begun);
        return;
    }
    const std::string attempt =
        joined({"SELECT pg_try_advisory_xact_lock(", std::to_string(lock_key()), ")"});
    for (milliseconds wait = shortest_poll;; wait = std::min(2 * wait, longest_poll)) {
        static_cast<void>(query(beginning, "begin a transaction"));
        if (query(attempt, "lock the database").is_true(0, 0)) break;
        roll_back();
        if (is_over(deadline)) throw locked_error();
        channel_.nap(wait);
    }
    static_cast<void>(query(settings_.to_apply(true, longest_lock_wait.count()), "prepare the upgrade"));
}

void postgresql_connection::lock() {
    const steady::time_point deadline = deadline_after(longest_);
    if (!is_pooled_) take_session_lock(deadline);
    begin(deadline);
}

/// Names who holds the lock, as far as the server tells.
error postgresql_connection::locked_error() {
    const pg_result who = channel_.ask(joined(
        {"SELECT l.pid, a.application_name, a.client_addr FROM pg_locks AS l LEFT JOIN pg_stat_activity AS a "
         "USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = "
         "(SELECT "
         "oid FROM pg_database WHERE datname = current_database()) AND ((l.classid::bigint << 32) | "
         "l.objid::bigint) = ",
         std::to_string(lock_key())}));
    std::string holder;
    if (!who.has_failed() && who.rows() > 0) {
        holder = joined({", in server process ", who.text(0, 0)});
        if (!who.text(0, 1).empty()) holder += joined({" for ", printable(who.text(0, 1))});
        if (!who.text(0, 2).empty()) holder += joined({" from ", printable(who.text(0, 2))});
    }
    return {error_code::busy,
            joined({"could not lock the database: another program has been migrating it for ",
                    std::to_string(longest_.count()), " ms", holder,
                    "\nTry again, or allow more time with options::busy_timeout."})};
}

} // namespace headway::detail
