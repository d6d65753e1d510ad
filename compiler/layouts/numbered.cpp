// What hand-written runners read: `1.sql`, `001_name.sql`, `schema-1.sql`, `1_up.sql` with `1_down.sql`, or
// `1/*.sql`, in the order of the numbers. The number is the first one in the name.

#include "layouts/naming.hpp"
#include "layouts/sides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {
namespace numbered {

constexpr std::string_view digit = "0123456789";

bool takes(std::string_view name) {
    return name.ends_with(".sql");
}

bool is_number(std::string_view text) {
    return !text.empty() && leading_digits(text).size() == text.size();
}

struct name_parts {
    std::string_view digits{}; ///< Empty if there is no number.
    std::string_view slug{};   ///< What follows it.
    bool is_down = false;
};

name_parts split(std::string_view name) {
    std::string_view stem = leaf_of(name);
    stem.remove_suffix(4);
    name_parts parts;
    for (const std::string_view ending : {"_down", ".down", "-down"})
        parts.is_down = parts.is_down || stem.ends_with(ending);
    for (const std::string_view ending : {"_up", ".up", "-up", "_down", ".down", "-down"}) {
        if (stem.ends_with(ending)) stem.remove_suffix(ending.size());
    }
    stem.remove_prefix(std::min(stem.find_first_of(digit), stem.size()));
    parts.digits = leading_digits(stem);
    parts.slug = stem.substr(parts.digits.size());
    return parts;
}

/// A number that `PRAGMA user_version` can be.
bool is_small(std::string_view digits) {
    return !digits.empty() && plain_number(digits).size() < 10;
}

/// Whether the text says whose it is.
bool is_marked(const std::string& text) {
    return text.find("-- migrate:up") != text.npos || text.find("+goose") != text.npos;
}

/// Others take `001_name.sql` and `001_name.up.sql` too.
fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) {
        if (!takes(each.name) || is_marked(each.text->text)) return false;
        const std::string_view folder = folder_of(each.name);
        return folder.empty() ? is_small(split(each.name).digits) && !each.name.ends_with(".up.sql") &&
                                    !each.name.ends_with(".down.sql") && !each.name.starts_with("V")
                              : is_number(folder) && is_small(folder);
    };
    const bool is_common = std::any_of(all.files.begin(), all.files.end(), [](const loaded_file* each) {
        const std::string_view name = each->name;
        return name.size() > leading_digits(name).size() && name[leading_digits(name).size()] == '_' &&
               !name.ends_with("_up.sql") && !name.ends_with("_down.sql");
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

void read(tool_directory& all, diagnostics& found) {
    sided_steps steps("the numbered layout", found);
    std::vector<const loaded_file*> in_folders;
    for (const loaded_file* each : all.files) {
        const std::string_view folder = folder_of(each->name);
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

} // namespace numbered
} // namespace

const layout numbered_layout{"numbered",     numbered::takes,       numbered::fits,
                             numbered::read, numbered::bookkeeping, nullptr};

} // namespace headway::compiler
