// SQLDelight: `N.sqm` leads from version N of `PRAGMA user_version` to N + 1
// (https://sqldelight.github.io/sqldelight).

#include "layouts/naming.hpp"

#include <algorithm>
#include <charconv>

namespace headway::compiler {
namespace {
namespace sqldelight {

bool takes(std::string_view name) {
    return name.ends_with(".sqm") || (folder_of(name).empty() && name.ends_with(".sql"));
}

fit fits(const tool_directory& all) {
    const bool any = std::any_of(all.listed.files.begin(), all.listed.files.end(),
                                 [](const listed_file& each) { return each.name.ends_with(".sqm"); });
    return any ? fit::surely : fit::no;
}

void read(tool_directory& all, diagnostics& found) {
    for (const loaded_file* each : all.files) {
        const std::string_view leaf = leaf_of(each->name);
        if (!leaf.ends_with(".sqm")) continue;
        const std::string_view digits = leading_digits(leaf);
        std::uint32_t from = 0;
        const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), from);
        if (digits.size() + 4 != leaf.size() || wrong != std::errc() || from == 0) {
            refuse(found, *each, "SQLDelight names its migrations by the version they lead from: '1.sqm'");
            continue;
        }
        const std::string to = std::to_string(from + 1);
        all.steps.push_back({to, sortable_number(to), "to version " + to, whole(*each), {}});
    }
}

constexpr std::string_view bookkeeping =
    "SELECT user_version, 2, NULL FROM pragma_user_version WHERE user_version > 1";

} // namespace sqldelight
} // namespace

const layout sqldelight_layout{"sqldelight",     sqldelight::takes,       sqldelight::fits,
                               sqldelight::read, sqldelight::bookkeeping, nullptr};

} // namespace headway::compiler
