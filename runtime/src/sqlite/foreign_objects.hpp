#pragma once

#include "sqlite/authorizer.hpp"

#include <string>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// Tells objects outside of `main` that are not a migration's: those of attached databases, and temporary
/// ones that the program has made, which hide objects of the same name. What migrations themselves make in
/// `temp` is theirs.
class foreign_objects {
public:
    /// Finds out what the program has. Returns SQLite's result code.
    [[nodiscard]] int look(sqlite3*);
    /// Whether an action is about such an object. What comes from a trigger or view is its own business.
    /// Without memory the answer is yes.
    [[nodiscard]] bool is_foreign(const statement_action&) noexcept;
    /// Whether an action comes from a temporary trigger of the program that writes to the database, or may
    /// have statements pass over rows.
    [[nodiscard]] bool is_of_program_trigger(const statement_action&) const noexcept;

private:
    struct temporary_trigger {
        std::string name;
        bool raises;
    };
    std::vector<temporary_trigger> triggers_; ///< Of the program.
    const char* main_ = "main";               ///< What the program calls it.
    std::vector<std::string> made_;           ///< In `temp`, by migrations.
    bool all_made_ = false;                   ///< A renaming has made it unclear which.
};

} // namespace headway::detail
