#pragma once

#include "apply/connection.hpp"
#include "headway/plan.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace headway::detail {

/// A step that was run but not yet committed.
struct timed_step {
    step of;
    std::int64_t started_ms;
    std::chrono::nanoseconds duration;
};

/// What the log says of a step of the history; `storage` is for its down section, as for `down_sql`.
[[nodiscard]] log_record log_of(const history&, const timed_step&, std::string& storage);
[[nodiscard]] log_record log_of_stamp(const history&, std::uint32_t revision);
/// Writes that for each; nothing without a log.
void write_stamps(connection&, const history&, const std::vector<std::uint32_t>& revisions, bool log);
/// What it says of a revision that another tool has applied behind `parents`.
[[nodiscard]] log_record log_of_adoption(const history&, std::uint32_t revision, std::string_view operation,
                                         std::string parents);
/// What the log says of a revision that was taken back by what the log itself had.
[[nodiscard]] log_record log_of_return(std::string_view revision, std::string checksum,
                                       std::int64_t started_ms, std::chrono::nanoseconds duration);

} // namespace headway::detail
