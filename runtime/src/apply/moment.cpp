#include "apply/moment.hpp"

#include <chrono>
#include <ctime>

namespace headway::detail {
namespace {

/// The last digits of a number, as many as there is room for.
void put_digits(std::string& text, std::size_t begin, std::size_t end, int number) noexcept {
    for (auto rest = static_cast<unsigned>(number); end > begin; rest /= 10) {
        text[--end] = static_cast<char>('0' + rest % 10);
    }
}

} // namespace

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
    std::string text = "0000-00-00T00:00:00.000Z";
    put_digits(text, 0, 4, utc.tm_year + 1900);
    put_digits(text, 5, 7, utc.tm_mon + 1);
    put_digits(text, 8, 10, utc.tm_mday);
    put_digits(text, 11, 13, utc.tm_hour);
    put_digits(text, 14, 16, utc.tm_min);
    put_digits(text, 17, 19, utc.tm_sec);
    put_digits(text, 20, 23, static_cast<int>(ms % 1000));
    return text;
}

} // namespace headway::detail
