#include "catch.hpp"

#include "emit/literal.hpp"

#include <algorithm>
#include <random>

using namespace headway;
using namespace headway::compiler;

namespace {

std::string render(std::string_view bytes) {
    std::string text;
    render_literal(text, bytes);
    return text;
}

bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

/// What a compiler reads in adjacent literals; fails on what it could not read.
std::string compile(std::string_view literals) {
    std::string bytes;
    bool inside = false;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        const char c = literals[i];
        if (c == '"') {
            inside = !inside;
        } else if (!inside) {
            REQUIRE((c == ' ' || c == '\n'));
        } else if (c != '\\') {
            REQUIRE((c >= ' ' && c <= '~'));
            bytes += c;
        } else if (const char next = literals[++i]; is_octal(next)) {
            int value = 0;
            for (int digits = 0; digits < 3 && is_octal(literals[i]); ++digits, ++i)
                value = value * 8 + (literals[i] - '0');
            bytes += static_cast<char>(value);
            --i;
        } else {
            REQUIRE((next == 'n' || next == '"' || next == '\\' || next == '?'));
            bytes += next == 'n' ? '\n' : next;
        }
    }
    REQUIRE_FALSE(inside);
    return bytes;
}

} // namespace

TEST_CASE("a literal is one line of source for each line of SQL") {
    CHECK(render("") == "    \"\"");
    CHECK(render("SELECT 1;") == "    \"SELECT 1;\"");
    CHECK(render("CREATE TABLE t (\n    a\n);\n") ==
          "    \"CREATE TABLE t (\\n\"\n    \"    a\\n\"\n    \");\\n\"");
    CHECK(render(std::string_view("up\0down\0", 8)) == "    \"up\\000\"\n    \"down\\000\"");
}

TEST_CASE("what is not plain ASCII is escaped, so that no escape takes in what follows") {
    CHECK(render("say \"hi\"\\n") == "    \"say \\\"hi\\\"\\\\n\"");
    CHECK(render("\t\r\x7f") == "    \"\\011\\015\\177\"");
    CHECK(render("\u00e41") == "    \"\\303\\2441\"");
    CHECK(render(std::string_view("\0007", 2)) == "    \"\\000\"\n    \"7\"");
}

TEST_CASE("two question marks in a row are no trigraph") {
    CHECK(render("a?b") == "    \"a?b\"");
    const std::string two(2, '?');
    CHECK(render(two + "(") == "    \"?\\?(\"");
    CHECK(render(two + two) == "    \"?\\?\\?\\?\"");
}

TEST_CASE("long lines are divided") {
    const std::string line(10'000, 'x');
    const std::string text = render(line);
    CHECK(compile(text) == line);
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        longest = std::max(longest, end - begin);
        begin = end + 1;
    }
    CHECK(longest <= 2'100);
    CHECK(longest >= 2'000);
}

TEST_CASE("random bytes: a compiler reads back what was rendered") {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        std::string bytes(random() % 6'000, '\0');
        const bool text = random() % 2 == 0;
        for (char& c : bytes)
            c = text ? "?\"\\\n07a ("[random() % 9] : static_cast<char>(random() % 256);
        const std::string rendered = render(bytes);
        REQUIRE(compile(rendered) == bytes);
        REQUIRE(rendered.find(std::string(2, '?')) == std::string::npos);
    }
}
