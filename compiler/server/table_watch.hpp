#pragma once

#include "server/touched_objects.hpp"

#include <libpq-fe.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What a statement did to a table that was there before its revision.
struct table_effect {
    std::string table;          ///< `public.users`, as the server spells it.
    lock_cost lock;             ///< Of all locks that the transaction holds on it behind the statement.
    bool lock_is_older = false; ///< It has been so since a statement before.
    bool is_rewritten = false;
    bool is_scanned = false; ///< From its beginning to its end, by the server itself.
    bool has_rows_written = false;
};

/// What a table was called, or one of its columns, and what has become of it.
struct name_change {
    std::string was; ///< `table public.users`, `column public.users.name`
    std::string is;  ///< The same by its new name; empty if it is gone.
};

/// Measures what the statements of a transaction do to the tables that were there before: by the locks, the
/// files and the DEBUG1 messages of the server, which says of an empty table what it would say of a large
/// one.
class table_watch {
public:
    /// Listens to the messages of `on` from now on. All have to outlive it; `reader` is another connection to
    /// the database.
    table_watch(PGconn* on, PGconn* reader, const lock_reader&);
    ~table_watch();
    table_watch(const table_watch&) = delete;
    table_watch& operator=(const table_watch&) = delete;

    /// Before a transaction, and behind those that came since: what they touched is looked at anew.
    void begin(const touched_objects& since);
    /// Behind each of its statements.
    [[nodiscard]] std::vector<table_effect> look(std::string_view statement);
    /// Behind look(), which has asked for them.
    [[nodiscard]] std::vector<name_change> changes();

private:
    struct known_table {
        std::string name;
        std::string bare_name; ///< Without its schema, and unquoted, as messages have it.
        std::string file;
        struct column {
            std::string name; ///< `public.users.name`
            std::string bare_name;
        };
        std::map<std::int64_t, column> columns{}; ///< By their numbers.
        lock_cost lock = lock_cost::nothing;
        bool has_rows_written = false; ///< By a statement before.
    };
    using known_tables = std::map<std::string, known_table>; ///< By their oids.
    static void listen(void* self, const PGresult*);
    static void note_changes(known_table& was, const known_table* is, std::vector<name_change>& into);
    [[nodiscard]] bool is_scanned(const known_table&) const;
    static known_tables tables_of(const detail::pg_result&);
    void look_behind_strongest_locks(const held_locks&);

    PGconn* on_;
    PGconn* reader_;
    const lock_reader& locks_;
    known_tables tables_;
    touched_objects locked_; ///< Tables that nobody else can read, and what they are now.
    known_tables now_;
    std::vector<std::string> messages_; ///< Since the last look.
};

} // namespace headway::compiler
