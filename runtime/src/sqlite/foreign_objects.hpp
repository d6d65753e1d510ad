#pragma once

#include "sqlite/authorizer.hpp"

#include <string>
#include <vector>

namespace headway::detail {

/// Tells objects outside of `main` that are not a migration's: those of attached databases, and temporary
/// ones that the program has made, which hide objects of the same name. What migrations themselves make in
/// `temp` is theirs.
class foreign_objects {
public:
    /// Whether an action is about such an object. `cause` is the trigger or view that it comes from, which is
    /// the program's own business, or null. Without memory the answer is yes.
    [[nodiscard]] bool is_foreign(const statement_action&, const char* cause) noexcept;

private:
    std::vector<std::string> made_; ///< In `temp`, by migrations.
    bool all_made_ = false;         ///< A renaming has made it unclear which.
};

} // namespace headway::detail
