#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// A foreign key of the schema `main`, as a search has found it.
struct foreign_key {
    std::string child; ///< The tables as they are spelled.
    std::string parent;
    std::int64_t number;  ///< SQLite's, among those of the table.
    std::string columns;  ///< Of the child, each read as text, with commas between.
    std::string present;  ///< What is true of a row that refers to something.
    std::string found;    ///< What is true of such a row and its parent.
    std::string identity; ///< Its tables and columns, whatever the case of letters.
    bool lasts = false;   ///< The schema that this one is compared with has it too.
};

/// A row without its parent.
struct orphan {
    const foreign_key* key; ///< Of the search that found it.
    std::string row;        ///< Its rowid; empty if it has none.
    std::string values;     ///< What should name its parent, whatever type it is stored by; empty if unknown.
    std::string complaint;  ///< SQLite's, where no row could be right; else empty.
};

/// What is wrong with the foreign keys of a database at one moment. Moved, it keeps its addresses.
struct orphan_search {
    std::vector<foreign_key> keys;
    std::vector<orphan> orphans;
};

/// Looks at every foreign key of the schema `main`. Throws headway::error.
[[nodiscard]] orphan_search find_orphans(sqlite3*);

/// A line for messages.
[[nodiscard]] std::string describe(const orphan&);

} // namespace headway::detail
