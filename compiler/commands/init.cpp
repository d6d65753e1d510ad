#include "commands/arguments.hpp"
#include "emit/output.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

std::string render_config(std::string_view directory) {
    return fmt::format("# Settings of the headway command. Paths are relative to this file.\n"
                       "\n"
                       "directory = \"{}\"\n"
                       "# database = \"app.db\"\n"
                       "# schema = \"schema.sql\"\n"
                       "# version_table = \"alembic_version\"\n"
                       "# log = true\n",
                       directory);
}

constexpr std::string_view next_steps = R"(
In CMakeLists.txt:

  find_package(Headway REQUIRED)
  add_migrations(app_migrations DIRECTORY {})
  target_link_libraries(app PRIVATE app_migrations)

Then write the first migration: headway revision -m "..."
)";

int init(const std::string& directory, const shell& io) {
    if (fs::exists(directory) && (!fs::is_directory(directory) || !fs::is_empty(directory)))
        throw std::runtime_error(
            fmt::format("Directory {} already exists and is not empty\nName another one.", directory));
    if (fs::exists("headway.toml"))
        throw std::runtime_error("headway.toml exists already: this is a project\nTo begin with its "
                                 "migrations, run `headway revision`.");
    fs::create_directories(directory);
    write_if_changed("headway.toml", render_config(directory));
    fmt::print(io.out, "Created {} and headway.toml.\n", directory);
    fmt::print(io.out, next_steps, directory);
    return 0;
}

work declare(arguments& add) {
    const auto directory = std::make_shared<std::string>("migrations");
    add.optional("DIR", *directory, "Directory of the migrations (default: migrations)");
    return [directory](const shell& io) { return init(*directory, io); };
}

constexpr example examples[] = {
    {"headway init", "Make migrations/ and headway.toml, and print what CMake needs"},
};

} // namespace

const verb init_verb{"init", "Start a project here", "", examples, declare};

} // namespace headway::compiler
