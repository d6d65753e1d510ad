// Diesel: `VERSION_name/up.sql` with `down.sql` and `metadata.toml`, in the order of the versions as texts
// (https://docs.diesel.rs/diesel_migrations).

#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace headway::compiler {
namespace {
namespace diesel {

bool takes(std::string_view name) {
    if (folder_of(name).empty()) return name.ends_with(".sql"); // Headway's own
    const std::string_view leaf = name.substr(folder_of(name).size() + 1);
    return leaf == "up.sql" || leaf == "down.sql" || leaf == "metadata.toml";
}

fit fits(const tool_directory& all) {
    const bool any = std::any_of(all.files.begin(), all.files.end(), [](const loaded_file* each) {
        return !folder_of(each->name).empty() && leaf_of(each->name) == "up.sql";
    });
    return any ? fit::surely : fit::no;
}

/// The files of a step.
struct folder {
    const loaded_file* up = nullptr;
    const loaded_file* down = nullptr;
    const loaded_file* metadata = nullptr;
};

std::map<std::string_view, folder> folders_of(const tool_directory& all) {
    std::map<std::string_view, folder> folders;
    for (const loaded_file* each : all.files) {
        const std::string_view name = folder_of(each->name);
        if (name.empty()) continue;
        const std::string_view leaf = leaf_of(each->name);
        folder& of = folders[name];
        (leaf == "up.sql" ? of.up : leaf == "down.sql" ? of.down : of.metadata) = each;
    }
    return folders;
}

/// `run_in_transaction = false`; other lines are refused, as Diesel would.
bool has_transaction(const loaded_file* metadata, diagnostics& found) {
    bool result = true;
    if (metadata == nullptr) return result;
    for_each_line(metadata->text->text, [&](std::string_view line) {
        line = trim(line.substr(0, line.find('#')));
        if (line.empty()) return;
        const std::size_t equals = line.find('=');
        const std::string_view value =
            equals == line.npos ? std::string_view() : trim(line.substr(equals + 1));
        if (trim(line.substr(0, equals)) != "run_in_transaction" || (value != "true" && value != "false"))
            return refuse(found, *metadata, line, "diesel knows the line 'run_in_transaction = false' here");
        result = value == "true";
    });
    return result;
}

void read(tool_directory& all, diagnostics& found) {
    refuse_folders_without(all, "up.sql", "diesel", found);
    for (const auto& [name, of] : folders_of(all)) {
        if (of.up == nullptr) continue;
        std::string version(name.substr(0, name.find('_')));
        std::erase(version, '-');
        const bool transaction = has_transaction(of.metadata, found);
        layout_step read{version,
                         version,
                         words_of_slug(name.substr(std::min(name.find('_'), name.size()))),
                         whole(*of.up, transaction),
                         {}};
        if (of.down != nullptr) read.down = whole(*of.down, transaction);
        all.steps.push_back(std::move(read));
    }
}

constexpr std::string_view bookkeeping =
    "SELECT version, 1, NULL FROM main.__diesel_schema_migrations WHERE run_on IS NOT NULL ORDER BY version";

} // namespace diesel
} // namespace

const layout diesel_layout{"diesel", diesel::takes, diesel::fits, diesel::read, diesel::bookkeeping, nullptr};

} // namespace headway::compiler
