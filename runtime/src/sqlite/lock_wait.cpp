#include "sqlite/lock_wait.hpp"

#include "headway/error.hpp"
#include "sqlite/statement.hpp"

#include <sqlite3.h>

namespace headway::detail {
namespace {

[[noreturn]] void stop() {
    throw error(error_code::cancelled,
                "the wait for the lock of another connection was cancelled\nThe next launch tries again.");
}

} // namespace

lock_wait::lock_wait(sqlite3* db, std::chrono::milliseconds longest,
                     const std::function<bool()>& cancelled) noexcept
    : db_(db), longest_(longest), cancelled_(cancelled ? &cancelled : nullptr) {
    if (cancelled_ != nullptr) take_timeout();
}

/// Asks for it only where it matters: a launch that is up to date, and cannot be cancelled, has no time for
/// it.
void lock_wait::take_timeout() const noexcept {
    sqlite_statement query;
    if (of_program_ >= 0 || query.prepare(db_, "PRAGMA busy_timeout") != SQLITE_OK ||
        query.step() != SQLITE_ROW)
        return;
    of_program_ = static_cast<int>(query.number(0));
    if (of_program_ > 0) sqlite3_busy_timeout(db_, 0);
}

lock_wait::~lock_wait() {
    if (of_program_ > 0) sqlite3_busy_timeout(db_, of_program_);
}

void lock_wait::beat() const {
    if (beat_) return beat_();
    if (cancelled_ != nullptr && (*cancelled_)()) stop();
}

/// A statement of this same connection does not end while it is waited for: it locks tables, or keeps the
/// database in view as it was before others wrote.
bool lock_wait::is_worth_waiting(int code) const noexcept {
    const int primary = code & 0xff;
    if (primary != SQLITE_BUSY && primary != SQLITE_LOCKED) return false;
    const int of_connection = sqlite3_extended_errcode(db_);
    const int extended = (of_connection & 0xff) == primary ? of_connection : code;
    if (extended == SQLITE_BUSY_SNAPSHOT) return sqlite3_txn_state(db_, "main") == SQLITE_TXN_NONE;
    return extended != SQLITE_LOCKED;
}

/// SQLite remembers that somebody calls sqlite3_interrupt() only while a statement is under way. This one has
/// two rows at least, and reads no schema, which is locked: newer releases read it for any SELECT.
void lock_wait::nap(int ms) const {
    beat();
    sqlite_statement ear;
    const bool listens = ear.prepare(db_, "EXPLAIN ROLLBACK") == SQLITE_OK && ear.step() == SQLITE_ROW;
    sqlite3_sleep(ms);
    if (listens && ear.step() == SQLITE_INTERRUPT) stop();
}

} // namespace headway::detail
