#include "project/detect.hpp"

#include "apply/adopt.hpp"
#include "project/database.hpp"
#include "prove/schema_at.hpp"
#include "sql/spelled_name.hpp"
#include "sqlite/bookkeeping_tables.hpp"
#include "sqlite/name_pattern.hpp"
#include "sqlite/schema_difference.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr int lock_timeout = 30'000; // ms, as everywhere

likeness likeness_of(std::uint32_t revision, const schema& yielded, const schema& actual, const project& of) {
    likeness result{revision, {}};
    for (const difference& one : compare(yielded, actual)) {
        if (is_of_others(one, of)) continue;
        for (std::string& line : describe(one, {.extra = "is not there then"}))
            result.differences.push_back(std::move(line));
    }
    return result;
}

} // namespace

bool is_of_others(const difference& one, const project& of) {
    if (one.kind != difference_kind::extra) return false;
    const auto is_kept = [&](const adoption& each) {
        const std::vector<std::string> tables = detail::tables_of(each.query);
        return std::any_of(tables.begin(), tables.end(), [&](const std::string& table) {
            return detail::same_name(table, one.name) || detail::same_name(table, one.table);
        });
    };
    const auto is_ignored = [&](const std::string& pattern) {
        return detail::fits(pattern, one.name) || detail::fits(pattern, one.table);
    };
    return detail::is_bookkeeping(one.name) || detail::is_bookkeeping(one.table) ||
           std::any_of(of.adoptions.begin(), of.adoptions.end(), is_kept) ||
           std::any_of(of.from.ignore.begin(), of.from.ignore.end(), is_ignored);
}

std::vector<likeness> find_likeness(const project& of, const preparation& prepare, diagnostics& found) {
    SQLite::Database database = open_database(of.from, access::read);
    database.setBusyTimeout(lock_timeout);
    prepare(database);
    const schema actual = read_schema(database, {of.from.version_table, "headway_log"});
    std::vector<likeness> all;
    schema_reader reader({"alembic_version", "headway_log"});
    const bool is_known =
        each_database(of.history, prepare, found, [&](std::uint32_t revision, SQLite::Database& at) {
            all.push_back(likeness_of(revision, reader.read(at), actual, of));
        });
    if (!is_known) return {};
    std::stable_sort(all.begin(), all.end(), [](const likeness& left, const likeness& right) {
        const auto size = [](const likeness& one) { return one.differences.size(); };
        return size(left) != size(right) ? size(left) < size(right) : left.revision > right.revision;
    });
    return all;
}

std::vector<adoption> digests_of_schemas(const graph& history, const preparation& prepare,
                                         const std::vector<std::string>& ignored, diagnostics& found) {
    constexpr std::size_t most_bytes = 32'000; // they share a chunk
    const detail::ignored_names others(std::vector<std::string_view>(ignored.begin(), ignored.end()));
    std::vector<adoption> all;
    each_database(history, prepare, found, [&](std::uint32_t, SQLite::Database& at) {
        std::vector<detail::digested_object> objects =
            detail::read_objects(at.getHandle(), "alembic_version");
        others.remove_from(objects);
        if (all.empty() || all.back().query.size() >= most_bytes)
            all.push_back({std::string(detail::schema_tool), {}});
        all.back().query += fmt::format("{:0{}x}", detail::digest_of(objects), detail::digest_digits);
    });
    return all;
}

} // namespace headway::compiler
