#include "link/sound_part.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace headway::compiler {
namespace {

using places = std::unordered_map<std::string_view, std::uint32_t>;

bool are_all_in(const places& known, const std::vector<spelled>& names) {
    return std::all_of(names.begin(), names.end(),
                       [&](const spelled& each) { return known.contains(each.text); });
}

std::vector<std::uint32_t> places_of(const std::vector<std::uint32_t>& parents, const graph& whole,
                                     const places& known) {
    std::vector<std::uint32_t> result;
    for (const std::uint32_t parent : parents)
        result.push_back(known.at(whole.revisions[parent].from.id.text));
    return result;
}

} // namespace

graph sound_part(const graph& whole) {
    graph part;
    part.complete = false;
    places known;
    for (const linked_revision& each : whole.revisions) {
        const source& from = each.from;
        if (!are_all_in(known, from.revises) || !are_all_in(known, from.depends_on)) continue;
        const auto place = static_cast<std::uint32_t>(part.revisions.size());
        known.emplace(from.id.text, place);
        part.revisions.push_back(
            {from, places_of(each.revises, whole, known), places_of(each.depends_on, whole, known)});
        if (from.revises.empty()) part.bases.push_back(place);
        for (const std::uint32_t parent : part.revisions.back().revises)
            std::erase(part.heads, parent);
        part.heads.push_back(place);
    }
    return part;
}

} // namespace headway::compiler
