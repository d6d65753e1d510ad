#pragma once

#include "diff/migration.hpp"
#include "diff/side.hpp"

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace headway::compiler {

/// From one schema to another.
struct conversion {
    const side& from;
    const side& to;
    std::vector<renaming> renamings;
    std::vector<backfill> backfills;
    bool restoring = false; ///< Whether it takes back another conversion.
};

/// How many views and triggers to take out of the way: SQLite's ALTER refuses to work around those that are
/// broken, or that are broken while it works.
enum class clearing : std::uint8_t {
    needed,   ///< Those that change, and those that speak of a table that is rebuilt.
    touching, ///< Also those that speak of any table that changes.
    all,
};

/// The statements of a conversion, not proven yet.
struct conversion_plan {
    std::vector<change> changes;
    std::map<std::string, std::set<std::string>> filled; ///< By folded table of `to`: columns given values.
    std::vector<refusal> refusals;
};

/// SQLite refuses a renaming.
class renaming_error : public std::runtime_error {
public:
    renaming_error(std::string object, const std::string& message)
        : std::runtime_error(message), object_(std::move(object)) {}
    /// As `column t.a`, by its new name.
    [[nodiscard]] const std::string& object() const noexcept { return object_; }

private:
    std::string object_;
};

/// Throws renaming_error.
[[nodiscard]] conversion_plan plan_conversion(const conversion&, clearing);

} // namespace headway::compiler
