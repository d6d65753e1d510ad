#include "commands/json.hpp"
#include "commands/progress_bar.hpp"
#include "diagnostics/render_github.hpp"
#include "link/lock.hpp"
#include "project/project.hpp"
#include "project/proof.hpp"
#include "project/settings.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

#include <memory>

namespace headway::compiler {
namespace {

struct verify_request {
    settings_flags where;
    proof_request proof;
    std::string format = "text";
    bool json = false;
    bool verbose = false;
    bool multiple_heads = false;
    bool multiple_bases = false;
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
    reporter(const graph& history, bool lines, const shell& io)
        : history_(history), lines_(lines), io_(io), bar_(io, std::chrono::milliseconds(300)) {}

    void operator()(const proof_progress& now) {
        const std::string& id = history_.revisions[now.revision].from.id.text;
        if (lines_)
            fmt::print(io_.err, "{:>9} {} {:.1f} ms\n", name_of(now.outcome), id,
                       std::chrono::duration<double, std::milli>(now.duration).count());
        else
            bar_.show(now.revision, now.total, id);
    }

private:
    const graph& history_;
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
void prove_and_report(const verify_request& request, const std::filesystem::path& schema,
                      const graph& history, diagnostics& found, const shell& io,
                      std::vector<std::filesystem::path>& inputs) {
    proof_request proof = request.proof;
    proof.schema = schema.string();
    reporter report(history, request.verbose, io);
    run_proof(proof, history, std::ref(report), found, inputs);
}

int verify(const verify_request& request, const shell& io) {
    if (request.format != "text" && request.format != "github")
        throw usage_error(fmt::format("--format is text or github, not {}", request.format));
    const settings where = find_settings(request.where);
    require_directory(where);
    diagnostics found;
    directory migrations = read_directory(where.directory, found);
    const graph history =
        link(std::move(migrations.sources), {request.multiple_heads, request.multiple_bases}, found);
    check_lock(history, migrations.lock, found);
    prove_and_report(request, where.schema, history, found, io, migrations.inputs);
    print_findings(request, found, io);
    if (found.has_errors()) return 1;
    if (!request.json && request.format == "text")
        fmt::print(io.out, "{} {} proven: up, down and up again\n", history.revisions.size(),
                   history.revisions.size() == 1 ? "revision" : "revisions");
    return 0;
}

work declare(arguments& add) {
    const auto request = std::make_shared<verify_request>();
    add.project(request->where);
    add.schema(request->where);
    add.flag("-v,--verbose", request->verbose, "Print each revision with its time");
    add.option("--format", "FORMAT", request->format, "text, or github for annotations");
    add.flag("--json", request->json, "Print what was found as JSON");
    add.flag("--multiple-heads", request->multiple_heads, "Permit more than one head");
    add.flag("--multiple-bases", request->multiple_bases, "Permit more than one base");
    declare_proof(add, request->proof);
    return [request](const shell& io) { return verify(*request, io); };
}

constexpr example examples[] = {
    {"headway verify", "Prove the history, as the build does"},
    {"headway verify --format=github", "The same in a workflow of GitHub: annotations at the lines"},
    {"headway verify --rule drop-table=error", "Refuse to drop tables"},
};

} // namespace

const verb verify_verb{
    "verify", "Prove every revision: replay it, reverse it, replay it again",
    "Replays the history in a database in memory: each up section, its down section, which "
    "has to restore the schema, and the up section again. The exit code is 1 if anything is "
    "wrong. No database is opened.",
    examples, declare};

} // namespace headway::compiler
