#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What others cannot do with a table while a lock is held.
enum class lock_cost : std::uint8_t { nothing, writes, reads };

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
    /// Listens to the connection's messages from now on.
    explicit table_watch(PGconn*);
    ~table_watch();
    table_watch(const table_watch&) = delete;
    table_watch& operator=(const table_watch&) = delete;

    /// Before a transaction.
    void begin();
    /// Behind each of its statements.
    [[nodiscard]] std::vector<table_effect> look(std::string_view statement);
    /// Behind them, and behind look().
    [[nodiscard]] std::vector<name_change> changes();

private:
    struct known_table {
        std::string oid;
        std::string name;
        std::string bare_name; ///< Without its schema, and unquoted, as messages have it.
        std::string file;
        lock_cost lock = lock_cost::nothing;
        bool has_rows_written = false; ///< By a statement before.
    };
    struct known_name {
        std::string key; ///< Of the table, or of the table and the column's number.
        std::string name;
        std::string bare_name;
    };
    static void listen(void* self, const PGresult*);
    [[nodiscard]] bool is_scanned(const known_table&) const;
    [[nodiscard]] std::vector<known_name> read_names() const;

    PGconn* on_;
    std::vector<known_table> tables_;
    std::vector<known_name> names_;
    std::vector<std::string> messages_; ///< Since the last look.
};

} // namespace headway::compiler
