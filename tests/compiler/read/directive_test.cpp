#include "read/directive.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

bool is_exactly(std::string_view comment, directive_kind kind, std::string_view words) {
    const auto found = parse_directive(comment);
    return found && found->exact && found->kind == kind && found->words == words;
}

/// Wrong, but this is what is meant.
bool is_meant_as(std::string_view comment, directive_kind kind, std::string_view spelled) {
    const auto found = parse_directive(comment);
    return found && !found->exact && found->kind == kind && found->spelled == spelled;
}

} // namespace

TEST_CASE("a marker is two dashes, space if any, and its word") {
    CHECK(is_exactly("-- migrate:up", directive_kind::up, ""));
    CHECK(is_exactly("--migrate:up", directive_kind::up, ""));
    CHECK(is_exactly("--\t  migrate:down  ", directive_kind::down, ""));
    CHECK(is_exactly("-- migrate:down irreversible \t x", directive_kind::down, "irreversible \t x"));
}

TEST_CASE("a misspelled marker is known for what it is meant to be") {
    CHECK(is_meant_as("-- Migrate:Up", directive_kind::up, "-- Migrate:Up"));
    CHECK(is_meant_as("-- MIGRATE:DOWN x", directive_kind::down, "-- MIGRATE:DOWN"));
    CHECK(is_meant_as("-- migrate: up", directive_kind::up, "-- migrate: up"));
    CHECK(is_meant_as("-- migrate :down", directive_kind::down, "-- migrate :down"));
    CHECK(is_meant_as("--- migrate:up", directive_kind::up, "--- migrate:up"));
    CHECK(is_meant_as("-- migrate:upgrade", directive_kind::up, "-- migrate:upgrade"));
    CHECK(is_meant_as("-- migrate:up;", directive_kind::up, "-- migrate:up;"));
    CHECK(is_meant_as("-- migrate:dwon", directive_kind::down, "-- migrate:dwon"));
    CHECK(is_meant_as("-- migrat:down", directive_kind::down, "-- migrat:down"));
    CHECK(is_meant_as("-- migrates:UP", directive_kind::up, "-- migrates:UP"));
}

TEST_CASE("an unknown word behind migrate: or headway: is a directive that nobody knows") {
    CHECK(is_meant_as("-- migrate:sideways", directive_kind::unknown, "-- migrate:sideways"));
    CHECK(is_meant_as("-- migrate:", directive_kind::unknown, "-- migrate:"));
    CHECK(is_meant_as("-- headway:format 2", directive_kind::unknown, "-- headway:format"));
    CHECK(is_meant_as("-- Headway:alow drop-table", directive_kind::allow, "-- Headway:alow"));
    CHECK(is_meant_as("-- Headway: up", directive_kind::unknown, "-- Headway: up"));
}

TEST_CASE("prose is no directive") {
    for (const char* comment : {"--", "-- ", "------", "-- migrate", "-- migrate up", "-- migrated: 3 rows",
                                "-- migrates: up to 3 rows", "-- we migrate:up to 3 rows", "-- up", "-- : up",
                                "-- Revises: 001", "-- see http://migrate:up"}) {
        CAPTURE(comment);
        CHECK_FALSE(parse_directive(comment).has_value());
    }
}

} // namespace headway::tests
