#include "diagnostics/rule_levels.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

struct level_name {
    std::string_view name;
    std::optional<severity> level;
};
constexpr level_name levels[] = {{"error", severity::error},
                                 {"warning", severity::warning},
                                 {"note", severity::note},
                                 {"off", std::nullopt}};

} // namespace

std::string rule_levels::set(std::string_view setting) {
    const std::size_t sign = std::min(setting.find('='), setting.size());
    const std::string_view code = setting.substr(0, sign);
    const std::string_view name = setting.substr(std::min(sign + 1, setting.size()));
    const rule_description* of = find_rule(code);
    if (of == nullptr) {
        const std::string_view meant = nearest_rule(code);
        return meant.empty() ? fmt::format("there is no rule `{}`", code)
                             : fmt::format("there is no rule `{}`; did you mean `{}`?", code, meant);
    }
    const auto level = std::find_if(std::begin(levels), std::end(levels),
                                    [&](const level_name& each) { return each.name == name; });
    if (level == std::end(levels))
        return fmt::format("`{}` is no level of rule `{}`: write {}=error, =warning, =note or =off", name,
                           code, code);
    if (!is_adjustable(of->id)) return fmt::format("rule `{}` is always an error", code);
    entries_.push_back({of->id, level->level});
    return {};
}

std::optional<severity> rule_levels::judge(rule id, severity level) const noexcept {
    const auto last =
        std::find_if(entries_.rbegin(), entries_.rend(), [&](const entry& each) { return each.id == id; });
    return last == entries_.rend() ? std::optional(level) : last->level;
}

} // namespace headway::compiler
