#include "commands/arguments.hpp"
#include "commands/json.hpp"
#include "commands/renaming_questions.hpp"
#include "project/schema_change.hpp"
#include "schema/schema_file.hpp"

#include <fmt/format.h>

#include <memory>

namespace headway::compiler {
namespace {

struct diff_request {
    settings_flags where;
    std::string before;
    std::string after;
    declared_request provided;
    bool json = false;
    bool strict = false;
};

/// The row estimates are asked for by naming a database here: a project that is near is no business of two
/// files.
diff_options options_of(const diff_request& request) {
    settings project = find_settings(request.where);
    if (!request.where.database) project.database.clear();
    return diff_options_of(project, declared_by(request.provided, project));
}

void print(const migration& found, bool as_json, const shell& io) {
    if (as_json) {
        fmt::print(io.out, "{}", migration_json(found));
    } else if (found.up.empty()) {
        fmt::print(io.err, "headway: the two schemas are the same\n");
    } else {
        fmt::print(io.out, "{}", render_sections(found));
    }
}

int diff_files(const diff_request& request, const shell& io) {
    diagnostics found;
    const schema_texts texts{read_schema_file(request.before, found), read_schema_file(request.after, found)};
    migration planned;
    if (texts.before && texts.after)
        planned = diff(texts.before->text, texts.after->text, options_of(request));
    report_refusals(planned, texts, found);
    if (texts.after) suggest(planned.possible_renamings, schema_places(texts.after), found);
    if (request.strict) report_hazards(planned, texts, found);
    fmt::print(io.err, "{}", found.render());
    if (found.has_errors()) return 1;
    print(planned, request.json, io);
    return 0;
}

work declare_diff(arguments& add) {
    const auto request = std::make_shared<diff_request>();
    add.one("BEFORE", request->before, "SQL that creates the schema to come from");
    add.one("AFTER", request->after, "SQL that creates the schema to go to, with its hints");
    add.flag("--json", request->json, "Print JSON");
    add.flag("--strict", request->strict, "Refuse what may cost rows or values, or fail on existing rows");
    add.provided(request->provided);
    add.option("-c,--config", "FILE", request->where.config,
               "Settings of the project (default: headway.toml here or in a parent directory)");
    add.database(request->where);
    return [request](const shell& io) { return diff_files(*request, io); };
}

constexpr example diff_examples[] = {
    {"headway diff before.sql schema.sql", "Print the two sections of a migration"},
    {"headway diff before.sql schema.sql --database app.db",
     "Say how many rows are rewritten or lost, going by that database"},
    {"headway diff before.sql schema.sql --strict --json", "In CI: SQL without hazards, or the exit code 1"},
};

} // namespace

const verb diff_verb{
    {"diff", "Print the migration from one schema to another",
     "Both files create a schema from nothing. What is printed takes a database with the "
     "first to the second, and back, and has been proven to in a database in memory, with rows in it. "
     "Nothing is written and no database is changed.\n\n"
     "What was renamed is known by hints in AFTER: `-- @renamed from=old_name` on the line of a table or "
     "column. `-- @backfill EXPRESSION` says what a new column is in the rows that exist.",
     diff_examples},
    declare_diff};

} // namespace headway::compiler
