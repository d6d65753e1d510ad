#pragma once

#include "testing/step_run.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace headway::testing {

/// An object as the schema table has it.
struct schema_object {
    std::string sql;
    std::int64_t root; ///< Its first page: another one if it was made anew.
    std::string table; ///< That it belongs to.

    bool operator==(const schema_object& other) const { return root == other.root && sql == other.sql; }
};

/// The objects of a database by kind and name, without those of SQLite and Headway.
using schema_state = std::map<std::string, schema_object>;
[[nodiscard]] schema_state read_state(sqlite3*);

/// What there was of each object that is other now, made anew or gone; nothing of one that is new.
using schema_changes = std::map<std::string, std::optional<schema_object>>;

/// The schema of a database that steps are run in one by one: read where a step changes it.
class followed_schema {
public:
    explicit followed_schema(sqlite3*);
    [[nodiscard]] const schema_state& now() const noexcept { return now_; }
    /// Is called after each step.
    schema_changes follow(const step_effect&);

private:
    schema_changes read_anew();
    void read_new(schema_changes&);
    void remove(const std::vector<std::string>& dropped, schema_changes&);
    [[nodiscard]] std::int64_t last_row() const;

    sqlite3* db_;
    schema_state now_;
    std::int64_t last_row_; ///< Of the schema table.
    bool moves_roots_;      ///< Where a table is dropped, another one may take its pages.
};

/// What two steps, one behind the other, have changed.
[[nodiscard]] schema_changes both_changes(schema_changes first, const schema_changes& second);

/// The tables among the changes that are new and no module's.
[[nodiscard]] std::vector<std::string> new_tables(const schema_changes&, const schema_state& now);

/// What `live` has otherwise than `due`, one line each: `index a is left behind`. `missing` and `extra` end
/// the line of what only one of them has.
[[nodiscard]] std::vector<std::string> differences(const schema_state& due, const schema_state& live,
                                                   const char* missing, const char* extra);
/// The same of what there was before changes, which are to have led back to it, and what there is.
[[nodiscard]] std::vector<std::string> differences(const schema_changes&, const schema_state& now,
                                                   const char* missing, const char* extra);

} // namespace headway::testing
