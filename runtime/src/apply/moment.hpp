#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace headway::detail {

/// Milliseconds since 1970 UTC.
[[nodiscard]] std::int64_t now_ms();

/// `2026-11-23T14:30:00.123Z`
[[nodiscard]] std::string utc_text(std::int64_t ms);

/// When a wait is over. For ever is as long as a year, which does not overflow.
[[nodiscard]] std::chrono::steady_clock::time_point deadline_after(std::chrono::milliseconds) noexcept;

} // namespace headway::detail
