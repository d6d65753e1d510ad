#include "compiler/prove/made_schema_history.hpp"
#include "prove/prove.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>

namespace headway::tests {
using namespace compiler;
namespace {

constexpr std::uint64_t first_seed = 20'250'602;
constexpr std::size_t histories = 500;
constexpr std::size_t revision_count = 8;

std::string errors_of(const std::vector<made_revision>& made) {
    diagnostics found;
    prove(link_made(made), {}, found);
    diagnostics errors;
    for (const diagnostic& each : found.list()) {
        if (each.level == severity::error) errors.add(each.id, each.where, each.message).notes = each.notes;
    }
    return errors.render();
}

} // namespace

TEST_CASE("a random history whose down sections undo its up sections is proven") {
    for (std::uint64_t seed = first_seed; seed < first_seed + histories; ++seed) {
        const std::string errors = errors_of(history_maker(seed).make(revision_count));
        INFO("seed " << seed << "\n" << errors);
        REQUIRE(errors.empty());
    }
}

TEST_CASE("a mistake planted into a down section of a random history is caught") {
    // Not every history offers a place for every mistake, so more are made than have one.
    constexpr std::size_t kinds = 4;
    std::array<std::size_t, kinds> planted{};
    for (std::uint64_t seed = first_seed;
         *std::min_element(planted.begin(), planted.end()) < histories / kinds; ++seed) {
        const std::size_t kind = seed % kinds;
        history_maker maker(seed);
        auto made = maker.make(revision_count);
        if (planted[kind] == histories / kinds || !maker.plant(made, static_cast<mutation>(kind))) continue;
        ++planted[kind];
        const std::string errors = errors_of(made);
        INFO("seed " << seed << ", mistake " << kind << "\n" << errors);
        REQUIRE(errors.find("[round-trip]") != std::string::npos);
    }
}

} // namespace headway::tests
