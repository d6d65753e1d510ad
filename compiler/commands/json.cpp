#include "commands/json.hpp"

#include "read/source.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace headway::compiler {
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

json place_json(const whereabouts& of) {
    return {{"rows", of.rows}, {"heads", of.heads}, {"at_head", of.at_head}, {"unknown", of.unknown}};
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

std::string whereabouts_json(const whereabouts& of) {
    return print(place_json(of));
}

std::string log_json(const std::vector<log_line>& lines) {
    json list = json::array();
    for (const log_line& line : lines)
        list.push_back({{"sequence", line.sequence},
                        {"revision", line.revision},
                        {"operation", line.operation},
                        {"checksum", line.checksum},
                        {"started", line.started},
                        {"finished", line.finished},
                        {"duration_us", line.duration_us},
                        {"headway", line.headway},
                        {"application", line.application},
                        {"application_version", line.application_version}});
    return print(list);
}

std::string status_json(const graph& of, const project_status& status) {
    json value{{"database", nullptr}};
    if (!status.database.empty()) value["database"] = status.database;
    value.update(place_json(status.place));
    value["pending"] = ids(of, status.pending);
    value["irreversible"] = ids(of, status.irreversible);
    value["passed_over"] = ids(of, status.passed_over);
    value["crossed"] = ids(of, status.crossed);
    value["edited"] = ids(of, status.edited);
    value["lock"] = to_string(status.lock);
    return print(value);
}

namespace {

json placed(json value, const location& where, position_finder& places) {
    if (!where.file) return value;
    const position at = places.find(*where.file, where.begin);
    value["file"] = where.file->path;
    value["line"] = at.line;
    value["column"] = at.column;
    return value;
}

json list_json(const diagnostics& found) {
    constexpr std::string_view levels[] = {"note", "warning", "error"};
    json list = json::array();
    position_finder places;
    position_finder places_of_notes;
    for (const diagnostic& each : found.list()) {
        json value = placed({{"rule", describe(each.id).code},
                             {"severity", levels[static_cast<std::size_t>(each.level)]},
                             {"message", each.message}},
                            each.where, places);
        value["notes"] = json::array();
        for (const note& also : each.notes)
            value["notes"].push_back(placed({{"message", also.message}}, also.where, places_of_notes));
        list.push_back(std::move(value));
    }
    return list;
}

} // namespace

std::string diagnostics_json(const diagnostics& found) {
    return print(list_json(found));
}

std::string check_json(const graph& of, const project_status& status, const std::vector<std::string>& drift,
                       const diagnostics& found) {
    return print({{"ok", status.is_clean() && drift.empty() && !found.has_errors()},
                  {"pending", ids(of, status.pending)},
                  {"unknown", status.place.unknown},
                  {"passed_over", ids(of, status.passed_over)},
                  {"crossed", ids(of, status.crossed)},
                  {"edited", ids(of, status.edited)},
                  {"lock", to_string(status.lock)},
                  {"drift", drift},
                  {"diagnostics", list_json(found)}});
}

std::string failed_check_json(const diagnostics& found, std::string_view failure) {
    json list = list_json(found);
    if (!failure.empty())
        list.push_back(
            {{"rule", nullptr}, {"severity", "error"}, {"message", failure}, {"notes", json::array()}});
    const json none = json::array();
    return print({{"ok", false},
                  {"pending", none},
                  {"unknown", none},
                  {"passed_over", none},
                  {"crossed", none},
                  {"edited", none},
                  {"lock", nullptr},
                  {"drift", none},
                  {"diagnostics", std::move(list)}});
}

std::string migration_json(const migration& of) {
    json hazards = json::array();
    for (const hazard& one : of.hazards)
        hazards.push_back({{"code", one.code}, {"object", one.object}, {"message", one.message}});
    json value{{"up", of.up}, {"down", of.down}, {"irreversible", nullptr}, {"hazards", std::move(hazards)}};
    if (!of.irreversible.empty()) value["irreversible"] = of.irreversible;
    return print(value);
}

} // namespace headway::compiler
