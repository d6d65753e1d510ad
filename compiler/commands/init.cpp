#include "commands/arguments.hpp"
#include "emit/output.hpp"
#include "layouts/migrations.hpp"
#include "project/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

/// Another tool's directory that is there already.
struct found_layout {
    std::string name{}; ///< Empty for a new directory.
    std::string head{};
    bool is_certain = false; ///< No other tool reads it alike.
};

std::string render_config(std::string_view directory, const found_layout& of) {
    std::string layout;
    if (of.is_certain) layout = fmt::format("layout = {}\n", quote_toml(of.name));
    if (!of.name.empty())
        layout += fmt::format("# What is released as it is: only its up sections are proven.\n"
                              "baseline = {}\n",
                              quote_toml(of.head));
    return fmt::format("# Settings of the headway command. Paths are relative to this file.\n"
                       "\n"
                       "directory = {}\n"
                       "{}"
                       "# database = \"app.db\"\n"
                       "# schema = \"schema.sql\"\n"
                       "# version_table = \"alembic_version\"\n"
                       "# log = true\n"
                       "# ignore = [\"_litestream_*\"] # what others keep in the database\n",
                       quote_toml(directory), layout);
}

/// README.md of the new directory. Its command lines, which are indented, begin at a new project.
constexpr std::string_view handbook = R"(# Migrations

Each file `{revision}_{slug}.sql` is one step of the database's schema: `-- migrate:up` makes it, `-- migrate:down`
takes it back. `headway.lock` has their checksums. Commit all of them. This file is not read by Headway: it is yours.

## Writing one

    headway revision -m "Add accounts"       # an empty migration on the head; write its SQL
    headway lock                             # once that is done
    headway verify                           # up, down and up again, as the build does it

`headway revision --autogenerate --schema schema.sql -m "Add accounts"` writes the SQL itself, from a file with the
CREATE statements of the schema as it should be; `headway schema` prints the one there is.

## Applying them

The program that links the migrations applies them when it is launched. By hand:

    headway upgrade --plan --current base    # what would be done to an empty database
    headway upgrade --database app.db
    headway downgrade -1 --database app.db   # takes the newest one back
    headway upgrade +1 --database app.db

## Looking

    headway history
    headway status --database app.db
    headway check --database app.db          # pending, edited or drifted: exit code 1
    headway log --database app.db
    sqlite3 app.db "SELECT * FROM alembic_version"
    sqlite3 app.db .schema

## Habits

- What is released stays as it is: a change of it is a new migration. An edit fails the build.
- After two branches that each added one are merged: `headway merge -m "Merge accounts and orders"`.
- What cannot be undone says so: `-- migrate:down irreversible`.
- Give names to indexes and constraints, and name columns in INSERT and SELECT.
- Leave the ids to Headway: numbers meet as soon as two branches add one.

`headway VERB --help` has the options of each verb with examples, `headway manual` everything.
)";

constexpr std::string_view next_steps = R"(
In CMakeLists.txt:

  find_package(Headway REQUIRED)
  add_migrations(app_migrations DIRECTORY {})
  target_link_libraries(app PRIVATE app_migrations)

Then write the first migration: headway revision -m "..."
)";

constexpr std::string_view next_steps_on_top = R"(
In CMakeLists.txt:

  find_package(Headway REQUIRED)
  add_migrations(app_migrations DIRECTORY {0}{3} BASELINE {2})
  target_link_libraries(app PRIVATE app_migrations)

The program then takes over the databases that {1} has kept. A new migration: headway revision -m "..."
)";

/// The layout of a directory that is not empty; throws if it shows none.
found_layout find_out(const fs::path& directory) {
    diagnostics found;
    const laid_out there = read_migrations(directory, {}, found);
    if (there.of.empty() || there.migrations.sources.empty())
        throw std::runtime_error(fmt::format(
            "Directory {} already exists and is not empty\nName another one.", directory.string()));
    return {names_of(there.of), there.migrations.sources.back().id.text, there.of.size() == 1};
}

/// A README.md, as hosts of repositories begin one, does not count.
bool is_new(const fs::path& directory) {
    return std::all_of(fs::directory_iterator(directory), fs::directory_iterator(),
                       [](const fs::directory_entry& each) { return each.path().filename() == "README.md"; });
}

int init(const std::string& directory, const shell& io) {
    found_layout of;
    if (fs::exists(directory) && !fs::is_directory(directory))
        throw std::runtime_error(
            fmt::format("Directory {} already exists and is not empty\nName another one.", directory));
    if (fs::exists(directory) && !is_new(directory)) of = find_out(directory);
    if (fs::exists("headway.toml"))
        throw std::runtime_error("headway.toml exists already: this is a project\nTo begin with its "
                                 "migrations, run `headway revision`.");
    if (!of.name.empty()) {
        write_if_changed("headway.toml", render_config(directory, of));
        fmt::print(io.out, "Created headway.toml; {} holds migrations of {} up to {}, and stays as it is.\n",
                   directory, of.name, of.head);
        fmt::print(io.out, next_steps_on_top, directory, of.name, of.head,
                   of.is_certain ? " LAYOUT " + of.name : "");
        return 0;
    }
    fs::create_directories(directory);
    const fs::path readme = fs::path(directory) / "README.md";
    const bool has_readme = fs::exists(fs::symlink_status(readme));
    if (!has_readme) write_if_changed(readme, handbook);
    write_if_changed("headway.toml", render_config(directory, of));
    fmt::print(io.out, "Created {} and headway.toml; {} {}.\n", directory, readme.string(),
               has_readme ? "stays as it is" : "is a short handbook");
    fmt::print(io.out, next_steps, directory);
    return 0;
}

work declare_init(arguments& add) {
    const auto directory = std::make_shared<std::string>("migrations");
    add.optional("DIR", *directory, "Directory of the migrations (default: migrations)");
    return [directory](const shell& io) { return init(*directory, io); };
}

constexpr example init_examples[] = {
    {"headway init", "Make migrations/ and headway.toml, and print what CMake needs"},
};

} // namespace

const verb init_verb{{"init", "Start a project here", "", init_examples}, declare_init};

} // namespace headway::compiler
