// SQLDelight: `N.sqm` leads from version N of `PRAGMA user_version` to N + 1. The `.sq` files hold the last
// version, so that the first one is known by `0.sqm`, or by the database `1.db` that the tool verifies its
// migrations with (https://sqldelight.github.io/sqldelight).

#include "layouts/naming.hpp"
#include "sql/language.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace headway::compiler {
namespace {
namespace sqldelight {

bool takes(std::string_view name) {
    return name.ends_with(".sqm") || name.ends_with(".sq") ||
           (folder_of(name).empty() && name.ends_with(".sql"));
}

fit fits(const tool_directory& all) {
    const bool any = std::any_of(all.listed.files.begin(), all.listed.files.end(),
                                 [](const listed_file& each) { return each.name.ends_with(".sqm"); });
    return any ? fit::surely : fit::no;
}

layout_step step_to(std::uint32_t version, const loaded_file& file) {
    const std::string to = std::to_string(version);
    return {to, sortable_number(to), "to version " + to, whole(file), {}};
}

/// What the database holds as the tool makes it: the schema of a version, without rows.
std::string schema_of(const std::filesystem::path& database) {
    const SQLite::Database opened(database.string(), SQLite::OPEN_READONLY);
    SQLite::Statement each(opened, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
                                   "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    std::string text;
    while (each.executeStep())
        text += each.getColumn(0).getString() + ";\n";
    return text;
}

bool makes_tables(const loaded_file& file) {
    if (!file.name.ends_with(".sq")) return false;
    bool is_create = false;
    for (const token each : tokens(file.text->text, 0)) {
        const std::string_view word = each.in(file.text->text);
        if (is_create && same_name(word, "table")) return true;
        is_create = same_name(word, "create");
    }
    return false;
}

class directory_parser {
public:
    directory_parser(tool_directory& all, diagnostics& found) : all_(all), found_(found) {}

    void parse() {
        for (const loaded_file* each : all_.files) {
            if (each->name.ends_with(".sqm")) read_migration(*each);
        }
        if (first_ == nullptr) return;
        if (from_ != 0 && !read_first()) {
            refuse_unknown_first();
            all_.bookkeeping = fmt::format(
                "SELECT user_version, 2, NULL FROM pragma_user_version WHERE user_version > {}", from_);
        }
    }

private:
    void read_migration(const loaded_file& file) {
        const std::string_view leaf = leaf_of(file.name);
        const std::string_view digits = leading_digits(leaf);
        std::uint32_t from = 0;
        const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), from);
        if (digits.size() + 4 != leaf.size() || wrong != std::errc() || from == UINT32_MAX)
            return refuse(found_, file,
                          "SQLDelight names its migrations by the version they lead from: '1.sqm'");
        if (first_ == nullptr || from < from_) {
            first_ = &file;
            from_ = from;
        }
        all_.steps.push_back(step_to(from + 1, file));
    }

    /// The version that the first migration leads from, of the tool's database of it.
    bool read_first() {
        const std::string name = fmt::format("{}.db", from_);
        for (const listed_file& each : all_.listed.files) {
            if (leaf_of(each.name) != name) continue;
            try {
                all_.made.push_back(
                    {each.name,
                     std::make_shared<source_text>(source_text{each.path.string(), schema_of(each.path)}),
                     {}});
                all_.steps.push_back(step_to(from_, all_.made.back()));
            } catch (const SQLite::Exception& mistake) {
                refuse_file(found_, rule::layout, each.path,
                            fmt::format("SQLDelight's database of version {} cannot be read: {}", from_,
                                        mistake.what()));
            }
            return true;
        }
        return false;
    }

    /// Where the schema is derived from the migrations, the first of them makes the first table.
    void refuse_unknown_first() {
        const auto held = std::find_if(all_.files.begin(), all_.files.end(),
                                       [](const loaded_file* each) { return makes_tables(*each); });
        if (held == all_.files.end()) return;
        refuse(found_, *first_,
               fmt::format("SQLDelight's {} holds the last version of its tables, and nothing the one that "
                           "this file leads from: write that one as {}.sqm, or let generateSqlDelightSchema "
                           "write {}.db",
                           (*held)->name, from_ - 1, from_));
    }

    tool_directory& all_;
    diagnostics& found_;
    const loaded_file* first_ = nullptr;
    std::uint32_t from_ = 0; ///< The version that it leads from.
};

void read(tool_directory& all, diagnostics& found) {
    directory_parser(all, found).parse();
}

constexpr std::string_view bookkeeping =
    "SELECT user_version, 2, NULL FROM pragma_user_version WHERE user_version > 0";

} // namespace sqldelight
} // namespace

const layout sqldelight_layout{"sqldelight",     sqldelight::takes,       sqldelight::fits,
                               sqldelight::read, sqldelight::bookkeeping, nullptr};

} // namespace headway::compiler
