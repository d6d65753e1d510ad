#include "apply/moment.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace headway::detail {

std::int64_t now_ms() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::chrono::steady_clock::time_point deadline_after(std::chrono::milliseconds wait) noexcept {
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 365);
    return std::chrono::steady_clock::now() + (wait < longest ? wait : longest);
}

std::string utc_text(std::int64_t ms) {
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm utc{};
#ifndef _WIN32
    gmtime_r(&seconds, &utc);
#else
    gmtime_s(&utc, &seconds);
#endif
    char text[96];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", utc.tm_year + 1900,
                  utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                  static_cast<int>(ms % 1000));
    return text;
}

} // namespace headway::detail
