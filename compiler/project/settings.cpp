#include "project/settings.hpp"

#include "diagnostics/nearest.hpp"
#include "layouts/migrations.hpp"
#include "project/database_name.hpp"
#include "project/usage_error.hpp"
#include "read/markers.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view by_schema = "schema"; // among tools

constexpr std::array<std::string_view, 16> keys{
    "adopt",         "directory", "database",    "engine",
    "layout",        "baseline",  "adopt_query", "keep_user_version",
    "variables",     "pattern",   "proof",       "schema",
    "version_table", "log",       "ignore",      "tokenizers"};

[[noreturn]] void refuse(const config_file& in, const std::string& why) {
    throw std::runtime_error(fmt::format("{}: {}", in.path.string(), why));
}

[[noreturn]] void refuse_key(const config_file& in, std::string_view key) {
    const std::string_view meant = nearest(key, keys);
    refuse(in, fmt::format("there is no setting `{}`: {}", key,
                           meant.empty() ? fmt::format("there are {}", fmt::join(keys, ", "))
                                         : fmt::format("did you mean `{}`?", meant)));
}

template <class Value>
const Value& read(const config_file& in, const setting& from, std::string_view what) {
    if (const auto* const value = std::get_if<Value>(&from.value)) return *value;
    refuse(in, fmt::format("`{}` is {}", from.key, what));
}

const std::string& read_text(const config_file& in, const setting& from) {
    const auto& text = read<std::string>(in, from, "a text, which stands in quotes");
    if (text.find('\0') != text.npos) refuse(in, fmt::format("`{}` holds a NUL", from.key));
    return text;
}

std::string read_database(const config_file& in, const std::string& name) {
    if (name.empty()) return {};
    try {
        return relative_to(name, in.path.parent_path());
    } catch (const usage_error& mistake) {
        refuse(in, mistake.what());
    }
}

void require_table(const std::string& name) {
    if (name.empty() || fold(name).starts_with("sqlite_") || same_name(name, "headway_log"))
        throw usage_error(fmt::format("`{}` cannot be the version table: name a table of its own", name));
}

std::string read_table(const config_file& in, const std::string& name) {
    try {
        require_table(name);
    } catch (const usage_error& mistake) {
        refuse(in, mistake.what());
    }
    return name;
}

std::string read_layout(const config_file& in, const std::string& name,
                        void (*require)(const std::string&) = require_layout) {
    try {
        require(name);
    } catch (const usage_error& mistake) {
        refuse(in, mistake.what());
    }
    return name;
}

std::vector<std::string> read_tools(const config_file& in, const setting& from) {
    const auto& names =
        read<std::vector<std::string>>(in, from, "a list of tools in quotes, such as [\"dbmate\"]");
    for (const std::string& each : names)
        static_cast<void>(read_layout(in, each, require_adoption));
    return names;
}

bool read_proof(const config_file& in, const std::string& kind) {
    if (kind != "steps" && kind != "chain")
        refuse(in, fmt::format("`proof` is \"steps\" or \"chain\", not \"{}\"", kind));
    return kind == "chain";
}

engine read_engine(const config_file& in, const std::string& name) {
    try {
        return parse_engine(name);
    } catch (const usage_error& mistake) {
        refuse(in, mistake.what());
    }
}

void apply(settings& to, const config_file& in, const setting& one) {
    const fs::path beside = in.path.parent_path();
    if (one.key == "directory")
        to.directory = (beside / read_text(in, one)).lexically_normal();
    else if (one.key == "database")
        to.database = read_database(in, read_text(in, one));
    else if (one.key == "schema")
        to.schema =
            read_text(in, one).empty() ? fs::path() : (beside / read_text(in, one)).lexically_normal();
    else if (one.key == "engine")
        to.of = read_engine(in, read_text(in, one));
    else if (one.key == "layout")
        to.layout = read_layout(in, read_text(in, one));
    else if (one.key == "adopt")
        to.adopt = read_tools(in, one);
    else if (one.key == "adopt_query")
        to.adopt_query = read_text(in, one);
    else if (one.key == "keep_user_version")
        to.keep_user_version = read<bool>(in, one, "true or false, without quotes");
    else if (one.key == "variables")
        to.variables = read<std::vector<std::string>>(in, one, "a list such as [\"prefix=app_\"]");
    else if (one.key == "pattern")
        to.pattern =
            read<std::vector<std::string>>(in, one, "a list of patterns such as [\"to_{number}.sql\"]");
    else if (one.key == "proof")
        to.proves_chain = read_proof(in, read_text(in, one));
    else if (one.key == "baseline")
        to.baseline = read_text(in, one);
    else if (one.key == "version_table")
        to.version_table = read_table(in, read_text(in, one));
    else if (one.key == "log")
        to.log = read<bool>(in, one, "true or false, without quotes");
    else if (one.key == "ignore")
        to.ignore =
            read<std::vector<std::string>>(in, one, "a list of names in quotes, such as [\"_litestream_*\"]");
    else if (one.key == "tokenizers")
        to.tokenizers =
            read<std::vector<std::string>>(in, one, "a list of names in quotes, such as [\"stemmer\"]");
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

/// To open what is neither a file nor a device may wait for ever.
config_file read_config(const fs::path& path) {
    if (fs::exists(path) && !fs::is_regular_file(path) && !fs::is_character_file(path))
        throw std::runtime_error(
            fmt::format("{}: cannot read this file: it is not a regular file", path.string()));
    std::ifstream from(path);
    if (!from) throw std::runtime_error(fmt::format("{}: cannot read this file", path.string()));
    try {
        return {path, read_settings(from)};
    } catch (const std::runtime_error& mistake) {
        throw std::runtime_error(fmt::format("{}:{}", path.string(), mistake.what()));
    }
}

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace

engine parse_engine(const std::string& name) {
    for (const engine each : {engine::sqlite, engine::postgresql})
        if (name == name_of(each)) return each;
    throw usage_error(fmt::format("there is no engine `{}`: there are sqlite and postgresql", name));
}

void require_layout(const std::string& name) {
    const std::vector<std::string_view> names = layout_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    const std::string_view meant = nearest(name, names);
    throw usage_error(fmt::format("there is no layout `{}`: {}", name,
                                  meant.empty() ? fmt::format("there are {}", fmt::join(names, ", "))
                                                : fmt::format("did you mean `{}`?", meant)));
}

bool settings::adopts_by_schema() const {
    return std::find(adopt.begin(), adopt.end(), by_schema) != adopt.end();
}

void require_adoption(const std::string& name) {
    if (name != by_schema) require_layout(name);
}

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
    if (!around.database.empty()) merged.database = around.database;
    if (flags.database) merged.database = *flags.database;
    if (!flags.schema.empty()) merged.schema = flags.schema;
    merged.ignore.insert(merged.ignore.end(), flags.ignore.begin(), flags.ignore.end());
    if (!flags.engine.empty()) merged.of = parse_engine(flags.engine);
    if (names_server(merged.database)) {
        merged.of = engine::postgresql;
        merged.server = server_url(merged.database);
        merged.database = without_password(merged.database);
    }
    if (!flags.layout.empty()) {
        require_layout(flags.layout);
        merged.layout = flags.layout;
    }
    if (!flags.version_table.empty()) merged.version_table = flags.version_table;
    require_table(merged.version_table);
    return merged;
}

settings find_settings(const settings_flags& flags) {
    std::optional<fs::path> path = flags.config.empty() ? find_config() : fs::path(flags.config);
    std::optional<config_file> file;
    if (path) file = read_config(*path);
    return merge_settings(flags, {variable("HEADWAY_DIRECTORY"), variable("HEADWAY_DATABASE")}, file);
}

} // namespace headway::compiler
