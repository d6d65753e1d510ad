#pragma once

#include <string>
#include <string_view>

namespace headway::detail {

/// The version table's name as the statements that create and write it spell it: in quotes only if it needs
/// them.
[[nodiscard]] std::string spelled_table(std::string_view name);

/// The statement that creates the version table, unless it is there; `place` is `main.` or nothing. Alembic's
/// own, to the byte, so that its users find what they know.
[[nodiscard]] std::string version_table_sql(std::string_view place, std::string_view name);

} // namespace headway::detail
