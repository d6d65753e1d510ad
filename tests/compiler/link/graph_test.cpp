#include "catch.hpp"
#include "make_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

using namespace headway;
using namespace headway::test;

namespace {

struct linked {
    graph history;
    diagnostics found;
};

linked link_all(const std::vector<revision>& revisions, link_options options = {}) {
    linked result;
    result.history = link(make_sources(revisions), options, result.found);
    return result;
}

std::vector<rule> rules_of(const diagnostics& found) {
    std::vector<rule> list;
    for (const diagnostic& each : found.list())
        list.push_back(each.id);
    return list;
}

/// The text that a location names.
std::string at(const location& where) {
    return where.file->text.substr(where.begin, where.end - where.begin);
}

using names = std::vector<std::string>;

} // namespace

TEST_CASE("an empty directory links to an empty history") {
    const auto [history, found] = link_all({});
    CHECK(history.revisions.empty());
    CHECK(history.heads.empty());
    CHECK(history.bases.empty());
    CHECK(found.list().empty());
}

TEST_CASE("parents come before children whatever their dates and ids say") {
    const auto [history, found] =
        link_all({{"a", {"b"}, {}, {}, 1}, {"b", {"c"}, {}, {}, 2}, {"c", {}, {}, {}, 3}});
    CHECK(ids(history) == names{"c", "b", "a"});
    CHECK(history.revisions[2].revises == std::vector<std::uint32_t>{1});
    CHECK(ids(history, history.heads) == names{"a"});
    CHECK(ids(history, history.bases) == names{"c"});
    CHECK(found.list().empty());
}

TEST_CASE("unrelated revisions stand by create date, none first, then by id") {
    const auto [history, found] = link_all({{"late", {"base"}, {}, {}, 20},
                                            {"early", {"base"}, {}, {}, 10},
                                            {"tie_b", {"base"}, {}, {}, 15},
                                            {"tie_a", {"base"}, {}, {}, 15},
                                            {"none", {"base"}},
                                            {"base", {}}},
                                           {true, false});
    CHECK(ids(history) == names{"base", "none", "early", "tie_a", "tie_b", "late"});
    CHECK(found.list().empty());
}

TEST_CASE("a merge point's parents are kept as the file names them") {
    const auto [history, found] =
        link_all({{"base"}, {"left", {"base"}}, {"right", {"base"}}, {"merge", {"right", "left"}}});
    CHECK(ids(history) == names{"base", "left", "right", "merge"});
    CHECK(history.revisions[3].revises == std::vector<std::uint32_t>{2, 1});
    CHECK(found.list().empty());
}

TEST_CASE("a dependency orders, but makes neither a head nor a base") {
    const auto [history, found] = link_all({{"a"}, {"b", {"a"}, {"x"}}, {"x"}, {"y", {"x"}}},
                                           {.multiple_heads = true, .multiple_bases = true});
    CHECK(ids(history) == names{"a", "x", "b", "y"});
    CHECK(history.revisions[2].depends_on == std::vector<std::uint32_t>{1});
    CHECK(ids(history, history.heads) == names{"b", "y"});
    CHECK(ids(history, history.bases) == names{"a", "x"});
}

TEST_CASE("a branch that is added later does not reorder the ancestors of a revision") {
    std::vector<revision> revisions{{"001"}, {"b", {"001"}, {}, {}, 5}, {"c", {"b"}, {}, {}, 6}};
    const auto before = ids(link_all(revisions).history);
    revisions.push_back({"000", {"001"}, {}, {}, 1});
    revisions.push_back({"d", {"000", "c"}, {}, {}, 0});
    auto after = ids(link_all(revisions).history);
    std::erase_if(after, [&](auto& id) { return id == "000" || id == "d"; });
    CHECK(after == before);
}

TEST_CASE("a second head is refused, naming both files, where they part and how to join them") {
    const auto [history, found] =
        link_all({{"base"}, {"mid", {"base"}}, {"left", {"mid"}}, {"right", {"mid"}}});
    REQUIRE(rules_of(found) == std::vector{rule::multiple_heads});
    const diagnostic& mistake = found.list().front();
    CHECK(at(mistake.where) == "left");
    CHECK(mistake.message == "the history has 2 heads: 'left' (left_test.sql) and 'right' (right_test.sql)");
    REQUIRE(mistake.notes.size() == 4);
    CHECK(at(mistake.notes[0].where) == "right");
    CHECK(at(mistake.notes[1].where) == "mid");
    CHECK(mistake.notes[2].message == "join them with: headway merge left right -m \"merge heads\"");
}

TEST_CASE("several heads and bases are no mistake where they are permitted") {
    const std::vector<revision> revisions{{"a"}, {"b"}, {"c", {"a"}}, {"d", {"a"}}};
    CHECK(rules_of(link_all(revisions).found) == std::vector{rule::multiple_heads, rule::multiple_bases});
    CHECK(rules_of(link_all(revisions, {true, false}).found) == std::vector{rule::multiple_bases});
    CHECK(rules_of(link_all(revisions, {false, true}).found) == std::vector{rule::multiple_heads});
    CHECK(rules_of(link_all(revisions, {true, true}).found).empty());
}

TEST_CASE("an unknown parent is the only mistake reported of it") {
    const auto [history, found] = link_all({{"001"}, {"002", {"0001"}}});
    REQUIRE(rules_of(found) == std::vector{rule::unknown_parent});
    CHECK(at(found.list().front().where) == "0001");
    CHECK(found.list().front().notes.front().message == "did you mean '001'?");
}

TEST_CASE("an unknown parent that begins one id or is a label suggests that revision") {
    const auto suggestion = [](const std::string& name) {
        const auto [history, found] =
            link_all({{"122b81ebc3d7", {}, {}, {"chat"}}, {"0a", {name}}, {"0b", {"0a"}}});
        return found.list().front().notes.front().message;
    };
    CHECK(suggestion("122b") == "did you mean '122b81ebc3d7'?");
    CHECK(suggestion("chat") == "'chat' is a branch label; did you mean '122b81ebc3d7'?");
    CHECK(suggestion("0") == "did you mean '0b'?");
    CHECK(suggestion("qqqqqqqqqqqqqqqqqqq") == "add the file of that revision, or name another one");
}

TEST_CASE("thousands of unknown parents are reported, the first of them with what may be meant") {
    std::vector<revision> revisions{{"a-root"}};
    for (int at = 0; at < 4000; ++at)
        revisions.push_back({fmt::format("revision_with_a_long_name_{}", at),
                             {fmt::format("revision_with_a_long_game_{}", at)}});
    const std::clock_t begin = std::clock();
    const auto [history, found] = link_all(revisions);
    CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 15); // each by each takes a minute of CPU
    REQUIRE(found.list().size() == 4000);
    CHECK(found.list().front().notes.front().message.starts_with("did you mean 'revision_with_a_long_name_"));
    CHECK(found.list().back().notes.front().message == "add the file of that revision, or name another one");
}

TEST_CASE("of one revision a hundred unknown parents are told, and how many more there are") {
    revision child{"b", {"a"}};
    for (int at = 0; at < 1'000'000; ++at)
        child.revises.push_back(fmt::format("p{}", at));
    const auto [history, found] = link_all({{"a"}, child});
    REQUIRE(found.list().size() == 101);
    CHECK(at(found.list().front().where) == "p0");
    CHECK(at(found.list().back().where) == "b");
    CHECK(found.list().back().message == "'b' names 999900 more revisions that no file here has");
    CHECK(found.render().size() < 100'000);
}

TEST_CASE("parents that may be in files that could not be read are not judged") {
    diagnostics found;
    found.add(rule::utf8, {}, "a file was not read");
    const graph history = link(make_sources({{"a"}, {"b", {"lost"}}, {"c", {"a"}}}), {}, found);
    CHECK(rules_of(found) == std::vector{rule::utf8});
    CHECK_FALSE(history.complete);
}

TEST_CASE("two files of one revision are one mistake, and the later one is at fault") {
    std::vector<source> sources = make_sources({{"a"}, {"b", {"a"}, {}, {}, 7}});
    sources.push_back(make_source({"b", {"a"}, {}, {}, 8}, "again"));
    sources.push_back(make_source({"c", {"b"}}));
    diagnostics found;
    const graph history = link(sources, {}, found);
    REQUIRE(rules_of(found) == std::vector{rule::duplicate_id});
    CHECK(found.list().front().where.file->path == "migrations/b_again.sql");
    CHECK(found.list().front().notes.front().where.file->path == "migrations/b_test.sql");
    CHECK(ids(history) == names{"a", "b", "c"});
}

TEST_CASE("a revision that names itself is a mistake of its own") {
    const auto [history, found] = link_all({{"a"}, {"b", {"a", "b"}}, {"c", {"b"}, {"c"}}});
    REQUIRE(rules_of(found) == std::vector{rule::self_loop, rule::self_loop});
    CHECK(at(found.list().front().where) == "b");
}

TEST_CASE("every independent cycle is reported once, from its smallest id, along a shortest way") {
    const auto [history, found] = link_all({{"base"},
                                            {"c", {"a"}},
                                            {"b", {"c"}},
                                            {"a", {"b", "base"}},
                                            {"z", {"y", "b"}},
                                            {"y", {"x"}, {"z"}},
                                            {"x", {"z"}}});
    REQUIRE(rules_of(found) == std::vector{rule::cycle, rule::cycle});
    std::vector<std::string> messages{found.list()[0].message, found.list()[1].message};
    std::sort(messages.begin(), messages.end());
    CHECK(messages[0].find(": a -> b -> c -> a;") != std::string::npos);
    CHECK(messages[1].find(": x -> z -> y -> x;") != std::string::npos);
    CHECK(history.revisions.size() == 7);
}

TEST_CASE("labels are given once, and are no ids") {
    const auto [history, found] =
        link_all({{"a", {}, {}, {"chat", "users"}}, {"b", {"a"}, {}, {"users"}}, {"c", {"b"}, {}, {"b"}}});
    REQUIRE(rules_of(found) == std::vector{rule::duplicate_label, rule::duplicate_label});
    CHECK(at(found.list()[0].where) == "users");
    CHECK(found.list()[0].where.file->path == "migrations/b_test.sql");
    CHECK(at(found.list()[1].where) == "b");
}

TEST_CASE("a parent that another parent descends from is left out with a warning") {
    const auto [history, found] = link_all({{"a"}, {"b", {"a"}}, {"c", {"a", "b"}}});
    REQUIRE(rules_of(found) == std::vector{rule::redundant_parent});
    CHECK(at(found.list().front().where) == "a");
    CHECK(found.list().front().message == "'c' need not name 'a': its parent 'b' descends from that");
    CHECK_FALSE(found.has_errors());
    CHECK(history.revisions[2].revises == std::vector<std::uint32_t>{1});
    CHECK(ids(history, history.heads) == names{"c"});
}

TEST_CASE("a 'Revises' that only a dependency implies stays, since heads would change") {
    const auto [history, found] = link_all({{"a"}, {"x", {}, {"a"}}, {"m", {"a", "x"}}}, {true, true});
    CHECK(found.list().empty());
    CHECK(history.revisions[2].revises == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a dependency is left out if any parent implies it or is the same") {
    const auto [history, found] =
        link_all({{"a"}, {"x", {}, {"a"}}, {"y", {"x"}, {"a"}}, {"z", {"y"}, {"y"}}}, {true, true});
    CHECK(rules_of(found) == std::vector{rule::redundant_parent, rule::redundant_parent});
    CHECK(history.revisions[2].depends_on.empty());
    CHECK(history.revisions[3].depends_on.empty());
}
