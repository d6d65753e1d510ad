#pragma once

#include "schema/module_tables.hpp"
#include "schema/schema.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// Asks the pragmas about the tables and indexes of `main`. Good for as long as the schema stands still.
class pragmas {
public:
    /// With `many` expected questions the list of tables is read once and whole. Where nothing is virtual, no
    /// table is searched for what made it.
    pragmas(SQLite::Database& database, bool many, bool has_virtual);

    /// Whether a virtual table keeps it for itself.
    [[nodiscard]] bool is_shadow(const std::string& table);
    /// `sql` is the statement that makes it: without the word REFERENCES, no foreign keys are asked for.
    [[nodiscard]] table_structure table(const std::string& name, const std::string& sql);
    [[nodiscard]] index_structure index(const std::string& table, std::string_view name);

private:
    struct listed {
        std::string type;
        bool without_rowid = false;
        bool strict = false;
    };
    void list_tables(const std::string& sql);
    const listed& list(const std::string& table);
    const std::string& meaning_of_type(const std::string& declared);
    std::vector<table_column> columns(const std::string& table);
    std::vector<index_structure>& indexes(const std::string& table);
    std::vector<index_structure::part> parts(const std::string& index);
    std::vector<foreign_key> foreign_keys(const std::string& table);

    SQLite::Database& database_;
    std::optional<module_tables> kept_;
    std::map<std::string, listed> listed_;                        ///< By folded name.
    std::map<std::string, std::vector<index_structure>> indexes_; ///< By folded name of the table, no parts.
    std::unordered_map<std::string, std::string> types_;          ///< Their meanings; there are few.
};

} // namespace headway::compiler
