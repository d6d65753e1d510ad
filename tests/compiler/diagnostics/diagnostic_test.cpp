#include "diagnostics/diagnostic.hpp"

#include "catch.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace headway::tests {
using namespace compiler;
namespace {

std::shared_ptr<const source_text> file(std::string path, std::string text) {
    return std::make_shared<source_text>(source_text{std::move(path), std::move(text)});
}

/// The output for one mistake at `part` of the text.
std::string shown(std::string text, std::string_view part) {
    const auto in = file("m/1.sql", std::move(text));
    const std::size_t begin = in->text.find(part);
    diagnostics found;
    found.add(rule::directive, {in, begin, begin + part.size()}, "wrong");
    return found.render();
}

} // namespace

TEST_CASE("a position is counted in lines and code points from 1") {
    const source_text text{"m/1.sql", "ab\né漢x\n\ny"};
    const std::map<std::size_t, std::pair<std::size_t, std::size_t>> places{
        {0, {1, 1}},  {2, {1, 3}},  {3, {2, 1}},  {8, {2, 3}},
        {10, {3, 1}}, {11, {4, 1}}, {12, {4, 2}}, {1'000, {4, 2}}};
    position_finder in_order;
    position_finder backwards;
    for (const auto& [offset, place] : places) {
        CHECK(in_order.find(text, offset).line == place.first);
        CHECK(in_order.find(text, offset).column == place.second);
    }
    for (auto each = places.rbegin(); each != places.rend(); ++each) {
        CHECK(backwards.find(text, each->first).line == each->second.first);
        CHECK(backwards.find(text, each->first).column == each->second.second);
    }
    const source_text other{"m/2.sql", "\nz"};
    CHECK(in_order.find(other, 1).line == 2);
    CHECK(in_order.line_begin() == 1);
    CHECK(in_order.line_end() == 2);
    CHECK(in_order.find(text, 8).column == 3);
}

TEST_CASE("a diagnostic is printed with its place, its line and a caret under the span") {
    CHECK(shown("SELECT 1;\n-- migrate:upp\n", "-- migrate:upp") == "m/1.sql:2:1: error: wrong [directive]\n"
                                                                    "    2 | -- migrate:upp\n"
                                                                    "      | ^~~~~~~~~~~~~~\n");
}

TEST_CASE("the caret stands right behind tabs and letters of several bytes") {
    CHECK(shown("\té\t漢x = y", "x = ") == "m/1.sql:1:5: error: wrong [directive]\n"
                                           "    1 | \té\t漢x = y\n"
                                           "      | \t \t ^~~~\n");
}

TEST_CASE("a span of several lines is marked up to the end of its first") {
    CHECK(shown("a 'b\nc' d", "'b\nc'") == "m/1.sql:1:3: error: wrong [directive]\n"
                                           "    1 | a 'b\n"
                                           "      |   ^~\n");
}

TEST_CASE("the end of a line and of the text can be marked") {
    CHECK(shown("ab\ncd", "\n") == "m/1.sql:1:3: error: wrong [directive]\n    1 | ab\n      |   ^\n");
    const auto in = file("m/1.sql", "ab");
    diagnostics found;
    found.add(rule::directive, {in, 2, 2}, "wrong");
    CHECK(found.render() == "m/1.sql:1:3: error: wrong [directive]\n    1 | ab\n      |   ^\n");
}

TEST_CASE("of a very long line the part around the caret is printed") {
    CHECK(shown(fmt::format("{:a<300000}é!{:b<300000}", "", ""), "!") ==
          fmt::format("m/1.sql:1:300002: error: wrong [directive]\n"
                      "    1 | …{:a<59}é!{:b<59}…\n"
                      "      |  {: <60}^\n",
                      "", "", ""));
}

TEST_CASE("a line of the window's width is not cut, a line of one more is") {
    CHECK(shown(fmt::format("!{:a<119}", ""), "!") ==
          fmt::format("m/1.sql:1:1: error: wrong [directive]\n    1 | !{:a<119}\n      | ^\n", ""));
    CHECK(shown(fmt::format("!{:a<120}", ""), "!") ==
          fmt::format("m/1.sql:1:1: error: wrong [directive]\n    1 | !{:a<119}…\n      | ^\n", ""));
}

TEST_CASE("the underline of a long span ends with the window") {
    CHECK(
        shown(std::string(500, 'a'), std::string(400, 'a')) ==
        fmt::format("m/1.sql:1:1: error: wrong [directive]\n    1 | {:a<120}…\n      | ^{:~<119}\n", "", ""));
}

TEST_CASE("nothing that could steer a terminal is printed") {
    CHECK(shown(std::string("\x1B[31m\0\xE9\x7F\xC2\x9B!", 11), "!") ==
          "m/1.sql:1:10: error: wrong [directive]\n"
          "    1 | \uFFFD[31m\uFFFD\uFFFD\uFFFD\uFFFD!\n"
          "      |          ^\n");
    diagnostics found;
    found.add(rule::unreadable, {file("m/\x1B\n.sql", ""), 0, 0}, "it is \x1B[31m");
    CHECK(found.render() == "m/\uFFFD\uFFFD.sql: error: it is \uFFFD[31m [unreadable]\n");
}

TEST_CASE("a place without a text or without a file is printed without a line") {
    diagnostics found;
    found.add(rule::no_migrations, {file("m", ""), 0, 0}, "empty");
    found.add(rule::multiple_heads, {}, "two heads").notes.push_back({{}, "run `headway merge`"});
    CHECK(found.render() == "headway: error: two heads [multiple-heads]\n"
                            "note: run `headway merge`\n"
                            "m: warning: empty [no-migrations]\n");
}

TEST_CASE("notes follow their diagnostic, each with its own place") {
    const auto one = file("m/1.sql", "a\nb");
    const auto two = file("m/2.sql", "c");
    diagnostics found;
    diagnostic& added = found.add(rule::duplicate_id, {two, 0, 1}, "twice");
    added.notes.push_back({{one, 2, 3}, "the first"});
    added.notes.push_back({{two, 0, 1}, "the second"});
    CHECK(found.render() == "m/2.sql:1:1: error: twice [duplicate-id]\n    1 | c\n      | ^\n"
                            "m/1.sql:2:1: note: the first\n    2 | b\n      | ^\n"
                            "m/2.sql:1:1: note: the second\n    1 | c\n      | ^\n");
}

TEST_CASE("diagnostics come in the order of their places, however they were added") {
    const auto one = file("m/1.sql", "a\nb\nc");
    const auto two = file("m/2.sql", "d");
    diagnostics found;
    found.add(rule::directive, {two, 0, 1}, "5");
    found.add(rule::directive, {one, 4, 5}, "4");
    found.add(rule::unterminated, {one, 2, 3}, "3");
    found.add(rule::directive, {one, 2, 3}, "2");
    found.add(rule::directive, {one, 2, 3}, "1");
    std::string order;
    const std::string text = found.render();
    for (std::size_t at = 0; (at = text.find("error: ", at)) != text.npos;)
        order += text[at += 7];
    CHECK(order == "12345");
}

TEST_CASE("warnings and notes are no errors") {
    diagnostics found;
    CHECK_FALSE(found.has_errors());
    found.add(rule::description, {}, "");
    found.add(rule::lock_missing, {}, "");
    CHECK_FALSE(found.has_errors());
    CHECK(found.render() == "headway: warning:  [description]\nheadway: note:  [lock-missing]\n");
    found.add(rule::cycle, {}, "");
    CHECK(found.has_errors());
}

} // namespace headway::tests
