#include "compiler/prove/made_schema_history.hpp"
#include "prove/prove.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>

namespace headway::tests {
namespace {

constexpr std::uint64_t first_seed = 20'250'602;
constexpr std::size_t histories = 2'000;
constexpr std::size_t revisions = 8;

std::string errors_of(const std::vector<made_revision>& made) {
    diagnostics found;
    prove(link_made(made), {}, found);
    diagnostics errors;
    for (const diagnostic& each : found.list()) {
        if (each.level == severity::error && each.id != rule::fails_on_rows)
            errors.add(each.id, each.where, each.message).notes = each.notes;
    }
    return errors.render();
}

} // namespace

TEST_CASE("a random history whose down sections undo its up sections is proven") {
    for (std::uint64_t seed = first_seed; seed < first_seed + histories; ++seed) {
        const std::string errors = errors_of(history_maker(seed).make(revisions));
        INFO("seed " << seed << "\n" << errors);
        REQUIRE(errors.empty());
    }
}

TEST_CASE("a mistake planted into a down section of a random history is caught") {
    std::array<std::size_t, 4> planted{};
    for (std::uint64_t seed = first_seed; seed < first_seed + histories; ++seed) {
        const auto what = static_cast<mutation>(seed % planted.size());
        history_maker maker(seed);
        auto made = maker.make(revisions);
        if (!maker.plant(made, what)) continue;
        ++planted[seed % planted.size()];
        const std::string errors = errors_of(made);
        INFO("seed " << seed);
        REQUIRE(errors.find("[round-trip]") != std::string::npos);
    }
    // Not every history offers a place for every mistake, but many do.
    for (const std::size_t count : planted)
        CHECK(count >= histories / 20);
}

} // namespace headway::tests
