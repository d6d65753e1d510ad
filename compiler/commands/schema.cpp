#include "commands/format.hpp"
#include "commands/format_choice.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"
#include "draw/tables.hpp"
#include "emit/output.hpp"
#include "project/declarations.hpp"
#include "project/target.hpp"
#include "prove/schema_at.hpp"
#include "schema/canonical.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

struct schema_request {
    settings_flags where;
    declared_request provided;
    std::string target = "heads";
    std::string format;
    std::string output;
    std::string title;
    bool json = false;
};

struct schema_format {
    std::string_view name;
    std::string (*render)(const schema&, const std::string& title);
};
constexpr schema_format schema_formats[] = {
    {"sql", [](const schema& of, const std::string&) { return render_schema(of); }},
    {"dot", [](const schema& of, const std::string& title) { return draw_dot(picture_of(of, title)); }},
    {"mermaid",
     [](const schema& of, const std::string& title) { return draw_mermaid(picture_of(of, title)); }},
    {"svg", [](const schema& of, const std::string& title) { return draw_svg(picture_of(of, title)); }},
    {"json", [](const schema& of, const std::string&) { return schema_json(of); }},
};

std::string title_of(const schema_request& request, const project& of,
                     const std::vector<std::uint32_t>& revisions) {
    if (!request.title.empty()) return request.title;
    const std::string place = list_ids(of.history, revisions);
    return fmt::format("Schema at {}", place);
}

int print_schema(const schema_request& request, const project& of, const shell& io) {
    const schema_format& chosen =
        choose_format(schema_formats, request.json ? "json" : request.format, request.output, "a schema");
    const std::vector<std::uint32_t> revisions = find_revisions(of, request.target);
    diagnostics found;
    const auto yielded =
        schema_at(of.history, revisions, preparation_of(declared_by(request.provided, of.from)), found);
    fmt::print(io.err, "{}", found.render());
    if (!yielded) return 1;
    const std::string text = chosen.render(*yielded, title_of(request, of, revisions));
    if (request.output.empty())
        fmt::print(io.out, "{}", text);
    else
        write_if_changed(request.output, text);
    return 0;
}

work declare_schema(arguments& add) {
    const auto request = std::make_shared<schema_request>();
    add.optional("REVISION", request->target,
                 "A revision, the beginning of one, a branch label, base, current (default: heads)");
    add.option("--format", "FORMAT", request->format,
               "sql, dot, mermaid, svg or json; without it, what the name of FILE ends in, else sql");
    add.choices(names_of(schema_formats));
    add.option("-o,--output", "FILE", request->output, "Write to this file");
    add.option("--title", "TEXT", request->title, "Title of the picture; otherwise it names the revision");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    add.provided(request->provided);
    return over_project(request->where, [request](const project& of, const shell& io) {
        return print_schema(*request, of, io);
    });
}

constexpr std::string_view schema_details =
    "Replays the migrations in memory and prints what they yield: the text of each CREATE statement, tables "
    "with their indexes first, those that are referred to before those that refer to them, then views, then "
    "triggers. Two histories that lead to one schema print the same.\n"
    "\n"
    "The other formats draw the tables and their references. In a picture a dashed line comes from a column "
    "that may be NULL.";

constexpr example schema_examples[] = {
    {"headway schema > schema.sql",
     "Begin with a schema file: change it, then headway revision --autogenerate"},
    {"headway schema 122b", "The schema as it was at a revision"},
    {"headway schema -o schema.svg", "A picture of the tables"},
};

} // namespace

const verb schema_verb{
    {"schema", "Print the schema that the migrations yield", schema_details, schema_examples},
    declare_schema};

} // namespace headway::compiler
