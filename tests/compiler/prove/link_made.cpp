#include "compiler/prove/made_schema_history.hpp"

#include "catch.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace headway::tests {
using namespace compiler;

graph link_made(const std::vector<made_revision>& revisions) {
    diagnostics found;
    std::vector<source> sources;
    for (std::size_t index = 0; index < revisions.size(); ++index) {
        const made_revision& from = revisions[index];
        const std::string id = fmt::format("{:04}", index + 1);
        auto read = read_source(
            id + "_made.sql",
            fmt::format("-- Made.\n--\n-- Revision ID: {}\n-- Revises: {}\n\n-- migrate:up\n{};\n\n-- "
                        "migrate:down\n{};\n",
                        id, index == 0 ? "" : fmt::format("{:04}", index), fmt::join(from.up, ";\n"),
                        fmt::join(from.down, ";\n")),
            found);
        INFO(found.render());
        REQUIRE(read);
        sources.push_back(std::move(*read));
    }
    graph linked = link(std::move(sources), {}, found);
    INFO(found.render());
    REQUIRE_FALSE(found.has_errors());
    return linked;
}

} // namespace headway::tests
