#include "link/heads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace headway::compiler {
namespace {

const source& from(const graph& of, std::uint32_t revision) {
    return of.revisions[revision].from;
}

/// `a` (a_first.sql), `b` (b_second.sql) and `c` (c_third.sql)
std::string list_with_files(const graph& of, std::span<const std::uint32_t> revisions) {
    std::string text;
    for (std::size_t i = 0; i < revisions.size(); ++i) {
        if (i != 0) text += i + 1 == revisions.size() ? " and " : ", ";
        text += fmt::format("'{}' ({})", from(of, revisions[i]).id.text, from(of, revisions[i]).file_name);
    }
    return text;
}

/// Marks of up to 64 revisions on everything that they descend from.
std::vector<std::uint64_t> spread_down(const graph& of, std::span<const std::uint32_t> revisions) {
    std::vector<std::uint64_t> marks(of.revisions.size());
    for (std::size_t bit = 0; bit < revisions.size(); ++bit)
        marks[revisions[bit]] |= std::uint64_t{1} << bit;
    for (std::size_t r = of.revisions.size(); r-- > 0;)
        for (const std::uint32_t parent : of.revisions[r].revises)
            marks[parent] |= marks[r];
    return marks;
}

void note_parting(const graph& of, diagnostic& mistake) {
    const auto partings = common_ancestors(of, of.heads);
    if (partings.empty()) mistake.notes.push_back({{}, "they have no ancestor in common"});
    for (const std::uint32_t parting : partings)
        mistake.notes.push_back(
            {from(of, parting).id.where, fmt::format("they part after '{}'", from(of, parting).id.text)});
}

} // namespace

std::vector<std::uint32_t> common_ancestors(const graph& of, std::span<const std::uint32_t> revisions) {
    std::vector<char> common(of.revisions.size(), 1);
    for (std::size_t begin = 0; begin < revisions.size(); begin += 64) {
        const auto batch = revisions.subspan(begin, std::min<std::size_t>(64, revisions.size() - begin));
        const auto marks = spread_down(of, batch);
        const std::uint64_t all = ~std::uint64_t{0} >> (64 - batch.size());
        for (std::size_t r = 0; r < marks.size(); ++r)
            common[r] &= static_cast<char>(marks[r] == all);
    }
    std::vector<char> highest = common;
    for (std::size_t r = 0; r < common.size(); ++r)
        if (common[r] != 0)
            for (const std::uint32_t parent : of.revisions[r].revises)
                highest[parent] = 0;
    std::vector<std::uint32_t> result;
    for (std::uint32_t r = 0; r < highest.size(); ++r)
        if (highest[r] != 0) result.push_back(r);
    return result;
}

void report_heads(const graph& of, diagnostics& found) {
    diagnostic& mistake = found.add(
        rule::multiple_heads, from(of, of.heads.front()).id.where,
        fmt::format("the history has {} heads: {}", of.heads.size(), list_with_files(of, of.heads)));
    std::string command = "headway merge";
    for (const std::uint32_t head : of.heads)
        command += " " + from(of, head).id.text;
    for (const std::uint32_t head : std::span(of.heads).subspan(1))
        mistake.notes.push_back(
            {from(of, head).id.where, fmt::format("'{}' is a head too", from(of, head).id.text)});
    note_parting(of, mistake);
    mistake.notes.push_back({{}, fmt::format("join them with: {} -m \"merge heads\"", command)});
    mistake.notes.push_back(
        {{}, "or say MULTIPLE_HEADS in add_migrations() if the branches are to stay apart"});
}

void report_bases(const graph& of, diagnostics& found) {
    diagnostic& mistake = found.add(
        rule::multiple_bases, from(of, of.bases.front()).id.where,
        fmt::format("the history has {} bases: {}", of.bases.size(), list_with_files(of, of.bases)));
    for (const std::uint32_t base : std::span(of.bases).subspan(1))
        mistake.notes.push_back(
            {from(of, base).id.where, fmt::format("'{}' revises nothing either", from(of, base).id.text)});
    mistake.notes.push_back({{}, "say in 'Revises:' of all but one which revision it follows"});
    mistake.notes.push_back(
        {{}, "or say MULTIPLE_BASES in add_migrations() if the branches are to begin apart"});
}

} // namespace headway::compiler
