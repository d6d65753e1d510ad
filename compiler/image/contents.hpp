#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// All that a database holds, by the kind and name of what holds it: a digest of the statement that made it,
/// and of its rows with their rowids. How that lies in the file is left out, and so is when the log was
/// written.
using contents = std::map<std::string, std::uint64_t>;
[[nodiscard]] contents contents_of(SQLite::Database&);

/// The kind and name of the first of what one of the two has otherwise; nothing if they are alike.
[[nodiscard]] std::optional<std::string> first_difference(const contents& left, const contents& right);

} // namespace headway::compiler
