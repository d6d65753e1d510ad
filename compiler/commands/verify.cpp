#include "commands/arguments.hpp"
#include "commands/json.hpp"
#include "commands/progress_bar.hpp"
#include "diagnostics/render_github.hpp"
#include "project/project.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace headway::compiler {
namespace {

struct verify_request {
    settings_flags where;
    proof_request proof;
    std::string format = "text";
    bool json = false;
    bool verbose = false;
    link_options permitted;
};

std::string_view name_of(proof_progress::state outcome) noexcept {
    switch (outcome) {
    case proof_progress::state::proven:
        return "proven";
    case proof_progress::state::failed:
        return "failed";
    case proof_progress::state::skipped:
        return "skipped";
    case proof_progress::state::unchanged:
        break;
    }
    return "unchanged";
}

/// Says how the proof goes: a line per revision, or a bar if it takes a while.
class reporter {
public:
    reporter(bool lines, const shell& io)
        : lines_(lines), io_(io), bar_(io, std::chrono::milliseconds(300)) {}

    void operator()(const graph& history, const proof_progress& now) {
        const std::string& id = history.revisions[now.revision].from.id.text;
        if (lines_)
            fmt::print(io_.err, "{:>9} {} {:.1f} ms\n", name_of(now.outcome), id,
                       std::chrono::duration<double, std::milli>(now.duration).count());
        else
            bar_.show(now.revision, now.total, id);
    }

private:
    bool lines_;
    const shell& io_;
    progress_bar bar_;
};

void print_findings(const verify_request& request, const diagnostics& found, const shell& io) {
    if (request.json)
        fmt::print(io.out, "{}", diagnostics_json(found));
    else if (request.format == "github")
        fmt::print(io.out, "{}", render_github(found));
    else
        fmt::print(io.err, "{}", found.render());
}

/// The bar is gone when this is over.
project load_and_report(const verify_request& request, const shell& io) {
    reporter report(request.verbose, io);
    settings from = find_project(request.where);
    proof_request proof = request.proof;
    proof.baseline = from.baseline;
    if (proof.kind.empty() && from.proves_chain) proof.kind = "chain";
    return load({.from = std::move(from),
                 .permitted = request.permitted,
                 .is_locked = true,
                 .proof = &proof,
                 .watch = std::ref(report)});
}

int verify(const verify_request& request, const shell& io) {
    const project of = load_and_report(request, io);
    const bool proves_chain =
        request.proof.kind == "chain" || (request.proof.kind.empty() && of.from.proves_chain);
    print_findings(request, of.found, io);
    if (of.found.has_errors()) return 1;
    const std::size_t count = of.history.revisions.size();
    if (!request.json && request.format == "text")
        fmt::print(io.out, "{} {} proven: {}{}\n", count, count == 1 ? "revision" : "revisions",
                   of.from.baseline.empty() ? "" : fmt::format("up alone to {}, then ", of.from.baseline),
                   proves_chain ? "up, and down as one chain" : "up, down and up again");
    return 0;
}

void check_request(const verify_request& request) {
    if (request.format != "text" && request.format != "github")
        throw usage_error(fmt::format("--format is text or github, not {}", request.format));
}

work declare_verify(arguments& add) {
    const auto request = std::make_shared<verify_request>();
    add.project(request->where);
    add.schema(request->where);
    add.flag("-v,--verbose", request->verbose, "Print each revision with its time");
    add.option("--format", "FORMAT", request->format, "text, or github for annotations");
    add.choices(std::array{"text", "github"});
    add.flag("--json", request->json, "Print what was found as JSON");
    add.flag("--baseline", request->proof.lists_released,
             "List what is found up to `baseline` of headway.toml, of which only the up sections are proven");
    add.flag("--multiple-heads", request->permitted.multiple_heads, "Permit more than one head");
    add.flag("--multiple-bases", request->permitted.multiple_bases, "Permit more than one base");
    add.proof(request->proof);
    add.check([request] { check_request(*request); });
    return [request](const shell& io) { return verify(*request, io); };
}

constexpr example verify_examples[] = {
    {"headway verify", "Prove the history, as the build does"},
    {"headway verify --format=github", "The same in a workflow of GitHub: annotations at the lines"},
    {"headway verify --rule drop-table=error", "Refuse to drop tables"},
};

} // namespace

const verb verify_verb{
    {"verify", "Prove every revision: replay it, reverse it, replay it again",
     "Replays the history in a database in memory: each up section, its down section, which "
     "has to restore the schema, and the up section again. The exit code is 1 if anything is "
     "wrong. No database is opened.",
     verify_examples},
    declare_verify};

} // namespace headway::compiler
