#include "read/text.hpp"

#include "reading.hpp"

namespace headway::tests {
using namespace compiler;

TEST_CASE("a byte order mark and CRLF are normalised, whatever else is kept") {
    CHECK(normalise("\xEF\xBB\xBF"
                    "a\r\nb\r\n") == "a\nb\n");
    CHECK(normalise("a\rb\n\r") == "a\rb\n\r");
    CHECK(normalise("a\xEF\xBB\xBF") == "a\xEF\xBB\xBF");
    CHECK(normalise("").empty());
    CHECK(normalise("\xEF\xBB\xBF").empty());
}

TEST_CASE("a CRLF that was converted twice is one line end") {
    CHECK(normalise("a\r\r\nb\r\r\r\n") == "a\nb\n");
}

TEST_CASE("normalising twice is normalising once") {
    for (const std::string_view text : {"\r\r\n", "\r\n\r\n", "\n\r\n", "a\r\r", "\r \r\n"}) {
        const std::string once = normalise(text);
        CHECK(normalise(once) == once);
    }
}

TEST_CASE("the first bad byte is named, with its place") {
    CHECK(places("-- é\n\tab\xE9 \xFF\n") ==
          "2:4: error: byte 0xE9 is not UTF-8 here; save the file as UTF-8 [utf8]\n");
    CHECK(places("-- cut: \xE2\x82") ==
          "1:9: error: byte 0xE2 is not UTF-8 here; save the file as UTF-8 [utf8]\n");
}

TEST_CASE("a NUL byte is refused wherever it stands") {
    constexpr std::string_view message = "error: a NUL byte, where SQLite would stop reading; remove it, or "
                                         "write binary values as x'00' [nul-byte]\n";
    CHECK(places(std::string("\0", 1)) == "1:1: " + std::string(message));
    CHECK(places(good_header + good_sections + std::string("-- \0", 4)) == "11:4: " + std::string(message));
    CHECK(places(std::string("a\0\xFF", 3)) ==
          "1:2: " + std::string(message) +
              "1:3: error: byte 0xFF is not UTF-8 here; save the file as UTF-8 [utf8]\n");
}

TEST_CASE("UTF-16 is called by its name, without a line, since its lines are unreadable") {
    constexpr const char* expected = "005_x.sql: error: this file is UTF-16; save it as UTF-8 [utf8]\n";
    CHECK(complaints(std::string("\xFF\xFE-\0-\0", 6)) == expected);
    CHECK(complaints(std::string("\xFE\xFF\0-\0-", 6)) == expected);
}

TEST_CASE("space is trimmed from both ends") {
    CHECK(trim(" \t\r\n\fa b\n ") == "a b");
    CHECK(trim_end(" a ") == " a");
    CHECK(trim(" \n ").empty());
    CHECK(trim_end("").empty());
}

} // namespace headway::tests
