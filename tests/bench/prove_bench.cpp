// Proving 1,000 revisions, each a table and an index, against one plain replay by sqlite3_exec; and a branch
// that keeps merging, against one with half as many merges.
#include "link/graph.hpp"
#include "prove/prove.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>

namespace {

using namespace headway;
using namespace headway::compiler;

double seconds_of(const std::function<void()>& work) {
    const std::clock_t begin = std::clock(); // CPU time: machines are busy
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// The least of a few runs.
double best_of(int runs, const std::function<void()>& work) {
    double best = seconds_of(work);
    for (int run = 1; run < runs; ++run)
        best = std::min(best, seconds_of(work));
    return best;
}

graph make_history(std::size_t count, bool edited) {
    diagnostics found;
    std::vector<source> sources;
    for (std::size_t index = 0; index < count; ++index) {
        const bool changed = edited && index + 1 == count;
        auto read = read_source(
            fmt::format("{:05}_made.sql", index),
            fmt::format(
                "-- Made.\n--\n-- Revision ID: {0:05}\n-- Revises: {1}\n\n-- migrate:up\n"
                "CREATE TABLE t{0} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, created_at DATETIME NOT "
                "NULL, value INTEGER NOT NULL DEFAULT {2});\nCREATE INDEX ix_t{0} ON t{0} (name, "
                "created_at);\n\n-- migrate:down\nDROP INDEX ix_t{0};\nDROP TABLE t{0};\n",
                index, index == 0 ? "" : fmt::format("{:05}", index - 1), changed ? 1 : 0),
            found);
        if (!read) throw std::runtime_error(found.render());
        sources.push_back(std::move(*read));
    }
    return link(std::move(sources), {}, found);
}

/// A branch that merges the main line after each revision of it. Each revision makes a table, or an index of
/// one table, and drops the one that its line made before: what SQLite does grows with the objects, and is
/// not what is measured.
graph make_merging_history(std::size_t merges, bool of_one_table) {
    diagnostics found;
    std::vector<source> sources;
    std::size_t clock = 0;
    const auto add = [&](const std::string& id, const std::string& parents, const std::string& sql) {
        auto read = read_source(
            id + "_made.sql",
            fmt::format("-- Made.\n--\n-- Revision ID: {}\n-- Revises: {}\n-- Create Date: "
                        "2025-01-01 {:02}:{:02}:{:02}+00:00\n-- headway:allow drop-table tests\n\n-- "
                        "migrate:up\n{}\n\n-- migrate:down irreversible\n",
                        id, parents, clock / 3600, clock / 60 % 60, clock % 60, sql),
            found);
        ++clock;
        if (!read) throw std::runtime_error(found.render());
        sources.push_back(std::move(*read));
    };
    const auto step = [&](char line, std::size_t at) {
        return fmt::format(
            "CREATE {2} {0}{1} {3};{4}", line, at, of_one_table ? "INDEX" : "TABLE",
            of_one_table ? fmt::format("ON t ({})", line) : "(a)",
            at == 0 ? "" : fmt::format(" DROP {} {}{};", of_one_table ? "INDEX" : "TABLE", line, at - 1));
    };
    add("m0", "", (of_one_table ? "CREATE TABLE t (m, f); " : "") + step('m', 0));
    add("f0", "m0", step('f', 0));
    std::string last = "f0";
    for (std::size_t at = 1; at <= merges; ++at) {
        add(fmt::format("m{}", at), fmt::format("m{}", at - 1), step('m', at));
        add(fmt::format("f{}", at), last, step('f', at));
        add(fmt::format("j{}", at), fmt::format("f{0}, m{0}", at), "");
        last = fmt::format("j{}", at);
    }
    return link(std::move(sources), {}, found);
}

void measure_merges(bool of_one_table) {
    double spent[2];
    for (const std::size_t part : {0U, 1U}) {
        const graph history = make_merging_history(200 << part, of_one_table);
        spent[part] = best_of(5, [&] {
            diagnostics found;
            prove(history, {}, found);
            if (found.has_errors()) throw std::runtime_error(found.render());
        });
    }
    fmt::print("a branch with 200 merges{}: {:.1f} ms, with 400: {:.1f} ms, {:.2f} times\n",
               of_one_table ? ", both sides with indexes of one table" : "", spent[0] * 1e3, spent[1] * 1e3,
               spent[1] / spent[0]);
}

void replay_plainly(const graph& history) {
    sqlite3* db = nullptr;
    sqlite3_open(":memory:", &db);
    for (const linked_revision& each : history.revisions) {
        if (sqlite3_exec(db, std::string(each.from.up.sql()).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db));
    }
    sqlite3_close(db);
}

void prove_soundly(const graph& history, const prove_options& options) {
    diagnostics found;
    prove(history, options, found);
    if (!found.list().empty()) throw std::runtime_error(found.render());
}

/// The proof of a history of which the last revision was edited since the rest was proven, against a whole
/// one.
void measure_edit(std::size_t count) {
    const graph history = make_history(count, false);
    std::map<std::string, std::string> kept;
    prove_options options;
    options.cache.find = [&](const std::string& key) {
        const auto found = kept.find(key);
        return found == kept.end() ? std::nullopt : std::optional(found->second);
    };
    options.cache.keep = [&](const std::string& key, const std::string& bytes) { kept[key] = bytes; };
    prove_soundly(history, options);
    const double whole = best_of(5, [&] { prove_soundly(history, {}); });
    const graph edited = make_history(count, true);
    options.cache.keep = [&](const std::string&, const std::string& bytes) {
        if (bytes.empty()) throw std::runtime_error("nothing is kept");
    };
    const double again = best_of(15, [&] { prove_soundly(edited, options); });
    std::size_t size = 0;
    for (const auto& each : kept)
        size += each.second.size();
    fmt::print("{:5} revisions, the last one edited: {:.1f} ms, {:.1f} % of the whole proof; {} states kept, "
               "{:.1f} MB\n",
               count, again * 1e3, again / whole * 100, kept.size(), static_cast<double>(size) / 1e6);
}

} // namespace

int main() {
    constexpr int runs = 3;
    for (const std::size_t count : {250U, 500U, 1000U, 2000U}) {
        const graph history = make_history(count, false);
        const double plain = best_of(runs, [&] { replay_plainly(history); });
        const double proof = best_of(runs, [&] { prove_soundly(history, {}); });
        fmt::print("{:5} revisions: one plain replay {:7.1f} ms, the proof {:7.1f} ms, {:5.2f} times\n",
                   count, plain * 1e3, proof * 1e3, proof / plain);
    }
    measure_edit(1000);
    measure_merges(false);
    measure_merges(true);
}
