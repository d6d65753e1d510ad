#include "layouts/chain.hpp"

#include "layouts/escapes.hpp"
#include "layouts/naming.hpp"
#include "read/allowance.hpp"
#include "read/text.hpp"
#include "sql/language.hpp"
#include "sqlite/bookkeeping_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// The version where it can be an id; else what is nearest to it.
std::string id_of(std::string_view version) {
    std::string id(version.substr(0, longest_revision_id));
    for (char& c : id) {
        if (!is_revision_id(std::string_view(&c, 1))) c = '_';
    }
    return is_revision_id(id) ? id : "v_" + id;
}

section section_of(const step_part& part) {
    section made{place_of(part.file->text, part.body), part.transaction, {}};
    if (!part.marker.empty()) made.marker = place_of(part.file->text, part.marker);
    return made;
}

bool has_statement(std::string_view sql) {
    return next_meaning(sql, 0).kind != token_kind::end;
}

/// `20240301091501` as tools write the time.
std::optional<std::int64_t> date_of(std::string_view version) {
    const std::string_view digits = leading_digits(version);
    if (digits.size() != 14) return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t size) { return digits.substr(at, size); };
    return parse_date(fmt::format("{}-{}-{} {}:{}:{}", part(0, 4), part(4, 2), part(6, 2), part(8, 2),
                                  part(10, 2), part(12, 2)));
}

void read_allowances(source& into, diagnostics& found) {
    constexpr std::string_view mark = "-- headway:allow";
    for_each_line(into.file->text, [&](std::string_view line) {
        if (trim(line).starts_with(mark)) read_allowance(into, trim(trim(line).substr(mark.size())), found);
    });
}

source source_of(const layout_step& from, diagnostics& found) {
    source made;
    made.file = from.up.file->text;
    made.file_name = from.up.file->name;
    made.id = {id_of(from.version), {made.file, 0, 0}};
    made.summary = made.description = from.summary;
    made.created = date_of(from.version);
    made.up = section_of(from.up);
    made.irreversible = !from.down || !has_statement(from.down->body);
    made.down = made.irreversible
                    ? section{{made.file, made.file->text.size(), made.file->text.size()}, true, {}}
                    : section_of(*from.down);
    if (from.down && from.down->file != from.up.file) made.down_file_name = from.down->file->name;
    if (from.booked != made.id.text) made.booked = from.booked.empty() ? from.version : from.booked;
    if (made.booked == made.id.text) made.booked.clear();
    read_allowances(made, found);
    return made;
}

void drop_duplicates(std::vector<layout_step>& steps, const layout& of, diagnostics& found) {
    const auto same = [](const layout_step& left, const layout_step& right) {
        return left.version == right.version;
    };
    for (auto each = steps.begin(); each != steps.end() && each + 1 != steps.end();) {
        if (!same(each[0], each[1])) {
            ++each;
            continue;
        }
        found.add(rule::duplicate_id, {each[1].up.file->text, 0, 0},
                  fmt::format("{} finds version {} twice: {} and {}", of.name, each->version,
                              each[0].up.file->name, each[1].up.file->name));
        steps.erase(each + 1);
    }
}

/// Where the order of the names is not that of the numbers in them, people are mistaken about one of the two.
void warn_about_order(const std::vector<layout_step>& steps, const layout& of, diagnostics& found) {
    const auto number = [](const layout_step& one) {
        const std::string_view leaf = one.up.file->name;
        const std::string_view digits =
            leading_digits(leaf.substr(std::min(leaf.find_first_of("0123456789"), leaf.size())));
        return digits.empty() ? std::string() : sortable_number(digits);
    };
    for (std::size_t at = 1; at < steps.size(); ++at) {
        const layout_step& before = steps[at - 1];
        const layout_step& after = steps[at];
        if (before.up.file == after.up.file || number(before).empty() || number(after).empty()) continue;
        const bool by_name = before.up.file->name < after.up.file->name;
        const bool by_number = number(before) <= number(after);
        if (by_name == by_number || (!by_name && !by_number)) continue;
        found.add(rule::layout_order, {after.up.file->text, 0, 0},
                  fmt::format("{} takes {} before this file: {}", of.name, before.up.file->name,
                              by_name ? "it sorts names, where 10 comes before 2"
                                      : "it sorts by number, whatever the order of the names"));
        return; // one is enough to think about
    }
}

void note_escapes(const tool_directory& all, const escape_counts& counts, diagnostics& found) {
    const std::string text = describe(counts);
    if (text.empty()) return;
    found.add(rule::layout_escape, {std::make_shared<source_text>(source_text{all.path.string(), ""}), 0, 0},
              fmt::format("left to Headway, which runs each step in a transaction, without foreign keys, and "
                          "checks them at its end: {}",
                          text));
}

bool counts_in_user_version(std::span<const layout* const> alike) {
    return std::any_of(alike.begin(), alike.end(), [](const layout* each) {
        return each->bookkeeping.find("pragma_user_version") != std::string_view::npos;
    });
}

/// The tables in which the tools keep what is applied.
std::vector<std::string> records_of(const tool_directory& all, std::span<const layout* const> alike) {
    std::vector<std::string> tables = detail::tables_of(all.own_query);
    const auto add = [&](std::string_view query) {
        for (std::string& table : detail::tables_of(query))
            tables.push_back(std::move(table));
    };
    for (const layout* each : alike) {
        add(each->bookkeeping);
        for (const known_bookkeeping& other : each->others)
            add(other.query);
    }
    return tables;
}

/// With blanks between, if there are several.
std::string fingerprints_of(const layout_step& step, std::span<const layout* const> alike) {
    std::string all;
    for (const layout* each : alike) {
        const std::string one = each->fingerprint == nullptr ? std::string() : each->fingerprint(step);
        if (!one.empty()) all += (all.empty() ? "" : " ") + one;
    }
    return all;
}

} // namespace

void put_in_order(std::vector<layout_step>& steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const layout_step& left, const layout_step& right) {
        return std::tie(left.order, left.up.file->name) < std::tie(right.order, right.up.file->name);
    });
}

std::vector<source> chain(tool_directory& all, std::span<const layout* const> alike, diagnostics& found) {
    put_in_order(all.steps);
    drop_duplicates(all.steps, *alike.front(), found);
    warn_about_order(all.steps, *alike.front(), found);
    const std::vector<std::string> records = tables_made_elsewhere(records_of(all, alike), all.steps);
    escape_counts counts{};
    std::vector<source> sources;
    sources.reserve(all.steps.size());
    for (layout_step& each : all.steps) {
        std::string fingerprint = fingerprints_of(each, alike);
        take_escapes(each.up, records, counts, found);
        if (each.down) take_escapes(*each.down, records, counts, found);
        source made = source_of(each, found);
        if (!sources.empty()) made.revises.push_back({sources.back().id.text, {made.file, 0, 0}});
        made.fingerprint = std::move(fingerprint);
        if (counts_in_user_version(alike)) made.user_version = parse_user_version(each.version);
        made.checksum = checksum_of(made);
        sources.push_back(std::move(made));
    }
    note_escapes(all, counts, found);
    return sources;
}

} // namespace headway::compiler
