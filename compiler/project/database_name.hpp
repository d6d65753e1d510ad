#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace headway::compiler {

/// The name of a database, the way SQLite opens it.
struct database_name {
    std::string text; ///< A path, or a `file:` URI.
    bool is_uri = false;
};

/// Understands a path, a URL as SQLAlchemy writes it (`sqlite:///relative`, `sqlite:////absolute`) and a
/// `file:` URI. Pure. Throws usage_error for other engines and for databases in memory, which nobody would
/// find again.
[[nodiscard]] database_name parse_database_name(std::string_view text);

/// Whether a name is that of a PostgreSQL server: `postgresql://` or `postgres://`, also with SQLAlchemy's
/// driver behind the first word.
[[nodiscard]] bool names_server(std::string_view text) noexcept;
/// The same as libpq takes it.
[[nodiscard]] std::string server_url(std::string_view text);
/// The same without its password, for messages.
[[nodiscard]] std::string without_password(std::string_view text);

/// The same name as it is reached when it is written in a file of `directory`.
[[nodiscard]] std::string relative_to(std::string_view database, const std::filesystem::path& directory);

} // namespace headway::compiler
