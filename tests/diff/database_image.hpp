#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::tests {

/// What the tests know of a database, asked of SQLite's pragmas alone: nothing here is shared with the
/// planner under test.

struct seen_column {
    std::string name; ///< Folded.
    std::string default_value;
    bool generated = false;
    bool not_null = false;
};

enum class table_kind { ordinary, text_search, search_elsewhere, search_nowhere, rtree };

struct seen_table {
    std::string name; ///< Folded.
    table_kind kind = table_kind::ordinary;
    bool has_rowid = true;
    bool counts = false; ///< AUTOINCREMENT
    std::string alias;   ///< The column that is the rowid, folded; empty without one.
    std::vector<seen_column> columns;
    [[nodiscard]] const seen_column* find(std::string_view column) const;
    /// A name for the rowid that no column hides; empty if there is none.
    [[nodiscard]] std::string rowid() const;
};

[[nodiscard]] std::string fold(std::string_view);
[[nodiscard]] std::string in_quotes(std::string_view name);

/// SQL as one line of tokens: no comments, no quotes around names, lower case outside strings.
[[nodiscard]] std::string tokens_of(std::string_view sql);

/// All that can be known of the schema: `type name` to a text that is alike for schemas that are.
[[nodiscard]] std::map<std::string, std::string> describe_schema(SQLite::Database&);

/// By name, in order of creation; without those that a virtual table keeps.
[[nodiscard]] std::vector<seen_table> tables_of(SQLite::Database&);

/// The rows of a query, each as one text, sorted. Nothing if SQLite refuses the query.
[[nodiscard]] std::optional<std::vector<std::string>> rows_of(SQLite::Database&, const std::string& query);

/// The first difference between two schemas, as a sentence; empty for none.
[[nodiscard]] std::string compare_schemas(SQLite::Database& expected, SQLite::Database& actual);

/// Everything in the database, for finding out whether anything has changed.
[[nodiscard]] std::string dump(SQLite::Database&);

} // namespace headway::tests
