#pragma once

#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// The tables of `main` in which virtual tables keep their rows. SQLite knows only those that the module
/// tells it of; what a CREATE VIRTUAL TABLE makes belongs to it all the same. Good for as long as the schema
/// stands still.
class module_tables {
public:
    explicit module_tables(SQLite::Database& database) : database_(database) {}
    [[nodiscard]] bool has(const std::string& table);

private:
    struct owner {
        std::string name; ///< Folded.
        std::string sql;
        std::optional<std::vector<std::string>> made; ///< How the names of its tables end; once it was asked.
    };
    void find_owners();
    [[nodiscard]] std::vector<std::string> made_by(const owner&);

    SQLite::Database& database_;
    std::optional<std::vector<owner>> owners_;
};

} // namespace headway::compiler
