#include "link/sound_part.hpp"

#include "catch.hpp"
#include "make_source.hpp"

using namespace headway;
using namespace headway::test;

namespace {

using names = std::vector<std::string>;

names ids_of(const graph& of) {
    names list;
    for (const linked_revision& each : of.revisions)
        list.push_back(each.from.id.text);
    return list;
}

graph part_of(const std::vector<revision>& revisions) {
    diagnostics found;
    return sound_part(link(make_sources(revisions), {}, found));
}

} // namespace

TEST_CASE("of a sound history every revision is sound") {
    const graph part = part_of({{"a"}, {"b", {"a"}}, {"c", {"a"}}, {"d", {"b", "c"}}, {"e", {"d"}, {"a"}}});
    CHECK(ids_of(part) == names{"a", "b", "c", "d", "e"});
    CHECK(part.revisions[3].revises == std::vector<std::uint32_t>{1, 2});
    CHECK(part.heads == std::vector<std::uint32_t>{4});
    CHECK(part.bases == std::vector<std::uint32_t>{0});
}

TEST_CASE("what descends from a missing revision is not sound") {
    const graph part = part_of({{"a"}, {"b", {"lost"}}, {"c", {"a"}, {"b"}}, {"d", {"b"}}, {"e", {"a"}}});
    CHECK(ids_of(part) == names{"a", "e"});
    CHECK(part.revisions[1].revises == std::vector<std::uint32_t>{0});
    CHECK(part.heads == std::vector<std::uint32_t>{1});
}

TEST_CASE("what follows itself is not sound, nor what descends from it") {
    CHECK(ids_of(part_of({{"a"}, {"b", {"d"}}, {"c", {"b"}}, {"d", {"c"}}, {"e", {"d"}}, {"f", {"a"}}})) ==
          names{"a", "f"});
    CHECK(ids_of(part_of({{"a", {"a"}}, {"b", {"a"}}})).empty());
}
