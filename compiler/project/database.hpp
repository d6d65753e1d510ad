#pragma once

#include "project/settings.hpp"

namespace SQLite {
class Database;
}

namespace headway::compiler {

enum class access {
    look,   ///< The file is not changed; one that is not there yet is an empty database, and is not made.
    read,   ///< The file must be there, and is not changed.
    write,  ///< The file must be there.
    create, ///< It is created if it is missing.
};

/// Opens the project's database. Throws usage_error if none is named, std::runtime_error if it cannot be
/// opened.
[[nodiscard]] SQLite::Database open_database(const settings&, access);

/// Throws usage_error if no database is named.
void require_database(const settings&);

/// Whether a database is named.
[[nodiscard]] bool names_database(const settings&) noexcept;

/// Whether there is a file yet. Throws usage_error if none is named.
[[nodiscard]] bool database_exists(const settings&);

class project;

/// The rows of the database's version table; where it has none yet, those that a takeover from another tool
/// would write, and none if there is no file. Throws headway::error where that would be refused.
[[nodiscard]] std::vector<std::string> read_rows(const project&);

} // namespace headway::compiler
