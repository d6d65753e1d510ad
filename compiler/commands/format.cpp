#include "commands/format.hpp"

#include "diagnostics/shown.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace headway::compiler {
namespace {

std::string join_ids(const graph& of, std::span<const std::uint32_t> revisions) {
    std::string text;
    for (const std::uint32_t revision : revisions) {
        if (!text.empty()) text += ", ";
        text += of.revisions[revision].from.id.text;
    }
    return text;
}

/// In the order in which the file names them.
std::string parents_of(const graph& of, const linked_revision& revision) {
    std::vector<std::uint32_t> parents;
    for (const spelled& name : revision.from.revises)
        for (const std::uint32_t parent : revision.revises)
            if (of.revisions[parent].from.id.text == name.text) parents.push_back(parent);
    return join_ids(of, parents);
}

std::string paint(std::string_view text, const char* colour, bool wanted) {
    return wanted ? fmt::format("\x1b[{}m{}\x1b[0m", colour, text) : std::string(text);
}

constexpr const char* yellow = "33";
constexpr const char* green = "1;32";
constexpr const char* cyan = "36";

/// The comment at the head of a migration, without its dashes, or the slashes of C++.
std::string header_of(const source& from, std::string_view indent) {
    std::string text;
    std::string_view rest = from.file->text;
    while (!rest.empty() && !rest.starts_with("-- migrate:")) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const bool is_comment = line.starts_with(from.code ? "//" : "--");
        if (from.code && !is_comment && !line.empty()) break;
        if (!is_comment) continue;
        line.remove_prefix(line.substr(2).starts_with(' ') ? 3 : 2);
        text.append(line.empty() ? "" : indent).append(line).append("\n");
    }
    return text;
}

} // namespace

std::string render_line(const annotations& notes, std::uint32_t index, line_style style, bool current) {
    const linked_revision& revision = notes.of().revisions[index];
    std::string text;
    if (style.parents) {
        text += revision.revises.empty() ? "<base>" : parents_of(notes.of(), revision);
        if (!revision.depends_on.empty())
            text += fmt::format(" ({})", join_ids(notes.of(), revision.depends_on));
        text += " -> ";
    }
    text += paint(revision.from.id.text, yellow, style.colour);
    if (style.labels && !notes.labels(index).empty())
        text += paint(fmt::format(" ({})", fmt::join(notes.labels(index), ", ")), cyan, style.colour);
    if (notes.is_head(index))
        text += paint(notes.is_needed(index) ? " (effective head)" : " (head)", cyan, style.colour);
    if (current) text += paint(" (current)", green, style.colour);
    if (style.points && notes.is_branch_point(index)) text += " (branchpoint)";
    if (style.points && notes.is_merge_point(index)) text += " (mergepoint)";
    if (style.summary) text += fmt::format(", {}", revision.from.summary);
    return text;
}

std::string render_block(const annotations& notes, std::uint32_t index, bool current) {
    const linked_revision& revision = notes.of().revisions[index];
    std::string text =
        fmt::format("Rev: {}{}{}{}{}\n", revision.from.id.text, notes.is_head(index) ? " (head)" : "",
                    notes.is_branch_point(index) ? " (branchpoint)" : "",
                    notes.is_merge_point(index) ? " (mergepoint)" : "", current ? " (current)" : "");
    text += fmt::format("{}: {}\n", notes.is_merge_point(index) ? "Merges" : "Parent",
                        revision.revises.empty() ? "<base>" : parents_of(notes.of(), revision));
    if (!revision.depends_on.empty())
        text += fmt::format("Also depends on: {}\n", join_ids(notes.of(), revision.depends_on));
    if (notes.is_branch_point(index))
        text += fmt::format("Branches into: {}\n", join_ids(notes.of(), notes.children(index)));
    if (!notes.labels(index).empty())
        text += fmt::format("Branch names: {}\n", fmt::join(notes.labels(index), ", "));
    return text + fmt::format("Path: {}\n\n{}", shown(revision.from.file->path),
                              shown_lines(header_of(revision.from, "    ")));
}

std::string render_step(const graph& of, step one) {
    const linked_revision& revision = of.revisions[one.revision];
    const std::string parents = parents_of(of, revision);
    if (one.way == direction::up)
        return fmt::format("upgrade {} -> {}, {}", parents, revision.from.id.text, revision.from.summary);
    return fmt::format("downgrade {} -> {}, {}", revision.from.id.text, parents, revision.from.summary);
}

std::string list_ids(const graph& of, const std::vector<std::uint32_t>& revisions) {
    return revisions.empty() ? "base" : join_ids(of, revisions);
}

} // namespace headway::compiler
