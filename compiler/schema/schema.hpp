#pragma once

#include "sql/lexeme.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

enum class object_kind : std::uint8_t { table, index, view, trigger };
[[nodiscard]] std::string_view to_string(object_kind) noexcept;

/// What `PRAGMA table_xinfo` reports of a column.
struct table_column {
    std::string name;          ///< As spelled.
    std::string type;          ///< As spelled.
    std::string type_meaning;  ///< Normalised and folded.
    std::string default_value; ///< As spelled; empty for none.
    lexemes default_meaning;
    bool not_null = false;
    int primary_key = 0; ///< Place in the primary key from 1, or 0.
    int hidden = 0;      ///< 0 plain, 1 hidden column of a virtual table, 2 virtual, 3 stored generated.
    [[nodiscard]] bool generated() const noexcept { return hidden >= 2; }
};

/// What `index_list` and `index_xinfo` report of an index.
struct index_structure {
    struct part {
        std::string column; ///< Folded; empty for an expression or the rowid.
        bool expression = false;
        bool descending = false;
        std::string collation; ///< Folded.
        bool key = false;      ///< False for what SQLite adds to reach the row.
        friend bool operator==(const part&, const part&) = default;
    };
    std::string name; ///< Folded, for indexes that a constraint makes.
    bool unique = false;
    bool partial = false;
    std::string origin; ///< `c` by CREATE INDEX, `u` by UNIQUE, `pk` by PRIMARY KEY.
    std::vector<part> parts;
    friend bool operator==(const index_structure&, const index_structure&) = default;
};

/// What `foreign_key_list` reports of one foreign key; names folded.
struct foreign_key {
    std::string table;
    std::vector<std::string> from;
    std::vector<std::string> to; ///< Empty strings where the parent's primary key is meant.
    std::string on_update;
    std::string on_delete;
    std::string match;
    friend bool operator==(const foreign_key&, const foreign_key&) = default;
};

/// What the pragmas report of a table.
struct table_structure {
    bool is_virtual = false;
    std::string module; ///< Of a virtual table, folded; from its statement.
    bool without_rowid = false;
    bool strict = false;
    std::vector<table_column> columns;
    std::vector<index_structure> constraints; ///< Indexes that PRIMARY KEY and UNIQUE make, by name.
    std::vector<foreign_key> foreign_keys;
};

/// One row of `sqlite_schema`, twice: as tokens, and as the pragmas report it.
struct schema_object {
    object_kind kind;
    std::int64_t rowid; ///< In `sqlite_schema`: the order of creation.
    std::string name;
    std::string table; ///< The table it belongs to; its own name for tables and views.
    std::string sql;
    lexemes meaning;
    std::optional<table_structure> structure; ///< Of a table.
    std::optional<index_structure> index;     ///< Of an index.
};

/// The objects of one database in order of creation, without those that SQLite, a virtual table or the caller
/// keeps for itself. Objects are shared between schemas and never change.
struct schema {
    std::vector<std::shared_ptr<const schema_object>> objects;
    /// Looks at one object after the other; schema_lookup is for many questions.
    [[nodiscard]] const schema_object* find(object_kind, std::string_view name) const noexcept;
};

/// An object that was dropped, with the indexes and triggers that went along.
struct dropped_object {
    object_kind kind;
    std::string name;
};

/// Reads the schema of `main` over and over. An object whose row in `sqlite_schema` is as at the last call is
/// shared with that call's result; the pragmas are asked only about tables of which something changed. A call
/// costs one pass over `sqlite_schema` plus the work for what changed.
class schema_reader {
public:
    /// `left_out` are tables that belong to the caller; their indexes and triggers are left out with them.
    explicit schema_reader(std::vector<std::string> left_out = {});

    /// Throws SQLite::Exception, also where a virtual table's module is missing.
    [[nodiscard]] schema read(SQLite::Database&);
    /// The same where nothing has happened since the last call but that `dropped` were dropped and others
    /// were made: that is what it costs then, without a pass over `sqlite_schema`.
    [[nodiscard]] schema read(SQLite::Database&, const std::vector<dropped_object>& dropped);

private:
    struct entry {
        std::shared_ptr<const schema_object> object;
        bool shown; ///< False for what is left out.
    };
    class pass;
    [[nodiscard]] schema shown() const;

    std::vector<std::string> left_out_;
    std::vector<entry> entries_; ///< Of the last call, in order of rowid.
    bool has_virtual_ = false;   ///< Whether it has ever seen a virtual table.
};

[[nodiscard]] schema read_schema(SQLite::Database&, std::vector<std::string> left_out = {});

} // namespace headway::compiler
