#include "link/graph.hpp"
#include "prove/prove.hpp"
#include "schema/compare.hpp"

#include "catch.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <random>
#include <set>

namespace headway::tests {
using namespace compiler;
namespace {

using numbers = std::vector<std::uint32_t>;

/// What a random revision does; {0} makes its names its own.
constexpr const char* statements[] = {
    "CREATE TABLE x{0} (a REFERENCES t (a))",
    "CREATE TABLE x (a)",
    "ALTER TABLE t ADD COLUMN c{0}",
    "ALTER TABLE u ADD COLUMN c{0}",
    "ALTER TABLE u ADD COLUMN same",
    "ALTER TABLE t RENAME TO tt",
    "ALTER TABLE t RENAME COLUMN b TO bb",
    "ALTER TABLE t DROP COLUMN b",
    "ALTER TABLE u RENAME COLUMN a TO aa",
    "CREATE INDEX i{0} ON t (a)",
    "CREATE INDEX i ON u (a)",
    "CREATE VIEW w{0} AS SELECT a FROM t",
    "CREATE VIEW w{0} AS SELECT b FROM v",
    "CREATE TRIGGER h{0} AFTER DELETE ON u BEGIN DELETE FROM t; END",
    "DROP VIEW v",
    "DROP TRIGGER g",
    "DROP TABLE u",
    "INSERT INTO u VALUES ({0}, 1)",
    "UPDATE u SET b = {0}",
    "CREATE TABLE y{0} AS SELECT * FROM t",
    "CREATE TABLE n (a, b, c); INSERT INTO n (a) SELECT a FROM u; DROP TABLE u; ALTER TABLE n RENAME TO u",
    "",
};
constexpr const char* beginning =
    "CREATE TABLE t (a, b); CREATE TABLE u (a, b); CREATE VIEW v AS SELECT b FROM t; CREATE TRIGGER g AFTER "
    "INSERT ON u BEGIN UPDATE t SET a = new.a; END";

/// A random history with merges. Some parents are implied by others, and left out by the linker.
graph make_merging_history(std::mt19937_64& random) {
    diagnostics found;
    std::vector<source> sources;
    const auto pick = [&](std::uint64_t count) { return random() % count; };
    const std::uint64_t count = 4 + pick(7);
    for (std::uint64_t index = 0; index < count; ++index) {
        std::set<std::uint64_t> parents;
        if (index > 0) parents.insert(index - 1 - pick(std::min<std::uint64_t>(index, 3)));
        if (index > 1 && pick(3) == 0) parents.insert(pick(index));
        std::string revises;
        for (const std::uint64_t parent : parents)
            revises += fmt::format("{}{:02}", revises.empty() ? "" : ", ", parent);
        const std::string up =
            index == 0 ? beginning
                       : fmt::format(fmt::runtime(statements[pick(std::size(statements))]), index);
        auto read = read_source(fmt::format("{:02}_made.sql", index),
                                fmt::format("-- Made.\n--\n-- Revision ID: {:02}\n-- Revises: {}\n\n-- "
                                            "migrate:up\n{}\n\n-- migrate:down irreversible\n",
                                            index, revises, up),
                                found);
        REQUIRE(read);
        sources.push_back(std::move(*read));
    }
    graph linked = link(std::move(sources), {true, true}, found);
    INFO(found.render());
    REQUIRE_FALSE(found.has_errors());
    return linked;
}

std::set<std::uint32_t> closure_of(const graph& history, std::uint32_t revision) {
    std::set<std::uint32_t> all{revision};
    for (const std::uint32_t parent : history.revisions[revision].revises)
        all.merge(closure_of(history, parent));
    return all;
}

/// The schema that the revisions give in this order; nothing if one fails.
std::optional<schema> replay_in_order(const graph& history, const numbers& order) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const std::uint32_t each : order) {
        if (database.tryExec(std::string(history.revisions[each].from.up.sql())) != SQLITE_OK)
            return std::nullopt;
    }
    return read_schema(database);
}

/// Whether the branches of a merge give the same in an order and in its reverse, all of them replayed.
bool gives_the_same(const graph& history, const numbers& parents) {
    std::vector<std::set<std::uint32_t>> branches;
    std::set<std::uint32_t> shared = closure_of(history, parents[0]);
    for (const std::uint32_t parent : parents) {
        branches.push_back(closure_of(history, parent));
        std::erase_if(shared, [&](std::uint32_t each) { return !branches.back().contains(each); });
    }
    std::optional<schema> reached[2];
    for (const bool backwards : {false, true}) {
        numbers order(shared.begin(), shared.end());
        for (std::size_t at = 0; at < branches.size(); ++at) {
            for (const std::uint32_t each : branches[backwards ? branches.size() - 1 - at : at]) {
                if (std::find(order.begin(), order.end(), each) == order.end()) order.push_back(each);
            }
        }
        reached[backwards ? 1 : 0] = replay_in_order(history, order);
    }
    return reached[0] && reached[1] && compare(*reached[0], *reached[1]).empty();
}

bool is_reported(const diagnostics& found, const source& merge) {
    return std::any_of(found.list().begin(), found.list().end(), [&](const diagnostic& each) {
        const bool is_it = each.id == rule::confluence || each.id == rule::column_order;
        // An order that fails is said where it fails, which may be another merge, with a note of the merge
        // point.
        const auto at = std::find_if(each.notes.begin(), each.notes.end(),
                                     [](const note& one) { return one.where.file != nullptr; });
        return is_it && (at == each.notes.end() ? each.where.file : at->where.file) == merge.file;
    });
}

} // namespace

TEST_CASE("what the names leave out of a merge's proof makes no difference") {
    std::size_t different = 0;
    std::size_t same = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        std::mt19937_64 random(seed);
        const graph history = make_merging_history(random);
        diagnostics found;
        prove(history, {}, found);
        const bool fails = std::any_of(found.list().begin(), found.list().end(),
                                       [](const diagnostic& each) { return each.id == rule::sql_error; });
        if (fails) continue;
        for (const linked_revision& each : history.revisions) {
            if (each.revises.size() < 2) continue;
            const bool expected = gives_the_same(history, each.revises);
            std::string files;
            for (const linked_revision& one : history.revisions)
                files += one.from.file->text;
            INFO("seed " << seed << ", merge " << each.from.id.text << "\n" << files << found.render());
            REQUIRE(is_reported(found, each.from) != expected);
            ++(expected ? same : different);
        }
    }
    CHECK(different > 8);
    CHECK(same > 50);
}

} // namespace headway::tests
