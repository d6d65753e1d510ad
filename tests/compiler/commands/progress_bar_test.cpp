#include "catch.hpp"

#include "commands/progress_bar.hpp"

using namespace headway;
using namespace headway::compiler;

TEST_CASE("the progress bar fills as steps are done, and names the revision under way") {
    CHECK(render_progress(0, 4, "0a01", 80) == "[........................] 1/4 0a01");
    CHECK(render_progress(1, 4, "0a02", 80) == "[######..................] 2/4 0a02");
    CHECK(render_progress(4, 4, "", 80) == "[########################] 4/4 ");
}

TEST_CASE("the progress bar stays within the terminal") {
    CHECK(render_progress(0, 1'000'000, std::string(64, 'x'), 40).size() == 40);
}
