#include "read/source.hpp"

#include <chrono>

namespace headway::compiler {
namespace {

/// Takes a date apart from the left.
class date_parser {
public:
    explicit date_parser(std::string_view text) noexcept : rest_(text) {}
    std::optional<std::int64_t> parse() noexcept;

private:
    using microseconds = std::chrono::microseconds;

    bool skip(char c) noexcept;
    bool at_digit() const noexcept { return !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; }
    /// A number of exactly `digits` digits that is at most `highest`.
    bool number(int digits, int highest, int& value) noexcept;
    bool day(microseconds& sum) noexcept;
    bool time(microseconds& sum) noexcept;
    bool fraction(microseconds& sum) noexcept;
    bool offset(microseconds& sum) noexcept;

    std::string_view rest_;
};

bool date_parser::skip(char c) noexcept {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
}

bool date_parser::number(int digits, int highest, int& value) noexcept {
    value = 0;
    for (int count = 0; count < digits; ++count) {
        if (!at_digit()) return false;
        value = value * 10 + (rest_[0] - '0');
        rest_.remove_prefix(1);
    }
    return value <= highest;
}

bool date_parser::day(microseconds& sum) noexcept {
    int year = 0;
    int month = 0;
    int day = 0;
    if (!number(4, 9999, year) || !skip('-') || !number(2, 12, month) || !skip('-') || !number(2, 31, day))
        return false;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return false;
    sum += std::chrono::sys_days(date).time_since_epoch();
    return true;
}

bool date_parser::time(microseconds& sum) noexcept {
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if (!number(2, 23, hours) || !skip(':') || !number(2, 59, minutes)) return false;
    if (skip(':') && (!number(2, 59, seconds) || !fraction(sum))) return false;
    sum += std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
    return true;
}

/// Digits beyond microseconds are dropped.
bool date_parser::fraction(microseconds& sum) noexcept {
    if (!skip('.') && !skip(',')) return true;
    if (!at_digit()) return false;
    for (int unit = 100'000; at_digit(); unit /= 10) {
        sum += microseconds((rest_[0] - '0') * unit);
        rest_.remove_prefix(1);
    }
    return true;
}

bool date_parser::offset(microseconds& sum) noexcept {
    skip(' ');
    if (skip('Z') || skip('z') || rest_.empty()) return true;
    const bool east = skip('+');
    if (!east && !skip('-')) return false;
    int hours = 0;
    int minutes = 0;
    if (!number(2, 23, hours)) return false;
    skip(':');
    if (!rest_.empty() && !number(2, 59, minutes)) return false;
    const microseconds ahead = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    sum -= east ? ahead : -ahead;
    return true;
}

std::optional<std::int64_t> date_parser::parse() noexcept {
    microseconds sum{0};
    if (!day(sum)) return std::nullopt;
    if ((skip('T') || skip('t') || skip(' ')) && (!time(sum) || !offset(sum))) return std::nullopt;
    if (!rest_.empty()) return std::nullopt;
    return sum.count();
}

} // namespace

std::optional<std::int64_t> parse_date(std::string_view text) noexcept {
    return date_parser(text).parse();
}

} // namespace headway::compiler
