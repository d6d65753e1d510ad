#pragma once

#include <span>
#include <string>

namespace headway::tests {

/// A mistake that a planner could make.
struct planted_bug {
    const char* name;
    bool always_shows;                        ///< False if it makes no difference to some rows.
    std::string (*plant)(std::string script); ///< Empty if the script has no place for it.
};

[[nodiscard]] std::span<const planted_bug> planted_bugs() noexcept;

} // namespace headway::tests
