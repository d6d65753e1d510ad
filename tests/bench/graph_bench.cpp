// How long it takes to link histories of 100,000 revisions, of usual and of awkward shapes.

#include "link/graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace headway;
using namespace headway::compiler;
using parents = std::vector<std::vector<std::uint32_t>>;

constexpr std::uint32_t revisions = 100'000;
constexpr std::uint32_t merge_points = 10'000;

/// A main line, off which a branch of a few revisions goes and comes back every ten revisions.
parents feature_branches() {
    parents of(1);
    std::uint32_t main = 0;
    while (of.size() < revisions) {
        std::uint32_t branch = main;
        for (int i = 0; i < 3; ++i) {
            of.push_back({branch});
            branch = static_cast<std::uint32_t>(of.size() - 1);
        }
        for (int i = 0; i < 6; ++i) {
            of.push_back({main});
            main = static_cast<std::uint32_t>(of.size() - 1);
        }
        of.push_back({main, branch});
        main = static_cast<std::uint32_t>(of.size() - 1);
    }
    return of;
}

/// Branches of one revision each, off the first part of a long line, all merged at its end.
parents late_merges(bool oldest_first) {
    parents of(1);
    const std::uint32_t line = revisions - 2 * merge_points;
    for (std::uint32_t i = 1; i < line; ++i)
        of.push_back({i - 1});
    for (std::uint32_t i = 0; i < merge_points; ++i)
        of.push_back({i});
    std::uint32_t main = line - 1;
    for (std::uint32_t i = 0; i < merge_points; ++i) {
        of.push_back({main, line + (oldest_first ? i : merge_points - 1 - i)});
        main = static_cast<std::uint32_t>(of.size() - 1);
    }
    return of;
}

/// Two lines from one base; every tenth revision of each merges the other, `lag` revisions behind.
parents cross_merges(std::uint32_t lag) {
    parents of{{}, {0}, {0}};
    while (of.size() < revisions) {
        const auto next = static_cast<std::uint32_t>(of.size());
        of.push_back({next - 2});
        if (next % 10 < 1 && next > 2 * lag + 1) of.back().push_back((next - 1) - 2 * lag);
    }
    return of;
}

/// Two lines, and merge points beside them that join the one's end with the other's beginning.
parents distant_merges() {
    parents of{{}, {0}, {0}};
    while (of.size() < revisions - merge_points)
        of.push_back({static_cast<std::uint32_t>(of.size() - 2)});
    const auto end = static_cast<std::uint32_t>(of.size() - 1);
    for (std::uint32_t i = 0; i < merge_points; ++i)
        of.push_back({end - 2 * (i % 1000), 2 + 2 * (i / 2)});
    return of;
}

/// Merge points of 10,000 parents each.
parents wide_merges() {
    parents of(1);
    while (of.size() < revisions) {
        const auto from = static_cast<std::uint32_t>(of.size() - 1);
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < 9'999; ++i) {
            all.push_back(static_cast<std::uint32_t>(of.size()));
            of.push_back({from});
        }
        of.push_back(all);
    }
    return of;
}

/// Every tenth revision names, besides the one before it, an older one on the same line.
parents redundant_parents() {
    std::mt19937 random(1);
    parents of(1);
    while (of.size() < revisions) {
        const auto next = static_cast<std::uint32_t>(of.size());
        of.push_back({next - 1});
        if (next % 10 == 0) of.back().push_back(static_cast<std::uint32_t>(random() % (next - 1)));
    }
    return of;
}

/// Up to `lines` lines at once, that fork and merge at random.
parents random_lines(std::uint32_t lines) {
    std::mt19937 random(2);
    parents of(1);
    std::vector<std::uint32_t> tips{0};
    while (of.size() < revisions) {
        const auto next = static_cast<std::uint32_t>(of.size());
        auto& tip = tips[random() % tips.size()];
        of.push_back({tip});
        if (random() % 10 == 0) {
            auto& other = tips[random() % tips.size()];
            if (&other != &tip) of.back().push_back(other);
        }
        if (tips.size() < lines && random() % 10 == 0) {
            tips.push_back(next); // the old tip goes on as well
        } else {
            tip = next;
        }
    }
    return of;
}

/// Any older revision may be a parent.
parents random_parents() {
    std::mt19937 random(3);
    parents of(1);
    while (of.size() < revisions) {
        const auto next = static_cast<std::uint32_t>(of.size());
        of.push_back({static_cast<std::uint32_t>(random() % next)});
        if (next % 10 == 0) of.back().push_back(static_cast<std::uint32_t>(random() % next));
    }
    return of;
}

std::vector<source> make_sources(const parents& of) {
    const auto file = std::make_shared<source_text>(source_text{"migrations/1_a.sql", "-- migrate:up\n"});
    const auto name = [](std::uint32_t i) {
        return fmt::format("{:012x}", i * 2'654'435'761ULL % 0xffff'ffff'ffffULL);
    };
    std::vector<source> sources(of.size());
    for (std::uint32_t i = 0; i < of.size(); ++i) {
        sources[i].file = file;
        sources[i].file_name = name(i) + "_a_revision.sql";
        sources[i].id = {name(i), {file, 0, 1}};
        sources[i].created = i;
        for (const std::uint32_t parent : of[i])
            sources[i].revises.push_back({name(parent), {file, 0, 1}});
    }
    std::shuffle(sources.begin(), sources.end(), std::mt19937(4));
    return sources;
}

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(const char* shape, const parents& of) {
    double best = 1e9;
    std::size_t merges = 0;
    std::size_t warnings = 0;
    for (const auto& list : of)
        merges += list.size() > 1 ? 1 : 0;
    for (int run = 0; run < 3; ++run) {
        std::vector<source> sources = make_sources(of);
        diagnostics found;
        const double begin = cpu_seconds();
        const graph history = link(std::move(sources), {true, true}, found);
        best = std::min(best, cpu_seconds() - begin);
        warnings = found.list().size();
        if (history.revisions.size() != of.size() || found.has_errors())
            fmt::print("{}: wrong result\n", shape);
    }
    fmt::print("{:<48} {:>7} {:>7} {:>9} {:>9.3f} s\n", shape, of.size(), merges, warnings, best);
}

} // namespace

int main() {
    fmt::print("{:<48} {:>7} {:>7} {:>9} {:>9}\n", "link()", "number", "merges", "redundant", "CPU");
    measure("feature branches", feature_branches());
    measure("old branches merged late, oldest first", late_merges(true));
    measure("old branches merged late, newest first", late_merges(false));
    measure("two lines, each merging the other", cross_merges(0));
    measure("two lines, each merging the other's past", cross_merges(1'000));
    measure("two lines, each merging the other's far past", cross_merges(20'000));
    measure("two lines, ends merged with beginnings", distant_merges());
    measure("10 merge points of 10,000 parents", wide_merges());
    measure("parents that are implied", redundant_parents());
    measure("10 lines that fork and merge at random", random_lines(10));
    measure("1,000 lines that fork and merge at random", random_lines(1'000));
    measure("10,000 lines that fork and merge at random", random_lines(10'000));
    measure("parents at random", random_parents());
}
