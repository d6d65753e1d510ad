#include "draw/picture.hpp"

#include "../link/make_source.hpp"
#include "catch.hpp"
#include "draw/escape.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

using namespace headway::test;

/// Everything that a careless drawing would pass on to the terminal, the browser or a parser.
std::string nasty() {
    std::string text = "\x1b[2J</title></script><script>alert(1)</script> ";
    text += "\"'&#`*\\ \xE2\x80\xAE end";
    return text;
}

graph nasty_graph() {
    std::vector<source> sources = make_sources({{"a"}, {"b", {"a"}, {}, {"label"}}});
    for (source& each : sources) {
        each.summary = each.description = nasty();
        each.description.append("\n\n").append(nasty());
    }
    auto text = std::make_shared<source_text>();
    text->text.append("SELECT '").append(nasty()).append("</pre></template>';\n");
    sources[0].up.where = {text, 0, text->text.size()};
    diagnostics found;
    return link(std::move(sources), {}, found);
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++times;
    return times;
}

} // namespace

TEST_CASE("what stands in files cannot break out of any picture") {
    const graph history = nasty_graph();
    const picture drawn{.history = history, .current = {0}, .has_database = true, .title = nasty()};
    for (const std::string& text :
         {draw_text(drawn, {}), draw_dot(drawn), draw_mermaid(drawn), draw_svg(drawn), draw_html(drawn)}) {
        CAPTURE(text);
        CHECK_FALSE(holds(text, "\x1b"));
        CHECK_FALSE(holds(text, "\xE2\x80\xAE"));
    }
    CHECK_FALSE(holds(draw_svg(drawn), "<script>"));
    const std::string page = draw_html(drawn);
    CHECK(count(page, "<script>") == 1); // its own
    CHECK(count(page, "</template>") == 2);
    CHECK_FALSE(holds(draw_dot(drawn), "</script> \"'"));
    CHECK_FALSE(holds(draw_mermaid(drawn), "\"'"));
}

TEST_CASE("SVG and HTML load nothing from elsewhere") {
    const graph history = nasty_graph();
    const picture drawn{.history = history};
    for (std::string text : {draw_svg(drawn), draw_html(drawn)}) {
        const std::string_view name = "http://www.w3.org/2000/svg"; // of the format, not an address
        if (const std::size_t at = text.find(name); at != std::string::npos) text.erase(at, name.size());
        CHECK_FALSE(holds(text, "://"));
        CHECK_FALSE(holds(text, "url("));
        CHECK_FALSE(holds(text, "@import"));
        CHECK_FALSE(holds(text, " src="));
    }
}

TEST_CASE("colours mark lanes, ids and marks, and only where they are wanted") {
    const graph history = nasty_graph();
    const picture drawn{.history = history, .current = {1}, .has_database = true};
    CHECK(holds(draw_text(drawn, {.colour = true, .unicode = true}), "\x1b[33mb\x1b[0m"));
    CHECK_FALSE(holds(draw_text(drawn, {.colour = false, .unicode = true}), "\x1b"));
}

TEST_CASE("what is applied is what the rows and their dependencies descend from") {
    diagnostics found;
    const graph history =
        link(make_sources({{"a"}, {"b"}, {"c", {"a"}, {"b"}}, {"d", {"c"}}}), {true, true}, found);
    const auto marks = marks_of({.history = history, .current = {2}, .has_database = true});
    REQUIRE(ids(history) == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(marks[0].applied);
    CHECK(marks[1].applied);
    CHECK(marks[1].head);
    CHECK((marks[2].applied && marks[2].current));
    CHECK_FALSE(marks[3].applied);
}

TEST_CASE("a date is shown in UTC to the minute, also before 1970") {
    source file;
    CHECK(date_of(file).empty());
    file.created = parse_date("2025-06-02T09:30:59.5+02:00");
    CHECK(date_of(file) == "2025-06-02 07:30");
    file.created = parse_date("1969-12-31T23:59:59.5Z");
    CHECK(date_of(file) == "1969-12-31 23:59");
}

TEST_CASE("characters that command terminals or reorder text are replaced, others are kept") {
    CHECK(escape_terminal("a\tb\x7F\xC2\x9B"
                          "31m é 漢") == "a\uFFFDb\uFFFD\uFFFD31m é 漢");
    CHECK(escape_markup("a\n\tb<&>\"'", true) == "a\n\tb&lt;&amp;&gt;&quot;&#39;");
    CHECK(escape_dot("a\"\\n") == "a\\\"\\\\n");
    CHECK(escape_mermaid("a\"#;") == "a#34;#35;#59;");
}

} // namespace headway::tests
