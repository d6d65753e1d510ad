#include "catch.hpp"
#include "make_source.hpp"

#include "link/lock.hpp"

#include <random>

using namespace headway;
using namespace headway::compiler;
using namespace headway::test;

namespace {

graph link_quietly(const std::vector<revision>& revisions) {
    diagnostics found;
    graph history = link(make_sources(revisions), {true, true}, found);
    REQUIRE_FALSE(found.has_errors());
    return history;
}

std::shared_ptr<const source_text> lock_text(std::string text) {
    return std::make_shared<source_text>(source_text{"migrations/headway.lock", std::move(text)});
}

std::vector<rule> check(const graph& history, std::string text) {
    diagnostics found;
    check_lock(history, lock_text(std::move(text)), found);
    std::vector<rule> rules;
    for (const diagnostic& each : found.list())
        rules.push_back(each.id);
    return rules;
}

const std::vector<revision> three{{"a"}, {"b", {"a"}}, {"c", {"b"}}};

std::string replace(std::string text, std::string_view from, std::string_view to) {
    REQUIRE(text.find(from) != text.npos);
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("a lock file lists checksums and revisions in order, then the heads") {
    const graph history = link_quietly({{"c"}, {"b", {"c"}}, {"a", {"c"}}});
    const auto hex = [&](std::size_t i) { return to_hex(history.revisions[i].from.checksum); };
    CHECK(render_lock(history) == hex(0) + " c\n" + hex(1) + " a\n" + hex(2) + " b\nhead a b\n");
    CHECK(render_lock(graph{}) == "head\n");
}

TEST_CASE("what was written is in order when it is read") {
    CHECK(check(link_quietly(three), render_lock(link_quietly(three))).empty());
    CHECK(check(graph{}, render_lock(graph{})).empty());
    const graph forked = link_quietly({{"a"}, {"b", {"a"}}, {"c", {"a"}}});
    CHECK(check(forked, render_lock(forked)).empty());
    CHECK(check(forked, replace(render_lock(forked), "head b c", "head c b")).empty());
}

TEST_CASE("spaces, CRLF and empty lines in a lock file do not matter") {
    const graph history = link_quietly(three);
    std::string text = render_lock(history);
    text = replace(text, " a\n", "  a \t\r\n\r\n");
    CHECK(check(history, text).empty());
}

TEST_CASE("edited, unlisted and vanished revisions are told apart") {
    const graph before = link_quietly(three);
    auto revisions = three;
    revisions[1].up = "SELECT 'edited';\n";
    CHECK(check(link_quietly(revisions), render_lock(before)) == std::vector{rule::lock_edited});
    revisions.push_back({"d", {"c"}});
    CHECK(check(link_quietly(revisions), render_lock(before)) ==
          std::vector{rule::lock_edited, rule::lock_unlisted});
    CHECK(check(link_quietly({{"a"}, {"b", {"a"}}}), render_lock(before)) ==
          std::vector{rule::lock_vanished});
}

TEST_CASE("a wrong head line is a mistake of its own only if the revisions agree") {
    const graph history = link_quietly(three);
    const std::string text = render_lock(history);
    CHECK(check(history, replace(text, "head c", "head b")) == std::vector{rule::lock_syntax});
    CHECK(check(history, replace(text, "head c", "head")) == std::vector{rule::lock_syntax});
    CHECK(check(history, replace(text, "head c\n", "")) == std::vector{rule::lock_syntax});
    CHECK(check(link_quietly({{"a"}, {"b", {"a"}}, {"c", {"b"}}, {"d", {"c"}}}), text) ==
          std::vector{rule::lock_unlisted});
}

TEST_CASE("what stands in lines that cannot be read is not missed") {
    const graph history = link_quietly(three);
    const std::string text = render_lock(history);
    for (const char* line : {"zz b\n", " b\n", "b\n", "b c d\n", "0 @b\n"})
        CHECK(check(history, replace(text, to_hex(history.revisions[1].from.checksum) + " b\n", line)) ==
              std::vector{rule::lock_syntax});
    auto edited = three;
    edited[2].up = "SELECT 'edited';\n";
    CHECK(check(link_quietly(edited), replace(text, " b\n", "\n")) ==
          std::vector{rule::lock_syntax, rule::lock_edited});
}

TEST_CASE("a conflict that git left is reported once") {
    const graph history = link_quietly(three);
    const std::string hex = to_hex(history.revisions[2].from.checksum);
    const std::string text = replace(render_lock(history), hex + " c\nhead c\n",
                                     "<<<<<<< HEAD\n" + hex + " c\nhead c\n||||||| base\nhead b\n=======\n" +
                                         std::string(64, '0') + " x\nhead x\n>>>>>>> other\n");
    CHECK(check(history, text) == std::vector{rule::lock_syntax});
}

TEST_CASE("files that could not be read are not said to have vanished") {
    diagnostics found;
    found.add(rule::utf8, {}, "a file was not read");
    const graph history = link(make_sources({{"a"}}), {}, found);
    check_lock(history, lock_text(render_lock(link_quietly(three))), found);
    CHECK(found.list().size() == 1);
}

TEST_CASE("a missing lock file is noted, unless there is nothing to lock or something else is wrong") {
    diagnostics found;
    check_lock(link_quietly(three), nullptr, found);
    REQUIRE(found.list().size() == 1);
    CHECK(found.list().front().id == rule::lock_missing);
    CHECK_FALSE(found.has_errors());
    diagnostics none;
    check_lock(graph{}, nullptr, none);
    CHECK(none.list().empty());
    diagnostics broken;
    broken.add(rule::cycle, {}, "something else");
    check_lock(link_quietly(three), nullptr, broken);
    CHECK(broken.list().size() == 1);
}

TEST_CASE("random edits: a lock file that is accepted says what the good one says") {
    const graph history = link_quietly(three);
    const std::string good = render_lock(history);
    std::size_t refused = 0;
    for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        std::string text = good;
        for (std::size_t edits = 1 + random() % 3; edits > 0 && !text.empty(); --edits) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
            case 0:
                text.erase(at, random() % 90);
                break;
            case 1:
                text.insert(at, text.substr(random() % text.size(), random() % 90));
                break;
            default:
                text[at] = "<=>| \nhead0\xff"[random() % 13];
            }
        }
        if (!check(history, text).empty()) {
            ++refused;
            continue;
        }
        std::string without_blanks = text;
        std::erase_if(without_blanks, [](char c) { return c == ' ' || c == '\n'; });
        REQUIRE(without_blanks.size() == good.size() - 8); // 4 line ends, 4 spaces
    }
    CHECK(refused > 1000);
}
