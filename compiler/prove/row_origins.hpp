#pragma once

#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// The tables that a statement reads, folded. `sql` is the statement alone.
[[nodiscard]] std::set<std::string> sources_of(const watched_statement&, std::string_view sql);

/// Whether SQLite itself has all the functions that a statement calls.
[[nodiscard]] bool calls_only_builtins(const watched_statement&, SQLite::Database&);

/// From which tables of the schema before a section it fills others, as far as its statements tell.
class row_origins {
public:
    row_origins(const section&, const statement_log&, const schema& before, SQLite::Database&);

    /// The statement that filled a rebuilt table, if the table that had its name before is among those that
    /// its rows come from, and none is deleted on the way; null otherwise. Then fewer rows are rows that are
    /// lost, to a join for example.
    [[nodiscard]] const watched_statement* rebuilt_by(std::string_view table) const;
    /// Whether each statement that filled a rebuilt table takes as many rows at most as its LIMIT says, and
    /// no other table got them.
    [[nodiscard]] bool is_limited(std::string_view table) const;
    /// The last statement that filled a table from others, by its name behind the section; or null.
    [[nodiscard]] const watched_statement* filled_by(std::string_view table) const;
    /// Whether a table, by its name behind the section, got rows of one that was there before.
    [[nodiscard]] bool is_fed_by(std::string_view table, std::string_view before) const;
    /// The other tables that got rows of this one, and that which it has become itself, by their names behind
    /// the section.
    [[nodiscard]] std::set<std::string> fed_by(std::string_view table) const;

private:
    struct origin {
        std::set<std::string> tables; ///< Of the schema before; folded.
        bool is_plain = true; ///< No rows are deleted, and no function decides that only the application has.
        bool is_limited = true; ///< By a LIMIT, in each statement.
        const watched_statement* last = nullptr;
    };
    class walk;

    std::map<std::string, origin> origins_;    ///< Of the tables that were filled, by folded name.
    std::map<std::string, std::string> moved_; ///< What tables of before are called now, if otherwise.
};

} // namespace headway::compiler
