#include "catch.hpp"

#include "../link/make_source.hpp"
#include "emit/table.hpp"

#include <random>

using namespace headway;
using namespace headway::compiler;
using namespace headway::test;

namespace {

/// A line of history, a revision for each pair of sections.
graph make_line(const std::vector<std::pair<std::string, std::string>>& sections) {
    std::vector<revision> revisions;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        revision r{"r" + std::to_string(i)};
        if (i != 0) r.revises = {revisions.back().id};
        r.created = static_cast<std::int64_t>(i);
        r.up = sections[i].first;
        r.down = sections[i].second;
        revisions.push_back(r);
    }
    diagnostics found;
    graph history = link(make_sources(revisions), {}, found);
    REQUIRE(found.list().empty());
    return history;
}

/// Text of which no part looks like another.
std::string make_text(std::size_t size, std::mt19937& random) {
    std::string text(size, '\0');
    for (char& c : text)
        c = static_cast<char>(1 + random() % 255);
    return text;
}

/// Reads every text back, and looks that each is followed by a NUL.
void check_round_trip(const graph& from, std::uint32_t parts) {
    const table packed(from, parts);
    REQUIRE(packed.parts().size() == parts);
    const history all = packed.view();
    REQUIRE(all.count == from.revisions.size());
    std::string storage;
    for (std::uint32_t i = 0; i < all.count; ++i) {
        const source& s = from.revisions[i].from;
        REQUIRE(all.id(i) == s.id.text);
        REQUIRE(all.summary(i) == s.summary);
        REQUIRE(all.file(i) == s.file_name);
        const std::string_view up = up_sql(all, i, storage);
        REQUIRE((up == s.up.sql()));
        REQUIRE(up.data()[up.size()] == '\0');
        const std::string_view down = down_sql(all, i, storage);
        REQUIRE((down == s.down.sql()));
        REQUIRE(down.data()[down.size()] == '\0');
    }
}

void check_chunks(const table& packed) {
    for (const auto& chunks : packed.parts()) {
        REQUIRE_FALSE(chunks.empty());
        for (const std::string& chunk : chunks)
            REQUIRE(chunk.size() <= chunk_size);
    }
}

} // namespace

TEST_CASE("texts around the borders of chunks are read back whole") {
    std::mt19937 random(1);
    for (const std::size_t whole : {1U, 2U, 3U}) {
        for (std::size_t near = 0; near <= 6; ++near) {
            const std::size_t size = whole * chunk_size + near - 4;
            INFO("size " << size);
            const auto text = make_text(size, random);
            const graph from = make_line({{text, "short"},
                                          {"short", text},
                                          {text, text},
                                          {"", text},
                                          {text, ""},
                                          {text.substr(5), text.substr(size / 2)},
                                          {"", ""}});
            for (const std::uint32_t parts : {1U, 2U, 5U})
                check_round_trip(from, parts);
            check_chunks(table(from, 3));
        }
    }
}

TEST_CASE("random sizes: texts are read back whole from any number of parts") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const auto size = [&] { return random() % (random() % 4 == 0 ? 200'000 : 3'000); };
        std::vector<std::pair<std::string, std::string>> sections(1 + random() % 60);
        for (auto& [up, down] : sections) {
            up = make_text(size(), random);
            down = make_text(size(), random);
        }
        const graph from = make_line(sections);
        const auto parts = static_cast<std::uint32_t>(1 + random() % 9);
        check_round_trip(from, parts);
        check_chunks(table(from, parts));
    }
}

TEST_CASE("a long text begins a chunk and fills whole ones up to its last") {
    std::mt19937 random(2);
    const graph from =
        make_line({{"before", ""}, {make_text(2 * chunk_size, random), "after"}, {"next", ""}});
    const table packed(from, 1);
    const auto& chunks = packed.parts().front();
    REQUIRE(chunks.size() == 5); // names, the first text, the long one
    CHECK(chunks[2].size() == chunk_size);
    CHECK(chunks[3].size() == chunk_size);
    CHECK(chunks[4] == std::string("\0after\0next\0\0", 13));
    const text_place place = packed.view().rows[1].sql;
    CHECK(place.chunk == 2);
    CHECK(place.offset == 0);
}

TEST_CASE("names stand in front, in chunks without SQL") {
    const graph from = make_line({{"UP", "DOWN"}, {"UP", "DOWN"}});
    const table packed(from, 1);
    REQUIRE(packed.parts().front().size() == 2);
    CHECK(packed.parts().front().front() ==
          std::string(
              "r0\0Summary of r0.\0r0_test.sql\0\0\0\0\0\0r1\0Summary of r1.\0r1_test.sql\0\0\0\0\0\0", 70));
}

TEST_CASE("labels are joined by commas") {
    diagnostics found;
    const graph from = link(make_sources({{"a", {}, {}, {"one", "two"}}, {"b", {"a"}}}), {}, found);
    const table packed(from, 1);
    CHECK(packed.view().labels(0) == "one,two");
    CHECK(packed.view().labels(1).empty());
}

TEST_CASE("a summary that would not fit is cut between two characters") {
    diagnostics found;
    std::vector<source> sources = make_sources({{"a"}});
    sources.front().summary = "x";
    while (sources.front().summary.size() < 100'000)
        sources.front().summary += "\u00e4"; // two bytes, of which the limit would halve one
    const graph from = link(std::move(sources), {}, found);
    const table packed(from, 1);
    CHECK(packed.view().summary(0).size() == summary_size - 1);
    CHECK(packed.view().file(0) == "a_test.sql");
    check_chunks(packed);
}

TEST_CASE("rows say what the files say") {
    diagnostics found;
    std::vector<source> sources = make_sources({{"a"}, {"x"}, {"b", {"a"}, {"x"}}});
    sources[2].up.transaction = false;
    sources[1].irreversible = true;
    sources[1].down = {};
    const graph from = link(std::move(sources), {true, true}, found);
    const table packed(from, 1);
    const history all = packed.view();
    REQUIRE(all.count == 3);
    CHECK(all.id(1) == "x");
    CHECK(all.rows[0].up_line == 9);
    CHECK(all.rows[0].down_line == 12);
    CHECK(all.rows[1].down_line == 0);
    CHECK(all.rows[1].down_size == 0);
    CHECK(all.rows[1].flags == irreversible);
    CHECK(all.rows[2].flags == up_without_transaction);
    CHECK(all.rows[2].revises == 1);
    CHECK(all.rows[2].depends_on == 1);
    CHECK(all.edges[all.rows[2].edges] == 0);
    CHECK(all.edges[all.rows[2].edges + 1] == 1);
    CHECK(all.rows[1].checksum[0] == from.revisions[1].from.checksum[0]);
    CHECK(all.rows[1].checksum[3] == 3);
    CHECK(all.head_count == 2);
    CHECK(all.heads[0] == 1);
    CHECK(all.heads[1] == 2);
}

TEST_CASE("parts are of about the same size") {
    std::vector<std::pair<std::string, std::string>> sections(1000, {std::string(2'000, 'u'), "d"});
    const table packed(make_line(sections), 4);
    for (const auto& chunks : packed.parts()) {
        std::size_t size = 0;
        for (const std::string& chunk : chunks)
            size += chunk.size();
        CHECK(size > 400'000);
        CHECK(size < 600'000);
    }
}

TEST_CASE("objects of the schema are packed beside the names") {
    const table packed(make_line({{"up", "down"}}), 2, {{"index i", {}, 7}, {"table t", {}, 9}});
    const history all = packed.view();
    REQUIRE(all.object_count == 2);
    CHECK(all.object(0) == "index i");
    CHECK(all.object(1) == "table t");
    CHECK(all.objects[0].digest == 7);
    CHECK(all.objects[1].digest == 9);
    CHECK(all.summary(0) == make_line({{"up", "down"}}).revisions[0].from.summary);
}

TEST_CASE("an empty history packs into empty parts") {
    const table packed(graph{}, 3);
    CHECK(packed.parts().size() == 3);
    CHECK(packed.view().count == 0);
    CHECK(packed.view().head_count == 0);
}

TEST_CASE("what another tool calls a revision, and how it is asked, is packed beside the names") {
    graph of = make_line({{"up", "down"}, {"up 2", "down 2"}});
    of.revisions[0].from.booked = "one";
    of.revisions[0].from.fingerprint = "f00d";
    of.revisions[0].from.down_file_name = "001.down.sql";
    const table packed(of, 1, {}, {{"notary", "SELECT 1"}, {"clerk", "SELECT 2"}});
    const history all = packed.view();
    CHECK(all.booked(0) == "one");
    CHECK(all.fingerprint(0) == "f00d");
    CHECK(all.down_file(0) == "001.down.sql");
    CHECK(all.booked(1) == all.id(1));
    CHECK(all.fingerprint(1).empty());
    CHECK(all.down_file(1) == all.file(1));
    REQUIRE(all.adoption_count == 2);
    CHECK(all.adopted_tool(1) == "clerk");
    CHECK(all.adoption_query(0) == "SELECT 1");
    CHECK(table(of, 1).view().adoptions == nullptr);
}
