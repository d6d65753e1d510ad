#include "draw/html.hpp"

#include "draw/escape.hpp"
#include "draw/strip.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Of the page's rows; the style sheet takes it from here.
constexpr double html_row_height = 36;

std::string render_row(const picture& drawn, const revision_marks& marks, std::uint32_t revision) {
    const source& file = drawn.history.revisions[revision].from;
    const std::string id = escape_markup(file.id.text);
    const bool faint = drawn.has_database && !marks.applied;
    return fmt::format("<li><a id=\"{0}\" href=\"#{0}\"{1}><code>{0}</code>{2}<span class=\"what\">{3}</span>"
                       "<time>{4}</time></a></li>\n",
                       id, faint ? " class=\"faint\"" : "", render_pills(file, marks),
                       escape_markup(file.summary), date_of(file));
}

std::vector<std::vector<std::uint32_t>> children_of(const graph& history) {
    std::vector<std::vector<std::uint32_t>> children(history.revisions.size());
    for (std::uint32_t child = 0; child < history.revisions.size(); ++child) {
        for (const std::uint32_t parent : history.revisions[child].revises)
            children[parent].push_back(child);
        for (const std::uint32_t parent : history.revisions[child].depends_on)
            children[parent].push_back(child);
    }
    return children;
}

std::string count_of(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// What the page says under its title.
std::string standing(const picture& drawn, const std::vector<revision_marks>& marks) {
    std::string text =
        count_of(marks.size(), "revision") + ", " + count_of(drawn.history.heads.size(), "head");
    if (!drawn.has_database) return text;
    const auto pending = static_cast<std::size_t>(
        std::count_if(marks.begin(), marks.end(), [](const revision_marks& one) { return !one.applied; }));
    text += " · database at ";
    for (const std::uint32_t row : drawn.current) {
        const std::string id = escape_markup(drawn.history.revisions[row].from.id.text);
        text += fmt::format("<a href=\"#{0}\">{0}</a> ", id);
    }
    return text + (drawn.current.empty() ? "base " : "") +
           (pending == 0 ? "· nothing pending" : fmt::format("· {} pending", pending));
}

constexpr std::string_view page = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline'">
<title>{title}</title>
<style>{strip_style}{page_style}:root{{--row:{row:g}px;--lanes:{width:g}px;--ids:{ids}ch}}
</style>
</head>
<body>
<header class="top">
<h1>{title}</h1><p>{position}</p>
<label>Find <input id="find-text" type="search" placeholder="id, label or text ( / )" autocomplete="off"></label>
</header>
<main>
<nav id="revision-list" aria-label="Revisions, newest first">
<svg width="{width:g}" height="{height:g}" aria-hidden="true">
{shapes}</svg>
<ol>
{rows}</ol>
</nav>
<article id="revision-details" aria-live="polite" tabindex="-1">
<p class="hint">Choose a revision to see its SQL: click it, or press <kbd>↓</kbd> <kbd>↑</kbd>.
<kbd>/</kbd> finds, <kbd>Esc</kbd> closes.</p>
</article>
</main>
<div hidden>
{details}</div>
<script>{script}</script>
</body>
</html>
)html";

} // namespace

std::string draw_html(const picture& drawn) {
    const strip lines(drawn, html_row_height);
    const std::vector<revision_marks>& marks = lines.marks();
    const auto children = children_of(drawn.history);
    std::string rows;
    std::string details;
    std::size_t longest = 0;
    for (const lane_row& row : lines.layout().rows) {
        longest = std::max(longest, drawn.history.revisions[row.revision].from.id.text.size());
        rows += render_row(drawn, marks[row.revision], row.revision);
        details +=
            fmt::format("<template data-of=\"{}\">\n{}</template>\n",
                        escape_markup(drawn.history.revisions[row.revision].from.id.text),
                        render_details(drawn, row.revision, marks[row.revision], children[row.revision]));
    }
    return fmt::format(
        page, fmt::arg("title", escape_markup(drawn.title)), fmt::arg("strip_style", strip_style()),
        fmt::arg("page_style", page_style()), fmt::arg("ids", longest), fmt::arg("row", html_row_height),
        fmt::arg("width", lines.width()), fmt::arg("height", lines.height()),
        fmt::arg("position", standing(drawn, marks)), fmt::arg("shapes", lines.shapes()),
        fmt::arg("rows", rows), fmt::arg("details", details), fmt::arg("script", page_script()));
}

} // namespace headway::compiler
