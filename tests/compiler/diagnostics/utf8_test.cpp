#include "diagnostics/utf8.hpp"

#include "catch.hpp"

#include <string>

namespace headway::tests {
using namespace compiler;
namespace {

/// The bytes of any code point, surrogates and too large ones too.
std::string encoded(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

} // namespace

TEST_CASE("every code point but the surrogates is valid, and nothing beyond the last") {
    for (char32_t c = 0; c < 0x140000; ++c) {
        const std::string bytes = encoded(c);
        const bool valid = (c < 0xD800 || c > 0xDFFF) && c <= 0x10FFFF;
        const std::size_t expected = valid ? bytes.size() : 0;
        if (code_point_size(bytes, 0) != expected) FAIL("code point " << static_cast<std::uint32_t>(c));
    }
}

TEST_CASE("overlong forms, lone continuations and cut code points are invalid") {
    for (const std::string_view bytes :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE2\x82", "\xE2(\xAC",
          "\xF0\x80\x80\x80", "\xF0\x9F\x98", "\xF5\x80\x80\x80", "\xFE", "\xFF"}) {
        CAPTURE(bytes.size());
        CHECK(code_point_size(bytes, 0) == 0);
        CHECK(find_invalid_utf8("0123456789" + std::string(bytes)) == 10);
    }
}

TEST_CASE("the first invalid byte is found wherever it stands") {
    for (std::size_t before = 0; before < 20; ++before) {
        const std::string text = std::string(before, 'a') + "é\xE9zzzzzzzzzzzzzzz\xFF";
        CHECK(find_invalid_utf8(text) == before + 2);
    }
    CHECK(find_invalid_utf8("") == std::string_view::npos);
    CHECK(find_invalid_utf8("0123456789 größe 漢字 😀 0123456789") == std::string_view::npos);
}

TEST_CASE("columns count code points, and each stray byte as one") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("aé漢😀") == 4);
    CHECK(count_code_points("a\xE9\xFF\xC3") == 4);
}

} // namespace headway::tests
