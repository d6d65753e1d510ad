// What hand-written runners read: `1.sql`, `001_name.sql`, `schema-1.sql`, `1_up.sql` with `1_down.sql`, or
// `1/*.sql`, in the order of the numbers. The number is the first one in the name. Umzug, yoyo, db-migrate
// and sqlalchemy-migrate have such files too.

#include "layouts/naming.hpp"
#include "layouts/sides.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>

namespace headway::compiler {
namespace {
namespace numbered {

constexpr std::string_view digit = "0123456789";

bool takes(std::string_view name) {
    return name.ends_with(".sql");
}

struct name_parts {
    std::string_view digits{}; ///< Empty if there is no number.
    std::string_view slug{};   ///< What follows it.
    bool is_down = false;
    bool has_side = false; ///< The name says which side it is.
};

/// How a name ends that says which side it is.
struct side_ending {
    std::string_view text;
    bool is_down;
};

std::optional<side_ending> ending_of(std::string_view stem) {
    constexpr std::array<side_ending, 11> endings{{{"_up", false},
                                                   {".up", false},
                                                   {"-up", false},
                                                   {"_sqlite_upgrade", false},
                                                   {"_default_upgrade", false},
                                                   {"_down", true},
                                                   {".down", true},
                                                   {"-down", true},
                                                   {".rollback", true},
                                                   {"_sqlite_downgrade", true},
                                                   {"_default_downgrade", true}}};
    for (const side_ending& each : endings)
        if (stem.ends_with(each.text)) return each;
    return std::nullopt;
}

/// db-migrate keeps its SQL in a folder, beside the code that calls it.
std::string_view version_folder_of(std::string_view name) {
    const std::string_view folder = folder_of(name);
    return folder == "sqls" ? std::string_view() : folder;
}

name_parts split(std::string_view name) {
    std::string_view stem = leaf_of(name);
    stem.remove_suffix(4);
    name_parts parts;
    if (const auto ending = ending_of(stem)) {
        stem.remove_suffix(ending->text.size());
        parts.is_down = ending->is_down;
        parts.has_side = true;
    }
    stem.remove_prefix(std::min(stem.find_first_of(digit), stem.size()));
    parts.digits = leading_digits(stem);
    parts.slug = stem.substr(parts.digits.size());
    return parts;
}

/// What a name is by a pattern of the project: `{number}` is digits, `{name}` anything, all else itself. Null
/// if it is not of that form.
std::optional<name_parts> match(std::string_view pattern, std::string_view name) {
    name_parts parts;
    while (!pattern.empty()) {
        if (pattern.starts_with("{number}")) {
            parts.digits = leading_digits(name);
            if (parts.digits.empty()) return std::nullopt;
            name.remove_prefix(parts.digits.size());
            pattern.remove_prefix(8);
        } else if (pattern.starts_with("{name}")) {
            pattern.remove_prefix(6);
            const std::string_view next = pattern.substr(0, pattern.find('{'));
            const std::size_t end = next.empty() ? name.size() : name.rfind(next);
            if (end == name.npos) return std::nullopt;
            parts.slug = name.substr(0, end);
            name.remove_prefix(end);
        } else if (!name.empty() && name[0] == pattern[0]) {
            name.remove_prefix(1);
            pattern.remove_prefix(1);
        } else {
            return std::nullopt;
        }
    }
    return name.empty() && !parts.digits.empty() ? std::optional(parts) : std::nullopt;
}

/// Down files are looked for first: they may have the form of the others as well.
std::optional<name_parts> match(const std::vector<std::string>& patterns, std::string_view name) {
    if (patterns.size() > 1) {
        if (auto parts = match(patterns[1], name)) {
            parts->is_down = true;
            return parts;
        }
    }
    return match(patterns.front(), name);
}

/// A number that `PRAGMA user_version` can be.
bool is_small(std::string_view digits) {
    return !digits.empty() && plain_number(digits).size() < 10;
}

/// Whether the text says whose it is.
bool is_marked(const std::string& text) {
    return text.find("-- migrate:up") != text.npos || text.find("+goose") != text.npos;
}

/// `003_name.py`, which yoyo, Umzug or sqlalchemy-migrate take as well, or a function that its runner calls.
std::optional<layout_step> in_code(std::string_view name) {
    const std::string_view digits = leading_digits(name);
    const std::string_view rest = name.substr(digits.size());
    if (!is_top(name) || language_of(name).empty() || digits.empty() || rest.empty()) return std::nullopt;
    if (rest[0] != '_' && rest[0] != '-' && rest[0] != '.') return std::nullopt;
    return layout_step{plain_number(digits), sortable_number(digits), words_of_slug(stem_of_file(rest))};
}

/// Others take `001_name.sql` and `001_name.up.sql` too.
fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) {
        if (!takes(each.name) || is_marked(each.text->text)) return false;
        const std::string_view folder = version_folder_of(each.name);
        if (!folder.empty()) return is_number(folder) && is_small(folder);
        const name_parts parts = split(each.name);
        return (is_small(parts.digits) || (parts.has_side && !parts.digits.empty())) &&
               !each.name.ends_with(".up.sql") && !each.name.starts_with("V");
    };
    const bool is_common = std::any_of(all.files.begin(), all.files.end(), [](const loaded_file* each) {
        const std::string_view name = each->name;
        return name.size() > leading_digits(name).size() && name[leading_digits(name).size()] == '_' &&
               !split(name).has_side;
    });
    return fit_if_all(all, is_so, is_common ? fit::perhaps : fit::surely);
}

/// Several files of one number are steps too: the last one is the number itself.
void read_folders(const std::vector<const loaded_file*>& files, std::vector<layout_step>& steps) {
    for (std::size_t at = 0; at < files.size(); ++at) {
        const std::string_view folder = folder_of(files[at]->name);
        const bool is_last = at + 1 == files.size() || folder_of(files[at + 1]->name) != folder;
        std::string_view stem = leaf_of(files[at]->name);
        stem.remove_suffix(4);
        const std::string version = plain_number(folder);
        steps.push_back({is_last ? version : fmt::format("{}.{}", version, stem),
                         fmt::format("{}/{}", sortable_number(folder), leaf_of(files[at]->name)),
                         words_of_slug(stem),
                         whole(*files[at]),
                         {}});
    }
}

/// What is wrong with a pattern of the project; empty if nothing is.
std::string mistake_in(std::string_view pattern) {
    bool has_number = false;
    for (std::size_t at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1)) {
        const std::string_view place = pattern.substr(at, pattern.find('}', at) - at + 1);
        has_number = has_number || place == "{number}";
        if (place != "{number}" && place != "{name}")
            return fmt::format("PATTERN '{}' holds '{}': it knows {{number}} and {{name}}", pattern, place);
    }
    return has_number
               ? std::string()
               : fmt::format("PATTERN '{}' holds no {{number}}, by which the steps are told apart", pattern);
}

bool check_patterns(const tool_directory& all, diagnostics& found) {
    std::string mistake =
        all.pattern.size() > 2 ? "PATTERN is that of up files, and perhaps that of down files" : "";
    for (const std::string& each : all.pattern)
        if (mistake.empty()) mistake = mistake_in(each);
    return mistake.empty() || refuse_file(found, rule::layout, all.path, std::move(mistake));
}

void read_by_pattern(tool_directory& all, diagnostics& found) {
    if (!check_patterns(all, found)) return;
    sided_steps steps("the numbered layout", found);
    for (const loaded_file* each : all.files) {
        if (const auto parts = match(all.pattern, each->name))
            steps.add(*each, !parts->is_down, plain_number(parts->digits), sortable_number(parts->digits),
                      words_of_slug(parts->slug));
        else
            warn_passed_over(found, *each,
                             fmt::format("this file is not named '{}', and is passed over",
                                         fmt::join(all.pattern, "' or '")));
    }
    steps.take(all.steps);
}

void read(tool_directory& all, diagnostics& found) {
    if (!all.pattern.empty()) return read_by_pattern(all, found);
    sided_steps steps("the numbered layout", found);
    std::vector<const loaded_file*> in_folders;
    for (const loaded_file* each : all.files) {
        const std::string_view folder = version_folder_of(each->name);
        const name_parts parts = split(each->name);
        if (is_number(folder))
            in_folders.push_back(each);
        else if (folder.empty() && !parts.digits.empty())
            steps.add(*each, !parts.is_down, plain_number(parts.digits), sortable_number(parts.digits),
                      words_of_slug(parts.slug));
        else
            warn_passed_over(found, *each, "this file has no number, and is passed over");
    }
    steps.take(all.steps);
    read_folders(in_folders, all.steps);
}

constexpr std::string_view bookkeeping =
    "SELECT user_version, 2, NULL FROM pragma_user_version WHERE user_version > 0";

constexpr std::array<known_bookkeeping, 4> others{{
    {"umzug", "SELECT CAST(name AS INTEGER), 1, NULL FROM main.SequelizeMeta ORDER BY name"},
    {"yoyo", "SELECT 'under the lock of process ' || pid, 0, NULL FROM main.yoyo_lock WHERE locked UNION ALL "
             "SELECT CAST(migration_id AS INTEGER), 1, NULL FROM main._yoyo_migration"},
    {"db-migrate",
     "SELECT CAST(substr(name, 2) AS INTEGER), 1, NULL FROM main.migrations WHERE run_on > 0 ORDER BY name"},
    {"sqlalchemy-migrate", "SELECT version, 2, NULL FROM main.migrate_version WHERE version > 0"},
}};

} // namespace numbered
} // namespace

const layout numbered_layout{"numbered",       numbered::takes,       numbered::fits,
                             numbered::read,   numbered::bookkeeping, nullptr,
                             numbered::others, numbered::in_code};

} // namespace headway::compiler
