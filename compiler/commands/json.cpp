#include "commands/json.hpp"

#include "read/source.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace headway {
namespace {

using json = nlohmann::ordered_json; // the documented order of the keys

std::string print(const json& value) {
    return value.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

json ids(const history& h, const std::vector<std::uint32_t>& revisions) {
    json list = json::array();
    for (const std::uint32_t revision : revisions)
        list.push_back(h.id(revision));
    return list;
}

json ids(const graph& of, std::span<const std::uint32_t> revisions) {
    json list = json::array();
    for (const std::uint32_t revision : revisions)
        list.push_back(of.revisions[revision].from.id.text);
    return list;
}

json revision_json(const annotations& notes, std::uint32_t index, const std::vector<std::string>* current) {
    const linked_revision& revision = notes.of().revisions[index];
    const source& from = revision.from;
    json value{{"revision", from.id.text},
               {"summary", from.summary},
               {"description", from.description},
               {"revises", ids(notes.of(), revision.revises)},
               {"depends_on", ids(notes.of(), revision.depends_on)},
               {"children", ids(notes.of(), notes.children(index))},
               {"labels", notes.labels(index)},
               {"created_us", nullptr},
               {"file", from.file->path},
               {"checksum", to_hex(from.checksum)},
               {"head", notes.is_head(index)},
               {"branchpoint", notes.is_branch_point(index)},
               {"mergepoint", notes.is_merge_point(index)},
               {"irreversible", from.irreversible}};
    if (from.created) value["created_us"] = *from.created;
    if (current != nullptr)
        value["current"] = std::find(current->begin(), current->end(), from.id.text) != current->end();
    return value;
}

} // namespace

std::string plan_json(const history& h, const plan& of) {
    frontier state(h, of.before);
    std::set<std::uint32_t> rows(of.before.begin(), of.before.end());
    json steps = json::array();
    for (const step one : of.steps) {
        const frontier::change change = state.advance(one);
        for (const std::uint32_t row : change.removed)
            rows.erase(row);
        rows.insert(change.added.begin(), change.added.end());
        steps.push_back({{"revision", h.id(one.revision)},
                         {"direction", one.way == direction::up ? "upgrade" : "downgrade"},
                         {"rows", ids(h, {rows.begin(), rows.end()})}});
    }
    return print({{"steps", std::move(steps)}, {"final", ids(h, of.after)}});
}

std::string revisions_json(const annotations& notes, const std::vector<std::uint32_t>& revisions,
                           const std::vector<std::string>* current) {
    json list = json::array();
    for (const std::uint32_t revision : revisions)
        list.push_back(revision_json(notes, revision, current));
    return print(list);
}

std::string position_json(const position_in_history& of) {
    return print({{"rows", of.rows}, {"heads", of.heads}, {"at_head", of.at_head}, {"unknown", of.unknown}});
}

} // namespace headway
