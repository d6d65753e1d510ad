// Drizzle: either `TAG.sql` in the order that `meta/_journal.json` has, or, since version 1,
// `TIMESTAMP_name/migration.sql` in the order of the names (https://orm.drizzle.team/docs/migrations).

#include "layouts/naming.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {
namespace drizzle {

constexpr std::string_view journal_name = "meta/_journal.json";

/// The older form knows steps by their times alone, and has no names.
constexpr std::array<known_bookkeeping, 1> others{
    {{"drizzle", "SELECT name, 1, NULL FROM main.__drizzle_migrations ORDER BY created_at"}}};
constexpr std::string_view bookkeeping =
    "SELECT created_at, 1, NULL FROM main.__drizzle_migrations WHERE hash IS NOT NULL ORDER BY created_at";

bool takes(std::string_view name) {
    const std::string_view folder = folder_of(name);
    return folder.empty() ? name.ends_with(".sql")
                          : name == journal_name || name.substr(folder.size() + 1) == "migration.sql";
}

fit fits(const tool_directory& all) {
    const bool any =
        std::any_of(all.listed.files.begin(), all.listed.files.end(), [](const listed_file& each) {
            return each.name == journal_name ||
                   (leaf_of(each.name) == "snapshot.json" && folder_of(each.name) != "meta");
        });
    return any ? fit::surely : fit::no;
}

std::string summary_of(std::string_view tag) {
    return words_of_slug(tag.substr(leading_digits(tag).size()));
}

void read_entry(tool_directory& all, const loaded_file& journal, const nlohmann::json& entry,
                std::size_t place, diagnostics& found) {
    const std::string tag = entry.at("tag").get<std::string>();
    const loaded_file* const file = find_file(all, tag + ".sql");
    if (file == nullptr) {
        const std::string_view text = journal.text->text;
        const std::size_t at = text.find('"' + tag + '"');
        return refuse(found, journal,
                      text.substr(std::min(at, text.size()), at == text.npos ? 0 : tag.size() + 2),
                      fmt::format("drizzle finds no file {}.sql for this entry of the journal", tag));
    }
    all.steps.push_back({tag,
                         sortable_number(std::to_string(place)),
                         summary_of(tag),
                         whole(*file),
                         {},
                         entry.at("when").dump()});
}

void read_journal(tool_directory& all, const loaded_file& journal, diagnostics& found) {
    try {
        const auto entries = nlohmann::json::parse(journal.text->text).at("entries");
        for (std::size_t at = 0; at < entries.size(); ++at)
            read_entry(all, journal, entries.at(at), at, found);
    } catch (const nlohmann::json::exception& mistake) {
        refuse(found, journal, fmt::format("drizzle cannot read its journal: {}", mistake.what()));
    }
    for (const loaded_file* each : all.files) {
        const bool is_listed = std::any_of(all.steps.begin(), all.steps.end(), [&](const layout_step& one) {
            return one.up.file == each || one.version + ".sql" == each->name;
        });
        if (!is_listed && each->name.ends_with(".sql") && folder_of(each->name).empty())
            warn_passed_over(found, *each, "drizzle passes over this file: its journal does not list it");
    }
}

void read(tool_directory& all, diagnostics& found) {
    if (const loaded_file* const journal = find_file(all, journal_name))
        return read_journal(all, *journal, found);
    for (const loaded_file* each : all.files) {
        const std::string name(folder_of(each->name));
        if (name.empty()) continue;
        all.steps.push_back({name, name, summary_of(name), whole(*each), {}});
    }
}

} // namespace drizzle
} // namespace

const layout drizzle_layout{"drizzle", drizzle::takes, drizzle::fits, drizzle::read, drizzle::bookkeeping,
                            nullptr,   drizzle::others};

} // namespace headway::compiler
