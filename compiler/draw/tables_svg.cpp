#include "draw/escape.hpp"
#include "draw/layers.hpp"
#include "draw/strip.hpp"
#include "draw/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr double tables_margin = 24;
constexpr double title_height = 52;
constexpr double table_head_height = 32;
constexpr double column_height = 23;
constexpr double table_foot_height = 6;
constexpr double table_padding = 12;
constexpr double key_width = 26; ///< Of the column with the keys.
constexpr std::size_t colour_count = 8;

/// Widths in pixels of one character. `textLength` holds readers' fonts to all of them.
constexpr double head_width = 7.8;
constexpr double name_width = 7.2;
constexpr double type_width = 6.6;
constexpr double key_letter_width = 5.8;
constexpr double kind_space = 18;

double letters_of(std::string_view text) noexcept {
    return static_cast<double>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

struct text_place {
    double x;
    double y;
    double width;
};

std::string write(std::string_view style, text_place at, std::string_view text) {
    return fmt::format("<text class=\"{}\" x=\"{:g}\" y=\"{:g}\" textLength=\"{:g}\">{}</text>", style, at.x,
                       at.y, at.width, escape_markup(text));
}

double y_of(std::size_t row) noexcept {
    return table_head_height + column_height * (static_cast<double>(row) + 0.5);
}

box size_of(const drawn_table& table) {
    double name = 0;
    double type = 0;
    for (const drawn_column& each : table.columns) {
        name = std::max(name, letters_of(each.name) * name_width);
        type = std::max(type, letters_of(each.type) * type_width);
    }
    const double head = letters_of(table.name) * head_width +
                        (table.kind.empty() ? 0 : kind_space + letters_of(table.kind) * key_letter_width);
    const double inner = std::max({key_width + name + (type > 0 ? kind_space + type : 0), head, 90.0});
    return {2 * table_padding + inner, table_head_height +
                                           column_height * static_cast<double>(table.columns.size()) +
                                           table_foot_height};
}

std::string_view key_of(const drawn_column& column) {
    return column.primary_key ? "PK" : column.foreign_key ? "FK" : column.unique ? "UK" : "";
}

std::string draw_row(const drawn_column& column, double y, double width, std::string_view key_colour) {
    const double baseline = y + 4.5;
    std::string result = fmt::format("<g><title>{}</title>", escape_markup(column.definition));
    const std::string_view key = key_of(column);
    if (!key.empty())
        result += write(fmt::format("key {}", key_colour),
                        {table_padding, baseline - 0.5, letters_of(key) * key_letter_width}, key);
    const double name = letters_of(column.name) * name_width;
    result += write(column.not_null ? "name" : "name null", {table_padding + key_width, baseline, name},
                    column.name);
    const double type = letters_of(column.type) * type_width;
    if (type > 0) result += write("type", {width - table_padding - type, baseline, type}, column.type);
    return result + "</g>\n";
}

std::string colour_of(std::size_t table) {
    return fmt::format("l{}", table % colour_count);
}

/// Lines have the colour of the table that they lead to, and so have the columns that they come from.
std::string colour_of_key(const tables_picture& drawn, std::size_t table, std::size_t column) {
    for (const drawn_reference& each : drawn.references) {
        if (each.from == table && each.from_columns.front() == column) return colour_of(each.to);
    }
    return drawn.tables[table].columns[column].primary_key ? colour_of(table) : "plain";
}

std::string draw_table(const tables_picture& drawn, std::size_t number, point corner, box size) {
    const drawn_table& table = drawn.tables[number];
    std::string result =
        fmt::format("<g transform=\"translate({0:g} {1:g})\">\n<rect class=\"table\" width=\"{2:g}\" "
                    "height=\"{3:g}\" rx=\"8\"/>\n<path class=\"head\" d=\"M0 {5:g}V8Q0 0 8 0H{4:g}"
                    "Q{2:g} 0 {2:g} 8V{5:g}Z\"/>\n<path class=\"edge {6}\" d=\"M0 {5:g}H{2:g}\"/>\n",
                    corner.x, corner.y, size.width, size.height, size.width - 8, table_head_height - 4,
                    colour_of(number));
    result += write("table-name", {table_padding, 19, letters_of(table.name) * head_width}, table.name);
    const double kind = letters_of(table.kind) * key_letter_width;
    if (kind > 0) result += write("key plain", {size.width - table_padding - kind, 19, kind}, table.kind);
    result += "\n";
    for (std::size_t row = 0; row < table.columns.size(); ++row)
        result += draw_row(table.columns[row], y_of(row), size.width, colour_of_key(drawn, number, row));
    return result + "</g>\n";
}

/// Curves between the columns of tables, straight through them.
std::string way_of(const std::vector<point>& route) {
    std::string result = fmt::format("M{:g} {:g}", route.front().x, route.front().y);
    for (std::size_t at = 1; at < route.size(); at += 2) {
        const point from = route[at - 1];
        const point to = route[at];
        const double middle = (from.x + to.x) / 2;
        result += fmt::format("C{:g} {:g} {:g} {:g} {:g} {:g}", middle, from.y, middle, to.y, to.x, to.y);
        if (at + 1 < route.size()) result += fmt::format("H{:g}", route[at + 1].x);
    }
    return result;
}

constexpr double loop_reach = 34; ///< Further than the margin.

/// Out of the right side and back into it.
std::string loop_of(const std::vector<point>& route) {
    const double reach = route.front().x + loop_reach;
    return fmt::format("M{:g} {:g}C{:g} {:g} {:g} {:g} {:g} {:g}", route.front().x, route.front().y, reach,
                       route.front().y, reach, route.back().y, route.back().x, route.back().y);
}

/// `table (column, column)`
std::string describe(const drawn_table& of, const std::vector<std::size_t>& columns) {
    std::string names;
    for (const std::size_t at : columns)
        names.append(names.empty() ? "" : ", ").append(of.columns[at].name);
    return escape_markup(fmt::format("{} ({})", of.name, names));
}

std::string draw_reference(const tables_picture& drawn, const drawn_reference& of,
                           const std::vector<point>& route, point parent, box parent_size) {
    const bool parent_is_left = route.front().x == parent.x + parent_size.width;
    const point end = parent_is_left ? route.front() : route.back();
    const point start = parent_is_left ? route.back() : route.front();
    const double tail = end.x + (parent_is_left ? 7 : -7);
    return fmt::format("<g><title>{0} → {1}</title><path class=\"line {2}{3}\" d=\"{4}\"/>"
                       "<polygon class=\"arrow {2}\" points=\"{5:g},{6:g} {7:g},{8:g} {7:g},{9:g}\"/>"
                       "<circle class=\"dot {2}\" cx=\"{10:g}\" cy=\"{11:g}\" r=\"3\"/></g>\n",
                       describe(drawn.tables[of.from], of.from_columns),
                       describe(drawn.tables[of.to], of.to_columns), colour_of(of.to),
                       of.optional ? " needs" : "", of.from == of.to ? loop_of(route) : way_of(route), end.x,
                       end.y, tail, end.y - 4, end.y + 4, start.x, start.y);
}

constexpr std::string_view table_style = R"(svg{background:var(--paper)}
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--ink)}
.title{font-weight:600;font-size:17px}
.table-name{font:600 13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.name{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.name.null{font-style:italic}
.type{font:11px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--faint)}
.key{font:600 9px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;stroke:none}
.key.plain{fill:var(--faint)}
.table{fill:var(--paper);stroke:var(--rule);stroke-width:1.25}
.head{fill:var(--raised)!important;stroke:none}
.line{stroke-width:1.75}
.arrow{stroke:none}
.dot{stroke:var(--paper)}
)";

} // namespace

std::string draw_svg(const tables_picture& drawn) {
    std::vector<box> sizes;
    for (const drawn_table& each : drawn.tables)
        sizes.push_back(size_of(each));
    std::vector<box_link> links;
    for (const drawn_reference& each : drawn.references)
        links.push_back({static_cast<std::uint32_t>(each.from), y_of(each.from_columns.front()),
                         static_cast<std::uint32_t>(each.to), y_of(each.to_columns.front())});
    const box_layout placed = lay_out(sizes, links);
    std::string shapes;
    for (std::size_t at = 0; at < drawn.tables.size(); ++at)
        shapes += draw_table(drawn, at, placed.corners[at], sizes[at]);
    for (std::size_t at = 0; at < drawn.references.size(); ++at) {
        const drawn_reference& each = drawn.references[at];
        shapes += draw_reference(drawn, each, placed.routes[at], placed.corners[each.to], sizes[each.to]);
    }
    const double title = letters_of(drawn.title) * 10;
    const bool loops = std::any_of(drawn.references.begin(), drawn.references.end(),
                                   [](const drawn_reference& each) { return each.from == each.to; });
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\">\n<title>{2}</title>\n<style>{3}{4}</style>\n"
        "<text class=\"title\" x=\"{5:g}\" y=\"34\">{2}</text>\n"
        "<g transform=\"translate({5:g} {6:g})\">\n{7}</g>\n</svg>\n",
        std::max({placed.width + tables_margin + (loops ? loop_reach : tables_margin),
                  title + 2 * tables_margin, 320.0}),
        placed.height + title_height + tables_margin, escape_markup(drawn.title), strip_style(), table_style,
        tables_margin, title_height, shapes);
}

} // namespace headway::compiler
