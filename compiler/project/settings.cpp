#include "project/settings.hpp"

#include "diagnostics/nearest.hpp"
#include "project/database_name.hpp"
#include "project/usage_error.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> keys{"directory", "database", "schema", "version_table", "log"};

[[noreturn]] void refuse(const config_file& in, const std::string& why) {
    throw std::runtime_error(fmt::format("{}: {}", in.path.string(), why));
}

[[noreturn]] void refuse_key(const config_file& in, std::string_view key) {
    const std::string_view meant = nearest(key, keys);
    refuse(in, fmt::format("there is no setting `{}`: {}", key,
                           meant.empty() ? fmt::format("there are {}", fmt::join(keys, ", "))
                                         : fmt::format("did you mean `{}`?", meant)));
}

bool read_bool(const config_file& in, const setting& from) {
    if (from.value != "true" && from.value != "false")
        refuse(in, fmt::format("`{}` is true or false, not `{}`", from.key, from.value));
    return from.value == "true";
}

std::string read_database(const config_file& in, const std::string& name) {
    try {
        return relative_to(name, in.path.parent_path());
    } catch (const usage_error& mistake) {
        refuse(in, mistake.what());
    }
}

void apply(settings& to, const config_file& in, const setting& one) {
    const fs::path beside = in.path.parent_path();
    if (one.key == "directory")
        to.directory = (beside / one.value).lexically_normal();
    else if (one.key == "database")
        to.database = read_database(in, one.value);
    else if (one.key == "schema")
        to.schema = (beside / one.value).lexically_normal();
    else if (one.key == "version_table")
        to.version_table = one.value;
    else if (one.key == "log")
        to.log = read_bool(in, one);
    else
        refuse_key(in, one.key);
}

/// Relative, so that messages name files the way the user reaches them.
std::optional<fs::path> find_config() {
    fs::path directory = fs::current_path();
    for (fs::path here;; here /= "..") {
        if (fs::is_regular_file(directory / "headway.toml")) return here / "headway.toml";
        if (!directory.has_relative_path()) return std::nullopt;
        directory = directory.parent_path();
    }
}

config_file read_config(const fs::path& path) {
    std::ifstream from(path);
    if (!from) throw std::runtime_error(fmt::format("{}: cannot read this file", path.string()));
    try {
        return {path, read_settings(from)};
    } catch (const std::runtime_error& mistake) {
        throw std::runtime_error(fmt::format("{}: {}", path.string(), mistake.what()));
    }
}

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace

settings merge_settings(const settings_flags& flags, const environment& around,
                        const std::optional<config_file>& file) {
    settings merged;
    if (file) {
        merged.config = file->path;
        for (const setting& one : file->values)
            apply(merged, *file, one);
    }
    for (const std::string& directory : {around.directory, flags.directory})
        if (!directory.empty()) merged.directory = directory;
    for (const std::string& database : {around.database, flags.database})
        if (!database.empty()) merged.database = database;
    if (!flags.schema.empty()) merged.schema = flags.schema;
    if (!flags.version_table.empty()) merged.version_table = flags.version_table;
    return merged;
}

settings find_settings(const settings_flags& flags) {
    std::optional<fs::path> path = flags.config.empty() ? find_config() : fs::path(flags.config);
    std::optional<config_file> file;
    if (path) file = read_config(*path);
    return merge_settings(flags, {variable("HEADWAY_DIRECTORY"), variable("HEADWAY_DATABASE")}, file);
}

} // namespace headway::compiler
