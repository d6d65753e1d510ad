#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

struct sqlite3;

namespace headway::testing {

/// An object as the schema table has it.
struct schema_object {
    std::string sql;
    std::int64_t root; ///< Its first page: another one if it was made anew.

    bool operator==(const schema_object& other) const { return root == other.root && sql == other.sql; }
};

/// The objects of a database by kind and name, without those of SQLite and Headway.
using schema_state = std::map<std::string, schema_object>;
[[nodiscard]] schema_state read_state(sqlite3*);

/// What `live` has otherwise than `due`, one line each: `index a is left behind`. `missing` and `extra` end
/// the line of what only one of them has.
[[nodiscard]] std::vector<std::string> differences(const schema_state& due, const schema_state& live,
                                                   const char* missing, const char* extra);

} // namespace headway::testing
