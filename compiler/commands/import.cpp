#include "project/import.hpp"
#include "commands/arguments.hpp"
#include "emit/output.hpp"
#include "link/lock.hpp"
#include "project/proof.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

struct import_request {
    std::string from;
    std::string to = "migrations";
    layout_choice choice{};
};

imported_history read_foreign(const import_request& request, diagnostics& found) {
    if (!fs::is_directory(request.from))
        throw std::runtime_error(fmt::format("there is no directory {}", request.from));
    if (request.choice.name.empty() && is_alembic(request.from)) return import_alembic(request.from);
    imported_history read = import_layout(request.from, request.choice, found);
    if (read.tool.empty() && !found.has_errors())
        throw std::runtime_error(
            fmt::format("{} holds no migrations of another tool\nSay which with --layout: {}.", request.from,
                        fmt::join(layout_names(), ", ")));
    return read;
}

void require_no_migrations(const fs::path& directory) {
    if (!fs::is_directory(directory)) return;
    const bool any =
        std::any_of(fs::directory_iterator(directory), fs::directory_iterator(),
                    [](const fs::directory_entry& each) { return each.path().extension() == ".sql"; });
    if (any)
        throw std::runtime_error(
            fmt::format("{} holds migrations already\nName a new directory with --to.", directory.string()));
}

/// The files that will be there, without those of `left_out` and what comes behind them.
graph link_import(const import_request& request, const imported_history& read,
                  const std::vector<std::string>& left_out, diagnostics& found) {
    std::set<std::string> without(left_out.begin(), left_out.end());
    const auto is_without = [&](const std::string& id) { return without.contains(id); };
    std::vector<source> sources;
    for (const new_revision& each : read.revisions) { // parents come first
        if (is_without(each.id) || std::any_of(each.revises.begin(), each.revises.end(), is_without) ||
            std::any_of(each.depends_on.begin(), each.depends_on.end(), is_without)) {
            without.insert(each.id);
            continue;
        }
        if (auto one =
                read_source((fs::path(request.to) / file_name(each)).string(), render_revision(each), found))
            sources.push_back(std::move(*one));
    }
    return link(std::move(sources), {.multiple_heads = true, .multiple_bases = true}, found);
}

/// Whether all up sections can be run; otherwise `found` says which not.
bool prove_ups(const graph& history, diagnostics& found) {
    if (found.has_errors() || history.revisions.empty()) return !found.has_errors();
    proof_request proof;
    proof.baseline = history.revisions.back().from.id.text;
    std::vector<fs::path> inputs;
    static_cast<void>(prove_history(proof, {}, history, {}, found, inputs));
    return !found.has_errors();
}

struct proven_import {
    graph history;
    bool needs_stubs = false; ///< What comes behind stubs needs what those are to do, and is unproven.
};

/// The history that the files will give, linked and with all up sections proven, unless they come behind a
/// stub.
proven_import prove_import(const import_request& request, const imported_history& read, diagnostics& found) {
    diagnostics all;
    proven_import result{link_import(request, read, {}, all)};
    if (prove_ups(result.history, all) || read.stubs.empty()) {
        for (const diagnostic& each : all.list())
            found.add(each.id, each.where, each.message) = each;
        return result;
    }
    const graph before = link_import(request, read, read.stubs, found);
    result.needs_stubs = prove_ups(before, found);
    return result;
}

void print_next_steps(const import_request& request, const imported_history& read, const graph& history,
                      const shell& io) {
    const std::string head =
        history.heads.size() == 1 ? history.revisions.back().from.id.text : std::string();
    fmt::print(io.out, "\nIn CMakeLists.txt:\n\n  add_migrations(app_migrations DIRECTORY {}{}{}{})\n",
               request.to, read.adopt.empty() ? "" : " ADOPT ", fmt::join(read.adopt, " "),
               head.empty() ? " MULTIPLE_HEADS" : " BASELINE " + head);
}

int run_import(const import_request& request, const shell& io) {
    diagnostics found;
    const imported_history read = read_foreign(request, found);
    require_no_migrations(request.to);
    proven_import proven;
    if (!found.has_errors()) proven = prove_import(request, read, found);
    fmt::print(io.err, "{}", found.render());
    if (found.has_errors()) {
        fmt::print(io.err, "headway: nothing was written\n");
        return 1;
    }
    fs::create_directories(request.to);
    for (const new_revision& each : read.revisions)
        write_if_changed(fs::path(request.to) / file_name(each), render_revision(each));
    write_if_changed(fs::path(request.to) / "headway.lock", render_lock(proven.history));
    const auto irreversible =
        std::count_if(read.revisions.begin(), read.revisions.end(),
                      [](const new_revision& each) { return !each.irreversible.empty(); });
    fmt::print(io.out, "{}: {} revisions of {}, {} of them irreversible\n", request.to, read.revisions.size(),
               read.tool, irreversible);
    for (const std::string& each : read.stubs)
        fmt::print(io.out, "to be written by hand: {}\n", each);
    if (proven.needs_stubs) fmt::print(io.out, "What comes behind is unproven until then: headway verify\n");
    print_next_steps(request, read, proven.history, io);
    return 0;
}

void check_import(const import_request& request) {
    if (!request.choice.name.empty()) require_layout(request.choice.name);
}

work declare_import(arguments& add) {
    const auto request = std::make_shared<import_request>();
    add.one("DIR", request->from, "Another tool's directory: one that Headway reads, or Alembic's");
    add.option("--to", "DIR", request->to, "Where to write (default: migrations)");
    add.option("--layout", "NAME", request->choice.name, "Whose it is (default: what the directory shows)");
    add.list("--variable", "NAME=VALUE", request->choice.variables, "What a placeholder stands for");
    add.list("--pattern", "PATTERN", request->choice.pattern,
             "How numbered files are named, such as to_{number}.sql; a second one is of down files");
    add.check([request] { check_import(*request); });
    return [request](const shell& io) { return run_import(*request, io); };
}

constexpr example import_examples[] = {
    {"headway import db/migrations --to migrations", "Rewrite another tool's history as Headway's own"},
    {"headway import alembic", "The same of Alembic's, with its branches"},
};

} // namespace

const verb import_verb{
    {"import", "Rewrite another tool's migrations as Headway's own",
     "Ids, dates, descriptions and sections are kept; what has no way down is irreversible, and what only "
     "the "
     "other tool reads is left out. Of Alembic's the graph is read from the files, and what their functions "
     "do "
     "is recorded from a run on a scratch database, with python3 and its alembic. All up sections are proven "
     "before anything is written.",
     import_examples},
    declare_import};

} // namespace headway::compiler
