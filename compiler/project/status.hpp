#pragma once

#include "project/project.hpp"
#include "project/whereabouts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

enum class lock_state : std::uint8_t {
    current,
    missing, ///< There is no lock file.
    stale,   ///< It does not say what the migrations are.
};
[[nodiscard]] std::string_view to_string(lock_state) noexcept;

/// How a project and its database are.
struct project_status {
    std::string database; ///< As the user names it; empty if none is named.
    whereabouts place;
    std::string
        adopted; ///< The tool that keeps it still, if the next upgrade takes it over; otherwise empty.
    std::vector<std::uint32_t> pending;      ///< Revisions that the database lacks, in order.
    std::vector<std::uint32_t> irreversible; ///< Those of them that no downgrade takes back.
    std::vector<std::uint32_t> passed_over;  ///< Never applied, though what is applied descends from them.
    std::vector<std::uint32_t> crossed;      ///< Applied, though no version row stands for them.
    std::vector<std::uint32_t> edited;       ///< Revisions that are not as they were applied or locked.
    lock_state lock = lock_state::current;
    [[nodiscard]] bool is_clean() const noexcept {
        return pending.empty() && passed_over.empty() && crossed.empty() && edited.empty() &&
               place.unknown.empty() && lock != lock_state::stale;
    }
};

/// Looks at the lock file, and at the database if one is named.
[[nodiscard]] project_status look_at(const project&);

/// A line for each object in which the database is not what its revisions yield, those that have crossed
/// among them, but for those of others that the settings ignore. Nothing if that cannot be replayed; `found`
/// then says why.
[[nodiscard]] std::vector<std::string> find_drift(const project&, const project_status&, const preparation&,
                                                  diagnostics& found);

} // namespace headway::compiler
