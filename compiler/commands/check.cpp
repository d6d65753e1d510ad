#include "commands/absent_database.hpp"
#include "commands/arguments.hpp"
#include "commands/json.hpp"
#include "diagnostics/shown.hpp"
#include "link/lock.hpp"
#include "project/status.hpp"
#include "prove/schema_at.hpp"

#include <fmt/format.h>

#include <memory>

namespace headway::compiler {
namespace {

struct check_flags {
    settings_flags where;
    declared_request provided;
    bool json = false;
};

/// Compares what all migrations yield with the schema file.
void compare_schema_file(const project& of, const preparation& prepare, diagnostics& found) {
    if (const auto yielded = schema_at(of.history, of.history.heads, prepare, found))
        check_schema(of.from.schema, *yielded, prepare, found);
}

void print_findings(const project& of, const project_status& status, const std::vector<std::string>& drift,
                    const shell& io) {
    const auto print = [&](std::string_view what, std::uint32_t revision) {
        const source& from = of.history.revisions[revision].from;
        fmt::print(io.out, "{}: {}, {}\n", what, from.id.text, from.summary);
    };
    for (const std::uint32_t revision : status.pending)
        print("pending", revision);
    for (const std::uint32_t revision : status.passed_over)
        print("passed over", revision);
    for (const std::uint32_t revision : status.crossed)
        print("crossed", revision);
    for (const std::string& row : status.place.unknown)
        fmt::print(io.out, "unknown: {}\n", shown(row));
    for (const std::uint32_t revision : status.edited)
        print("edited", revision);
    for (const std::string& line : drift)
        fmt::print(io.out, "drifted: {}\n", shown(line, "\t"));
}

std::string praise(const project& of, const project_status& status) {
    const bool has_database = !status.database.empty();
    return fmt::format("{}: nothing is {}edited{}\n",
                       shown(has_database ? status.database : of.from.directory.string()),
                       has_database ? "pending, drifted or " : "",
                       of.from.schema.empty()
                           ? ""
                           : fmt::format(", and {} is what the migrations yield", of.from.schema.string()));
}

int check(const check_flags& request, const project& of, const shell& io) {
    mention_absence(of.from, io);
    const project_status status = look_at(of);
    const preparation prepare = preparation_of(declared_by(request.provided, of.from));
    diagnostics replayed;
    std::vector<std::string> drift;
    if (!status.database.empty() && status.place.unknown.empty())
        drift = find_drift(of, status, prepare, replayed);
    if (!of.from.schema.empty() && !replayed.has_errors()) compare_schema_file(of, prepare, replayed);
    const bool clean = status.is_clean() && drift.empty() && !replayed.has_errors();
    if (request.json) {
        fmt::print(io.out, "{}", check_json(of.history, status, drift, replayed));
        return clean ? 0 : 1;
    }
    diagnostics found;
    check_lock(of.history, of.lock, found);
    fmt::print(io.err, "{}{}", found.render(), replayed.render());
    print_findings(of, status, drift, io);
    if (clean) fmt::print(io.out, "{}", praise(of, status));
    return clean ? 0 : 1;
}

int check_project(const check_flags& request, const shell& io) {
    const project loaded = load({.from = find_project(request.where)});
    if (!loaded.found.has_errors()) return check(request, loaded, io);
    if (request.json)
        fmt::print(io.out, "{}", failed_check_json(loaded.found, ""));
    else
        fmt::print(io.err, "{}", loaded.found.render());
    return 1;
}

/// Whoever reads JSON gets it whatever goes wrong.
int check_as_json(const check_flags& request, const shell& io) {
    try {
        return check_project(request, io);
    } catch (const usage_error&) {
        throw;
    } catch (const std::exception& failure) {
        fmt::print(io.out, "{}", failed_check_json({}, failure.what()));
        return 1;
    }
}

work declare_check(arguments& add) {
    const auto request = std::make_shared<check_flags>();
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    add.schema(request->where);
    add.ignored(request->where.ignore);
    add.provided(request->provided);
    return [request](const shell& io) {
        return request->json ? check_as_json(*request, io) : check_project(*request, io);
    };
}

constexpr example check_examples[] = {
    {"headway check --database app.db", "In CI, or before a release"},
    {"headway check", "The migrations and their lock file alone, if no database is named"},
    {"headway check --ignore '_litestream_*'", "Tables that another program keeps are no drift"},
    {"headway check --schema schema.sql", "Also: do the migrations yield this schema?"},
};

} // namespace

const verb check_verb{
    {"check", "Exit with 1 if anything is pending, passed over, edited or drifted",
     "Drifted is a database whose schema is not what its revision yields: somebody has changed "
     "it by hand.\n"
     "\n"
     "With a schema file, here or in headway.toml, every object in which the migrations yield something else "
     "is an error.",
     check_examples},
    declare_check};

} // namespace headway::compiler
