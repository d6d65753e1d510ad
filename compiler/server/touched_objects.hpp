#pragma once

#include "postgresql/result.hpp"

#include <libpq-fe.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace headway::compiler {

/// What transactions may have changed.
struct touched_objects {
    bool everything = false;           ///< Nobody knows what.
    bool beside_tables = false;        ///< Schemas, types, routines, extensions.
    std::vector<std::string> tables{}; ///< By their oids; also views, sequences and what has gone.

    void add(const touched_objects&);
    /// The oids as an array of the server: `{1,2}`.
    [[nodiscard]] std::string array() const;
};

/// What others cannot do with a table while a lock is held.
enum class lock_cost : std::uint8_t { nothing, writes, reads };

/// The locks of a transaction.
struct held_locks {
    struct lock {
        lock_cost cost = lock_cost::nothing;
        bool writes_rows = false;
        bool may_change = false; ///< The table, or its rows.
    };
    std::map<std::string, lock> of_tables{}; ///< And of indexes, by their oids.
    std::int64_t note = 0;                   ///< What the triggers of touch_notes say.
};

/// The locks that a connection holds, as another one sees them: what migrations do to their session does not
/// get in its way.
class lock_reader {
public:
    /// Both have to outlive it. Throws std::runtime_error if the server refuses, as the others do.
    lock_reader(PGconn* of, PGconn* reader);

    [[nodiscard]] held_locks read() const;

private:
    PGconn* reader_;
    std::string process_;
};

/// Notes what the transactions of a connection touch, by the server's own word: its locks say which tables,
/// its event triggers what else. Where the user may make none, it is everything.
class touch_notes {
public:
    touch_notes(PGconn* of, const lock_reader&);

    /// At the end of a transaction, before its commit.
    [[nodiscard]] touched_objects take() const;

private:
    const lock_reader& locks_;
    bool can_tell_;
};

/// The answer to a statement that was prepared. Throws std::runtime_error if there is none.
[[nodiscard]] detail::pg_result ask_prepared(PGconn*, const char* name, const std::string& parameter);
void prepare(PGconn*, const char* name, const std::string& sql);

} // namespace headway::compiler
