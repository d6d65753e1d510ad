#include "draw/escape.hpp"
#include "draw/picture.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

/// The first line of a box: the id with its marks and labels.
std::string heading(const source& file, const revision_marks& marks) {
    std::string text = file.id.text;
    for (const std::string_view word : words_of(marks))
        text += fmt::format(" ({})", word);
    for (const spelled& label : file.labels)
        text += fmt::format(" [{}]", label.text);
    return text;
}

void add_edges(std::string& result, std::uint32_t child, const std::vector<std::uint32_t>& parents,
               std::string_view arrow, std::string_view end) {
    for (const std::uint32_t parent : parents)
        result += fmt::format("    r{} {} r{}{}\n", child, arrow, parent, end);
}

std::string_view dot_style(const picture& drawn, const revision_marks& marks) {
    if (marks.current) return R"(, style="rounded,filled,bold", fillcolor="#bbf7d0")";
    if (drawn.has_database && !marks.applied) return R"(, style="rounded,dashed")";
    return "";
}

std::string_view mermaid_class(const picture& drawn, const revision_marks& marks) {
    if (marks.current) return ":::current";
    return drawn.has_database && !marks.applied ? ":::pending" : "";
}

} // namespace

std::string draw_dot(const picture& drawn) {
    const std::vector<revision_marks> marks = marks_of(drawn);
    std::string result = fmt::format("digraph \"{}\" {{\n", escape_dot(drawn.title));
    result += "    rankdir=TB;\n"
              "    node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];\n"
              "    edge [arrowsize=0.7];\n";
    for (std::uint32_t index = 0; index < marks.size(); ++index) {
        const source& file = drawn.history.revisions[index].from;
        result +=
            fmt::format("    r{} [label=\"{}\\n{}\"{}];\n", index, escape_dot(heading(file, marks[index])),
                        escape_dot(file.summary), dot_style(drawn, marks[index]));
    }
    for (std::uint32_t index = 0; index < marks.size(); ++index) {
        const linked_revision& child = drawn.history.revisions[index];
        add_edges(result, index, child.revises, "->", ";");
        add_edges(result, index, child.depends_on, "->", " [style=dashed];");
    }
    return result + "}\n";
}

std::string draw_mermaid(const picture& drawn) {
    const std::vector<revision_marks> marks = marks_of(drawn);
    std::string result = "flowchart TB\n";
    for (std::uint32_t index = 0; index < marks.size(); ++index) {
        const source& file = drawn.history.revisions[index].from;
        const std::string_view line_break = file.summary.empty() ? "" : "<br/>";
        result += fmt::format("    r{}(\"{}{}{}\"){}\n", index, escape_mermaid(heading(file, marks[index])),
                              line_break, escape_mermaid(file.summary), mermaid_class(drawn, marks[index]));
    }
    for (std::uint32_t index = 0; index < marks.size(); ++index) {
        const linked_revision& child = drawn.history.revisions[index];
        add_edges(result, index, child.revises, "-->", "");
        add_edges(result, index, child.depends_on, "-.->", "");
    }
    if (drawn.has_database)
        result += "    classDef current fill:#bbf7d0,stroke:#15803d,stroke-width:2px,color:#052e16\n"
                  "    classDef pending stroke-dasharray:4 3\n";
    return result;
}

} // namespace headway::compiler
