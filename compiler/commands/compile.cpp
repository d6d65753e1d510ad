#include "commands/arguments.hpp"
#include "emit/name.hpp"
#include "emit/output.hpp"
#include "emit/render.hpp"
#include "emit/table.hpp"
#include "project/image.hpp"
#include "project/project.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace headway::compiler {
namespace {

struct compile_request {
    std::string directory;
    std::string layout;             ///< Empty to find it out.
    std::string engine;             ///< Empty for SQLite.
    std::string adopt_query;        ///< Empty for that of the layout.
    std::vector<std::string> adopt; ///< Tools besides that of the layout.
    std::vector<std::string> variables;
    std::vector<std::string> pattern;
    bool keep_user_version = false;
    std::string name;           ///< Target name as a C identifier.
    std::string output;         ///< Directory of the emitted files.
    std::string stamp;          ///< File to touch on success; empty for none.
    std::string depfile;        ///< Empty for none.
    std::string depfile_target; ///< What the depfile says depends on the migrations; empty for the stamp.
    std::uint32_t parts = 1;
    link_options permitted;
    std::string schema; ///< File; empty for none.
    std::vector<std::string> ignore;
    proof_request proof;
    bool no_image = false;
    std::uint32_t image_limit = default_image_limit;
};

/// Writes what is emitted. The stamp comes last, and anew even if nothing has changed: it says when.
void write_outputs(const compile_request& request, const std::vector<emitted_file>& files,
                   std::span<const std::filesystem::path> inputs) {
    std::filesystem::create_directories(request.output);
    for (const emitted_file& file : files)
        write_if_changed(std::filesystem::path(request.output) / file.name, file.text);
    if (!request.depfile.empty())
        write_if_changed(
            request.depfile,
            render_depfile(request.depfile_target.empty() ? request.stamp : request.depfile_target, inputs));
    if (!request.stamp.empty()) touch(request.stamp);
}

int compile(const compile_request& request, const shell& io) {
    load_request wanted{.permitted = request.permitted, .is_locked = true, .proof = &request.proof};
    wanted.image_limit = request.no_image ? 0 : request.image_limit;
    wanted.from.directory = request.directory;
    wanted.from.layout = request.layout;
    wanted.from.adopt = request.adopt;
    wanted.from.of = request.engine.empty() ? engine::sqlite : parse_engine(request.engine);
    wanted.from.adopt_query = request.adopt_query;
    wanted.from.variables = request.variables;
    wanted.from.pattern = request.pattern;
    wanted.from.keep_user_version = request.keep_user_version;
    wanted.from.schema = request.schema;
    wanted.from.ignore = request.ignore;
    const project of = load(wanted);
    fmt::print(io.err, "{}", of.found.render());
    if (of.found.has_errors()) return 1;
    const table packed(of.history, request.parts, of.objects, of.adoptions, of.image, request.ignore);
    write_outputs(request, render(packed, request.name), of.inputs);
    return 0;
}

/// What is said of SQLite would otherwise be passed over.
void check_for_postgresql(const compile_request& request) {
    const proof_request& proof = request.proof;
    const declared_request& provided = proof.provided;
    const std::pair<bool, std::string_view> given[] = {
        {!request.adopt_query.empty(), "--adopt-query"},
        {!request.adopt.empty(), "--adopt"},
        {request.keep_user_version, "--keep-user-version"},
        {proof.kind == "chain", "--proof chain"},
        {!request.schema.empty(), "--schema"},
        {!request.ignore.empty(), "--ignore"},
        {!provided.functions.empty(), "--function"},
        {!provided.collations.empty(), "--collation"},
        {!provided.tokenizers.empty(), "--tokenizer"},
        {!provided.extensions.empty(), "--extension"},
        {!proof.minimum_sqlite.empty(), "--minimum-sqlite"},
        {!proof.fixtures.empty(), "--fixtures"},
        {!proof.baseline.empty(), "--baseline"},
        {!proof.statement_limit.empty(), "--statement-limit"},
    };
    for (const auto& [is_given, option] : given)
        if (is_given)
            throw usage_error(fmt::format("{} is for SQLite, and --engine says postgresql", option));
}

void refuse_contradictions(const compile_request& request) {
    if (!is_target_name(request.name))
        throw usage_error(
            fmt::format("'{}' cannot name a namespace of C++: choose another name", request.name));
    if (!request.layout.empty()) require_layout(request.layout);
    for (const std::string& tool : request.adopt)
        require_adoption(tool);
    const bool is_of_server = !request.engine.empty() && parse_engine(request.engine) != engine::sqlite;
    if (is_of_server) check_for_postgresql(request);
    if (!is_of_server && (!request.proof.server.empty() || !request.proof.roles.empty()))
        throw usage_error("--proof-server and --role are for --engine postgresql");
    constexpr std::uint32_t most_parts = 1000;
    if (request.parts == 0 || request.parts > most_parts) throw usage_error("--parts is 1 to 1000");
    if (request.image_limit == 0)
        throw usage_error("--image-limit is a number of bytes; --no-image leaves the image out");
}

work declare_compile(arguments& add) {
    const auto request = std::make_shared<compile_request>();
    add.option("--directory", "DIR", request->directory, "Directory of the migrations");
    add.require();
    add.option("--layout", "NAME", request->layout,
               "Whose migrations they are, such as dbmate or goose (default: what the directory shows)");
    add.list(
        "--adopt", "NAME", request->adopt,
        "A tool whose databases are taken over, besides that of the layout; schema for databases without "
        "records");
    add.option("--engine", "NAME", request->engine, "Whose SQL they are: sqlite, by itself, or postgresql");
    add.option("--adopt-query", "SELECT", request->adopt_query,
               "What a hand-made bookkeeping says is applied, in databases without a version table");
    add.list("--variable", "NAME=VALUE", request->variables,
             "What a placeholder of another tool's files stands for");
    add.list("--pattern", "PATTERN", request->pattern,
             "How numbered files are named, such as to_{number}.sql; a second one is of down files");
    add.flag("--keep-user-version", request->keep_user_version,
             "Keep PRAGMA user_version in step, for programs that know only that");
    add.option("--name", "NAME", request->name, "Name of the target, as a C identifier");
    add.require();
    add.option("--output", "DIR", request->output, "Directory to write the C++ to");
    add.require();
    add.option("--stamp", "FILE", request->stamp, "File to touch on success");
    add.option("--depfile", "FILE", request->depfile, "File to list the inputs in, for Make and Ninja");
    add.option("--depfile-target", "FILE", request->depfile_target,
               "What the depfile is about, if not the stamp");
    add.option("--parts", "N", request->parts, "Number of .cpp files");
    add.flag("--multiple-heads", request->permitted.multiple_heads, "Permit more than one head");
    add.flag("--multiple-bases", request->permitted.multiple_bases, "Permit more than one base");
    add.option("--schema", "FILE", request->schema, "File with the schema that the migrations have to yield");
    add.ignored(request->ignore);
    add.flag("--no-image", request->no_image, "Leave out the image of a new database");
    add.option("--image-limit", "BYTES", request->image_limit,
               "The most bytes that image may take (default: 1048576)");
    add.option("--baseline", "REVISION", request->proof.baseline,
               "The last revision that is released as it is: up to there only up sections are proven");
    add.proof(request->proof);
    add.check([request] { refuse_contradictions(*request); });
    return [request](const shell& io) { return compile(*request, io); };
}

constexpr example compile_examples[] = {
    {"headway compile --directory migrations --name backend --output generated",
     "Write generated/backend_migrations.cpp and what belongs to it"},
};

} // namespace

const verb compile_verb{{"compile",
                         "Emit a directory of migrations as C++; add_migrations() of CMake runs this", "",
                         compile_examples},
                        declare_compile};

} // namespace headway::compiler
