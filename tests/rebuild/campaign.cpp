// Rebuilds of tables as people write them by hand: correct ones are proven without a word, and what is
// forgotten is named.
//   headway_rebuild_campaign [REBUILDS [SEED]]   correct ones, from SEED on
//   headway_rebuild_campaign --planted           each kind of mistake is planted and has to be named
#include "prove/prove.hpp"
#include "read/source.hpp"
#include "rebuild/made_rebuild.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <map>
#include <stdexcept>

namespace headway::tests {
using namespace compiler;
namespace {

source make_source(const std::string& id, const std::string& parent, const std::vector<std::string>& up,
                   const std::vector<std::string>& down) {
    diagnostics found;
    const std::string back =
        down.empty() ? " irreversible\n" : fmt::format("\n{};\n", fmt::join(down, ";\n"));
    auto read = read_source(id + "_made.sql",
                            fmt::format("-- Made.\n--\n-- Revision ID: {}\n-- Revises: {}\n\n-- migrate:up\n"
                                        "{};\n\n-- migrate:down{}",
                                        id, parent, fmt::join(up, ";\n"), back),
                            found);
    if (!read || found.has_errors()) throw std::runtime_error(found.render());
    return std::move(*read);
}

/// What is said of a rebuild. That rows go along where foreign keys are on is true of any.
diagnostics prove_rebuild(const made_rebuild& made) {
    diagnostics found;
    std::vector<source> sources;
    sources.push_back(make_source("001", "", made.first, {}));
    sources.push_back(make_source("002", "001", made.up, made.down));
    prove(link(std::move(sources), {}, found), {}, found);
    found.adjust([](const diagnostic& each) {
        return each.id == rule::cascade ? std::nullopt : std::optional(each.level);
    });
    return found;
}

void print(std::uint64_t seed, const made_rebuild& made, const std::string& said) {
    fmt::print("seed {}: {}\n== tables\n{};\n== up\n{};\n== down\n{};\n\n", seed, said,
               fmt::join(made.first, ";\n"), fmt::join(made.up, ";\n"), fmt::join(made.down, ";\n"));
}

int run(std::uint64_t rebuilds, std::uint64_t seed) {
    std::uint64_t blamed = 0;
    for (std::uint64_t end = seed + rebuilds; seed < end; ++seed) {
        const auto made = make_rebuild(seed);
        const std::string said = prove_rebuild(*made).render();
        if (said.empty()) continue;
        ++blamed;
        print(seed, *made, said);
    }
    fmt::print("{} correct rebuilds, {} blamed\n", rebuilds, blamed);
    return blamed == 0 ? 0 : 1;
}

struct kind {
    mistake planted;
    const char* name;
    rule named_by;
};
constexpr std::array kinds{
    kind{mistake::order_of_columns, "values in another column", rule::values_moved},
    kind{mistake::ids, "ids that are not copied", rule::renumbered},
    kind{mistake::counter, "a counter that is not carried over", rule::counter_lost},
    kind{mistake::rowids, "rowids that a search knows", rule::stale_search},
    kind{mistake::index, "an index", rule::objects_lost},
    kind{mistake::trigger, "a trigger", rule::objects_lost},
};

bool names(const diagnostics& found, const kind& of) {
    for (const diagnostic& each : found.list())
        // A value may also be refused where it ends.
        if (each.id == of.named_by ||
            (of.planted == mistake::order_of_columns && each.id == rule::new_constraint))
            return true;
    return false;
}

/// The campaign is worth something only if the proof names such mistakes.
int run_planted() {
    constexpr int times = 40;
    bool all_named = true;
    for (const kind& each : kinds) {
        int planted = 0;
        int named = 0;
        for (std::uint64_t seed = 1; planted < times; ++seed) {
            const auto made = make_rebuild(seed, each.planted);
            if (!made) continue;
            ++planted;
            const diagnostics found = prove_rebuild(*made);
            if (names(found, each)) {
                ++named;
            } else {
                print(seed, *made, fmt::format("{} is not named\n{}", each.name, found.render()));
            }
        }
        fmt::print("{:40} planted {} times, named {} times\n", each.name, planted, named);
        all_named = all_named && named == planted;
    }
    return all_named ? 0 : 1;
}

} // namespace
} // namespace headway::tests

int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--planted") == 0) return headway::tests::run_planted();
    const std::uint64_t rebuilds = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 150;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    return headway::tests::run(rebuilds, seed);
}
