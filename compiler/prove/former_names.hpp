#pragma once

#include "prove/statement_log.hpp"
#include "schema/schema.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace headway::compiler {

/// The name that a table has behind `ALTER TABLE … RENAME TO …`; empty of another statement.
[[nodiscard]] std::optional<std::string> table_renamed_to(std::string_view statement);

/// What the tables and columns of a schema were called before a section that renames them. All names that it
/// returns are folded.
class former_names {
public:
    using column_name = std::pair<std::string, std::string>; ///< Table and column.

    explicit former_names(const schema& before) : before_(before) {}

    /// What a table was called; empty if it was not there.
    [[nodiscard]] std::string table(std::string_view now) const;
    /// Both empty if the column was not there.
    [[nodiscard]] column_name column(std::string_view table_now, std::string_view now) const;

    /// Follows the section by a statement. `sql` is the whole section.
    void pass(std::string_view sql, const watched_statement&);

private:
    void alter(std::string_view table_now, std::string_view statement);

    const schema& before_;
    std::map<std::string, std::string> tables_;  ///< Of names that a table has taken or left.
    std::map<column_name, std::string> columns_; ///< The same, by the former name of their table.
};

} // namespace headway::compiler
