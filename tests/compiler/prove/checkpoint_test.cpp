#include "prove/checkpoint.hpp"

#include "../link/make_source.hpp"
#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

/// Two revisions, each with a text of its own that a test may change.
class two_revisions {
public:
    two_revisions() {
        for (const char* id : {"001", "002"}) {
            history.revisions.push_back({test::make_source({id}), {}, {}});
            auto file = std::make_shared<source_text>(*history.revisions.back().from.file);
            texts.push_back(file);
            history.revisions.back().from.file = file;
        }
    }
    [[nodiscard]] location at(std::size_t revision, std::size_t begin) const {
        return {history.revisions[revision].from.file, begin, begin + 2};
    }
    [[nodiscard]] checkpoint_format format() const { return {history, rows}; }

    graph history;
    fixtures rows = fixtures(2);
    std::vector<std::shared_ptr<source_text>> texts;
};

/// Whatever a line or a field of the format might stumble over.
constexpr const char* awkward = "a\ttab, a\nline, a \\ and \\n as letters";

} // namespace

TEST_CASE("a checkpoint gives back the image and what was found, at its place") {
    const two_revisions made;
    const std::vector<findings> found{{{rule::drop_table,
                                        made.at(0, 4),
                                        awkward,
                                        {{made.at(1, 6), awkward}, {{}, "without a place"}},
                                        awkward,
                                        awkward,
                                        "002"}},
                                      {}};
    const std::string image("image\n\0\twith all\n\n", 18);
    const std::optional<checkpoint> read = made.format().read(made.format().write(image, true, found, 2), 2);
    REQUIRE(read.has_value());
    CHECK(read->image == image);
    CHECK(read->has_rows);
    REQUIRE(read->found.size() == 2);
    CHECK(read->found[1].empty());
    REQUIRE(read->found[0].size() == 1);
    const finding& one = read->found[0][0];
    CHECK(one.id == rule::drop_table);
    CHECK(one.message == awkward);
    CHECK(one.where.file == made.history.revisions[0].from.file);
    CHECK(one.where.begin == 4);
    CHECK(one.where.end == 6);
    REQUIRE(one.notes.size() == 2);
    CHECK(one.notes[0].where.file == made.history.revisions[1].from.file);
    CHECK(one.notes[0].message == awkward);
    CHECK(one.notes[1].where.file == nullptr);
    CHECK(one.object == awkward);
    CHECK(one.before == awkward);
    CHECK(one.mended_by == "002");
}

TEST_CASE("a checkpoint with any byte changed, or cut anywhere, is none") {
    const two_revisions made;
    const std::string bytes =
        made.format().write("image", false, {{{rule::drop_table, made.at(0, 4), "gone", {}}}, {}}, 2);
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        CAPTURE(index);
        std::string damaged = bytes;
        damaged[index] = static_cast<char>(damaged[index] ^ 1);
        CHECK_FALSE(made.format().read(damaged, 2).has_value());
        CHECK_FALSE(made.format().read(std::string_view(bytes).substr(0, index), 2).has_value());
    }
}

TEST_CASE("a checkpoint does not hold once a file that it points into has moved its lines") {
    const two_revisions made;
    const std::vector<findings> found{{{rule::drop_table, made.at(0, 4), "gone", {}}}, {}};
    const std::string bytes = made.format().write("image", false, found, 2);
    made.texts[1]->text.insert(0, "\n");
    CHECK(made.format().read(bytes, 2).has_value()); // nothing points there
    made.texts[0]->text.insert(0, "\n");
    CHECK_FALSE(made.format().read(bytes, 2).has_value());
}

TEST_CASE("a checkpoint of more revisions than are asked for is none") {
    const two_revisions made;
    const std::vector<findings> found{{}, {{rule::drop_table, made.at(1, 4), "gone", {}}}};
    CHECK_FALSE(made.format().read(made.format().write("", false, found, 2), 1).has_value());
}

} // namespace headway::tests
