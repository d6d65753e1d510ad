#include "read/source.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86'400 * second;
/// 2025-06-02 is the 20,241st day after 1970-01-01.
constexpr std::int64_t june_second = 20'241 * day;
constexpr std::int64_t half_past_nine = june_second + (9 * 3600 + 30 * 60) * second;

} // namespace

TEST_CASE("a date is its midnight in UTC") {
    CHECK(parse_date("1970-01-01") == 0);
    CHECK(parse_date("2025-06-02") == june_second);
    CHECK(parse_date("1969-12-31") == -day);
    CHECK(parse_date("0001-01-01").has_value());
    CHECK(parse_date("9999-12-31 23:59:59.999999").has_value());
}

TEST_CASE("the time may follow a T or a space, with or without seconds") {
    for (const char* text :
         {"2025-06-02T09:30", "2025-06-02 09:30", "2025-06-02t09:30:00", "2025-06-02 09:30:00.0"}) {
        CAPTURE(text);
        CHECK(parse_date(text) == half_past_nine);
    }
}

TEST_CASE("fractions count to the microsecond") {
    CHECK(parse_date("2025-06-02 09:30:01.5") == half_past_nine + second * 3 / 2);
    CHECK(parse_date("2025-06-02 09:30:00,000001") == half_past_nine + 1);
    CHECK(parse_date("2025-06-02 09:30:00.0000019999999999") == half_past_nine + 1);
}

TEST_CASE("an offset is subtracted") {
    for (const char* text : {"2025-06-02 09:30:00Z", "2025-06-02 09:30:00+00:00", "2025-06-02 09:30:00-00:00",
                             "2025-06-02 11:30:00+02:00", "2025-06-02T11:30+0200", "2025-06-02 11:30 +02",
                             "2025-06-02 04:00:00-05:30", "2025-06-03 08:30:00+23:00"}) {
        CAPTURE(text);
        CHECK(parse_date(text) == half_past_nine);
    }
}

TEST_CASE("leap days are days of leap years alone") {
    CHECK(parse_date("2024-02-29").has_value());
    CHECK(parse_date("2000-02-29").has_value());
    CHECK_FALSE(parse_date("2025-02-29").has_value());
    CHECK_FALSE(parse_date("1900-02-29").has_value());
}

TEST_CASE("what is no date is refused") {
    for (const char* text : {"",
                             "today",
                             "2025",
                             "2025-06",
                             "2025-6-2",
                             "25-06-02",
                             "2025-00-01",
                             "2025-13-01",
                             "2025-06-00",
                             "2025-06-31",
                             "2025/06/02",
                             "2025-06-02 ",
                             "2025-06-02x",
                             "2025-06-02T",
                             "2025-06-02T9:30",
                             "2025-06-02T24:00",
                             "2025-06-02T09:60",
                             "2025-06-02T09:30:60",
                             "2025-06-02T09:30:",
                             "2025-06-02T09:30:00.",
                             "2025-06-02T09:30:00+",
                             "2025-06-02T09:30:00+2",
                             "2025-06-02T09:30:00+24:00",
                             "2025-06-02T09:30:00+02:60",
                             "2025-06-02T09:30:00+02:0",
                             "2025-06-02T09:30:00ZZ",
                             "2025-06-02T09:30:00 UTC",
                             "20250602",
                             "+2025-06-02",
                             "2025-06-02T09:30:00Z "}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

} // namespace headway::tests
