// Atlas: `VERSION_name.sql` beside `atlas.sum`, in the order of the names (https://atlasgo.io).

#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {
namespace atlas {

constexpr std::string_view mark = "-- atlas:txmode";

fit fits(const tool_directory& all) {
    const bool any = std::any_of(all.listed.files.begin(), all.listed.files.end(),
                                 [](const listed_file& each) { return each.name == "atlas.sum"; });
    return any ? fit::surely : fit::no;
}

/// A directive stands above the first statement.
bool has_transaction(const loaded_file& file, diagnostics& found) {
    bool result = true;
    bool in_header = true;
    for_each_line(file.text->text, [&](std::string_view line) {
        in_header = in_header && (trim(line).empty() || line.starts_with("--"));
        if (!in_header || !line.starts_with(mark)) return;
        const std::string_view mode = trim(line.substr(mark.size()));
        result = mode != "none";
        if (mode != "none" && mode != "file" && mode != "all")
            refuse(found, file, mode.empty() ? line : mode,
                   fmt::format("Atlas knows no txmode '{}': it is none, file or all", mode));
    });
    return result;
}

void read(tool_directory& all, diagnostics& found) {
    for (const loaded_file* each : all.files) {
        if (!is_top_sql(each->name)) continue;
        const std::string_view stem = std::string_view(each->name).substr(0, each->name.size() - 4);
        const std::size_t between = std::min(stem.find('_'), stem.size());
        all.steps.push_back({std::string(stem.substr(0, between)),
                             each->name,
                             words_of_slug(stem.substr(between)),
                             whole(*each, has_transaction(*each, found)),
                             {}});
    }
}

/// The second bit of `type` is of what was executed, the first of a baseline.
constexpr std::string_view bookkeeping =
    "SELECT version, CASE WHEN coalesce(error, '') <> '' OR applied < total THEN 0 WHEN type & 1 THEN 2 ELSE "
    "1 END, "
    "NULL FROM main.atlas_schema_revisions WHERE version NOT LIKE '.%' ORDER BY version";

} // namespace atlas
} // namespace

const layout atlas_layout{"atlas", is_top_sql, atlas::fits, atlas::read, atlas::bookkeeping, nullptr};

} // namespace headway::compiler
