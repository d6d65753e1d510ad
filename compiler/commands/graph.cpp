#include "commands/absent_database.hpp"
#include "commands/format_choice.hpp"
#include "commands/over_project.hpp"
#include "diagnostics/shown.hpp"
#include "draw/picture.hpp"
#include "emit/output.hpp"
#include "project/database.hpp"
#include "project/target.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace headway::compiler {
namespace {

struct graph_request {
    settings_flags where;
    std::string format;
    std::string output;
    std::string title;
    std::optional<std::string> current;
};

/// Whether the locale of the terminal can show more than ASCII.
bool shows_unicode() {
    for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale = value;
        return locale.find("UTF-8") != locale.npos || locale.find("utf8") != locale.npos;
    }
    return false;
}

struct picture_format {
    std::string_view name;
    std::string (*draw)(const picture&, text_style);
};
constexpr picture_format picture_formats[] = {
    {"text", draw_text},
    {"dot", [](const picture& drawn, text_style) { return draw_dot(drawn); }},
    {"mermaid", [](const picture& drawn, text_style) { return draw_mermaid(drawn); }},
    {"svg", [](const picture& drawn, text_style) { return draw_svg(drawn); }},
    {"html", [](const picture& drawn, text_style) { return draw_html(drawn); }},
};

/// The rows to mark, or nothing if no database is in play.
std::optional<std::vector<std::string>> rows_to_mark(const graph_request& request, const project& of) {
    if (request.current) return rows_of(of, request.current);
    if (!names_database(of.from)) return std::nullopt;
    return read_rows(of);
}

/// Marks the rows; returns those that the history does not know.
std::vector<std::string> mark(picture& drawn, const std::vector<std::string>& rows) {
    std::vector<std::string> unknown;
    for (const std::string& row : rows) {
        const auto& all = drawn.history.revisions;
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const linked_revision& each) { return each.from.id.text == row; });
        if (found == all.end())
            unknown.push_back(row);
        else
            drawn.current.push_back(static_cast<std::uint32_t>(found - all.begin()));
    }
    drawn.has_database = rows.empty() || !drawn.current.empty();
    return unknown;
}

std::string title_of(const graph_request& request, const settings& from) {
    if (!request.title.empty()) return request.title;
    const std::filesystem::path directory = from.directory.lexically_normal();
    return (directory.has_filename() ? directory : directory.parent_path()).filename().string();
}

int draw_graph(const graph_request& request, const project& of, const shell& io) {
    const picture_format& chosen = choose_format(picture_formats, request.format, request.output, "a graph");
    picture drawn{.history = of.history, .title = title_of(request, of.from)};
    if (!request.current) mention_absence(of.from, io);
    std::vector<std::string> unknown;
    if (const auto rows = rows_to_mark(request, of)) unknown = mark(drawn, *rows);
    if (request.output.empty())
        fmt::print(io.out, "{}", chosen.draw(drawn, {io.colour, shows_unicode()}));
    else
        write_if_changed(request.output, chosen.draw(drawn, {}));
    for (const std::string& row : unknown)
        fmt::print(io.err,
                   "headway: Can't locate revision identified by '{}'\nThe database is newer than these "
                   "migrations, or another program's.\n",
                   shown(row));
    return unknown.empty() ? 0 : 1;
}

work declare_graph(arguments& add) {
    const auto request = std::make_shared<graph_request>();
    add.option("--format", "FORMAT", request->format,
               "text, dot, mermaid, svg or html; without it, what the name of FILE ends in, else text");
    add.choices(names_of(picture_formats));
    add.option("-o,--output", "FILE", request->output, "Write to this file");
    add.option("--title", "TEXT", request->title, "Title of the picture; otherwise the directory's name");
    add.option("--current", "REVISIONS", request->current,
               "Mark these as where the database is, without reading it");
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where, [request](const project& of, const shell& io) {
        return draw_graph(*request, of, io);
    });
}

constexpr std::string_view graph_details =
    "Newest first. Lines lead to what a revision revises, dashed lines to what it depends on. With a "
    "database, "
    "full dots are applied, hollow ones pending, and one with a ring is where it is.\n"
    "\n"
    "SVG and HTML stand alone, in light and dark; HTML shows the SQL of the revision that is chosen.";

constexpr example graph_examples[] = {
    {"headway graph", "On the terminal"},
    {"headway graph --database app.db -o history.html", "A page to click through, with the database's place"},
    {"headway graph --format dot | dot -Tpdf -o history.pdf", "By Graphviz"},
};

} // namespace

const verb graph_verb{{"graph", "Draw the history as a picture", graph_details, graph_examples},
                      declare_graph};

} // namespace headway::compiler
