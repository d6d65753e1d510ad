#include "commands/revision.hpp"

#include "commands/autogenerate.hpp"
#include "commands/editor.hpp"
#include "commands/layout_revision.hpp"
#include "project/declarations.hpp"
#include "project/target.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

struct revision_request {
    settings_flags where;
    std::string message;
    std::string head = "head";
    bool splice = false;
    std::vector<std::string> labels;
    std::vector<std::string> depends_on;
    std::string id;
    bool edit = false;
    bool in_layout = false;
    bool in_cpp = false;
    autogenerate_request generate;
};

std::vector<std::string> ids(const history& h, const std::vector<std::uint32_t>& revisions) {
    std::vector<std::string> list;
    for (const std::uint32_t revision : revisions)
        list.emplace_back(h.id(revision));
    return list;
}

/// The revision to build on; nothing for a root.
std::vector<std::string> find_parent(const project& of, const revision_request& request) {
    const history& h = of.packed();
    if (request.head == "head" && h.head_count > 1)
        throw error(
            error_code::ambiguous_target,
            fmt::format("Multiple heads are present; please specify the head revision on which the new "
                        "revision should be based, or perform a merge.\nThe heads are {}: choose one "
                        "with --head, or join them with `headway merge heads`.",
                        fmt::join(ids(h, {h.heads, h.heads + h.head_count}), ", ")));
    const std::vector<std::uint32_t> found = resolve(h, request.head, {});
    const auto is_head = [&](std::uint32_t one) {
        return std::find(h.heads, h.heads + h.head_count, one) != h.heads + h.head_count;
    };
    for (const std::uint32_t one : found)
        if (!request.splice && !is_head(one))
            throw error(error_code::invalid_target,
                        fmt::format("Revision {} is not a head revision; please specify --splice to create a "
                                    "new branch from this revision",
                                    h.id(one)));
    return ids(h, found);
}

new_revision describe(const project& of, const revision_request& request) {
    new_revision wanted;
    wanted.id = request.id.empty() ? random_revision_id() : request.id;
    wanted.message = request.message;
    wanted.revises = find_parent(of, request);
    for (const std::string& target : request.depends_on)
        for (std::string& id : ids(of.packed(), resolve(of.packed(), target, {})))
            wanted.depends_on.push_back(std::move(id));
    wanted.labels = request.labels;
    wanted.created = seconds_now();
    wanted.in_cpp = request.in_cpp;
    return wanted;
}

int write(const revision_request& request, project of, const shell& io) {
    if (request.in_layout) return write_in_layout(request.where, of, request.message, io);
    new_revision wanted = describe(of, request);
    examiner examine;
    if (request.generate.wanted) {
        const generation result = generate(of, request.generate, wanted, io);
        if (result != generation::filled) return result == generation::nothing ? 0 : 1;
        autogenerate_request generate = request.generate;
        generate.proof.provided = declared_by(generate.proof.provided, of.from);
        examine = [&wanted, generate, schema = of.from.schema](const graph& history, diagnostics& found) {
            prove_new(generate, schema, wanted.id, history, found);
        };
    }
    const written_revision written = write_revision(std::move(of), wanted, examine);
    const int failed = print_written(written, io);
    if (failed != 0 || !request.edit) return failed;
    std::fflush(io.out);
    open_editor(written.path);
    return over_project(request.where, [&](const project& edited, const shell&) {
        lock_again(edited, wanted.id);
        return 0;
    })(io);
}

void refuse_contradictions(revision_request& request) {
    if (request.in_layout &&
        (request.generate.wanted || request.edit || request.splice || request.head != "head" ||
         !request.labels.empty() || !request.depends_on.empty() || !request.id.empty()))
        throw usage_error("--in-layout goes with --message alone: other tools have one line of steps");
    if (request.in_cpp && request.generate.wanted)
        throw usage_error("--autogenerate writes SQL, and no --cpp");
    if (!request.generate.wanted && request.generate.strict)
        throw usage_error("--strict says what --autogenerate may write");
    if (!request.generate.wanted && !request.where.schema.empty())
        throw usage_error("--schema says what --autogenerate leads to");
    request.generate.database_is_named = request.where.database && !request.where.database->empty();
}

work declare_revision(arguments& add) {
    const auto request = std::make_shared<revision_request>();
    add.option("-m,--message", "TEXT", request->message, "What the migration does");
    add.require();
    add.option("--head", "REVISION", request->head,
               "The head to build on (default: the only one), LABEL@head, or base for a new root");
    add.flag("--splice", request->splice, "Permit a --head that is none: a branch begins there");
    add.list("--branch-label", "LABEL", request->labels, "Name the branch that begins here");
    add.list("--depends-on", "REVISION", request->depends_on, "A revision that must be applied before");
    add.option("--rev-id", "ID", request->id, "The id, instead of a random one");
    add.flag("--edit", request->edit, "Open the file in $VISUAL or $EDITOR, and lock it afterwards");
    add.flag("--in-layout", request->in_layout,
             "Write it as the tool would whose directory this is, not in Headway's own form");
    add.flag("--cpp", request->in_cpp, "Write a migration in C++, which the program runs that links it");
    declare_autogenerate(add, request->generate, request->where);
    add.project(request->where);
    add.database(request->where);
    add.proof(request->generate.proof);
    add.check([request] { refuse_contradictions(*request); });
    return over_project(request->where, [request](project of, const shell& io) {
        return write(*request, std::move(of), io);
    });
}

constexpr example revision_examples[] = {
    {"headway revision -m \"Add a table of accounts\"", "Build on the head"},
    {"headway revision -m \"Add orders\" --head billing@head", "Build on the head of one branch"},
    {"headway revision -m \"Start a branch\" --head 001 --splice --branch-label billing",
     "Let a branch begin at 001"},
    {"headway revision --cpp -m \"Hash passwords\"", "Write one that calls the program's own functions"},
    {"headway revision --autogenerate -m \"Add emails\" --schema schema.sql",
     "Write what leads to the schema as schema.sql has it"},
};

} // namespace

int print_written(const written_revision& written, const shell& io) {
    fmt::print(io.err, "{}", written.found.render());
    if (written.found.has_errors())
        fmt::print(io.err, "headway: nothing was written\n");
    else
        fmt::print(io.out, "{}\n", written.path);
    return written.found.has_errors() ? 1 : 0;
}

const verb revision_verb{
    {"revision", "Write a new migration",
     "Creates DIR/{id}_{message}.sql with empty sections, and adds it to headway.lock. "
     "Write the SQL, then run `headway lock`. With --cpp it is a .cpp with empty functions.\n"
     "\n"
     "With --autogenerate the sections are filled in: up leads from the schema at the head to "
     "that of the schema file, down leads back. Both are proven before anything is written; "
     "comments say what may cost rows or values. On a terminal it asks about what may have been "
     "renamed; elsewhere it prints the line to add to the schema file. With a database at hand "
     "it says how many rows are concerned.",
     revision_examples},
    declare_revision};

} // namespace headway::compiler
