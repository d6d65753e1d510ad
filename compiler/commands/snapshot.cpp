#include "commands/over_project.hpp"
#include "emit/output.hpp"
#include "prove/declared.hpp"
#include "prove/fixtures.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

struct snapshot_request {
    settings_flags where;
    std::string output;
    std::string fixtures;
    std::vector<std::string> extensions;
};

std::string name_of_heads(const graph& history) {
    std::vector<std::string_view> ids;
    for (const std::uint32_t head : history.heads)
        ids.push_back(history.revisions[head].from.id.text);
    return fmt::format("{}", fmt::join(ids, "_"));
}

/// All revisions one by one, each with its rows.
void fill(const project& of, const fixtures& rows, SQLite::Database& database) {
    const options chosen = runtime_options(of.from);
    for (std::size_t index = 0; index < of.history.revisions.size(); ++index) {
        static_cast<void>(upgrade(database, of.packed(), of.history.revisions[index].from.id.text, chosen));
        if (rows.empty() || !rows[index]) continue;
        try {
            SQLite::Transaction whole(database);
            database.exec(std::string(rows[index]->sql()));
            whole.commit();
        } catch (const SQLite::Exception& failed) {
            throw std::runtime_error(fmt::format("{}: {}", rows[index]->where.file->path, failed.what()));
        }
    }
}

/// Lines `table number`, without what SQLite and virtual tables keep for themselves.
std::string count_rows(const project& of, SQLite::Database& database) {
    std::string lines;
    SQLite::Statement tables(
        database, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name "
                  "NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN (?, 'headway_log') ORDER BY name");
    tables.bind(1, of.from.version_table);
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        const std::string query = fmt::format("SELECT count(*) FROM {}", quote_name(table));
        lines += fmt::format("{} {}\n", table, database.execAndGet(query).getInt64());
    }
    return lines;
}

int write_snapshot(const snapshot_request& request, const project& of, const shell& io) {
    const fs::path file = fs::path(request.output) / (name_of_heads(of.history) + ".db");
    if (of.history.revisions.empty())
        throw std::runtime_error("there are no migrations to make a snapshot of");
    if (fs::exists(file))
        throw std::runtime_error(
            fmt::format("{} exists already\nWhat is released stays as it is: remove it first if it is "
                        "not.",
                        file.string()));
    if (!request.fixtures.empty() && !fs::is_directory(request.fixtures))
        throw std::runtime_error(
            fmt::format("there is no directory {}\nCorrect --fixtures.", request.fixtures));
    diagnostics found;
    std::vector<fs::path> inputs;
    fixtures rows;
    if (!request.fixtures.empty()) rows = read_fixtures(request.fixtures, of.history, found, inputs);
    fmt::print(io.err, "{}", found.render());
    if (found.has_errors()) return 1;
    fs::create_directories(request.output);
    const fs::path part = file.string() + ".part";
    fs::remove(part);
    try {
        SQLite::Database database(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        declared_names names;
        for (const std::string& each : request.extensions)
            names.extensions.push_back(find_extension(each));
        provide(names, database);
        fill(of, rows, database);
        write_if_changed(fs::path(file).replace_extension(".expect"), count_rows(of, database));
    } catch (...) {
        fs::remove(part);
        throw;
    }
    fs::rename(part, file);
    fmt::print(io.out, "{}\n", file.string());
    return 0;
}

work declare_snapshot(arguments& add) {
    const auto request = std::make_shared<snapshot_request>();
    add.option("-o,--output", "DIR", request->output, "Directory of the databases of releases");
    add.require();
    add.option("--fixtures", "DIR", request->fixtures,
               "Directory of REVISION.sql files with rows, inserted when their revision is reached");
    add.list("--extension", "PATH", request->extensions, "A loadable extension that the migrations use");
    add.project(request->where);
    return over_project(request->where, [request](const project& of, const shell& io) {
        return write_snapshot(*request, of, io);
    });
}

constexpr example snapshot_examples[] = {
    {"headway snapshot -o releases --fixtures fixtures", "Before a release: commit what it writes"},
};

} // namespace

const verb snapshot_verb{{"snapshot",
                          "Write a database as this release leaves it, for the tests of later ones",
                          "DIR/{head}.db is a database at the head with the rows of --fixtures, and "
                          "DIR/{head}.expect says how many "
                          "there are, in lines `table number`. add_migrations_test(... DATABASES DIR) then "
                          "proves that each later release "
                          "upgrades it.\n"
                          "\n"
                          "Where the history has migrations in C++, the program of add_migrations_test() "
                          "writes it: TARGET_test --snapshot "
                          "DIR.",
                          snapshot_examples},
                         declare_snapshot};

} // namespace headway::compiler
