// The arguments that several verbs have.

#include "commands/arguments.hpp"
#include "diagnostics/rule.hpp"
#include "project/proof.hpp"
#include "project/settings.hpp"

#include <fmt/format.h>

#include <array>

namespace headway::compiler {
namespace {

/// What `--rule` may say.
std::vector<std::string> rule_choices() {
    std::vector<std::string> words;
    for (const rule_description& each : rules()) {
        if (!is_adjustable(each.id)) continue;
        for (const std::string_view level : {"error", "warning", "note", "off"})
            words.push_back(fmt::format("{}={}", each.code, level));
    }
    return words;
}

} // namespace

void arguments::project(settings_flags& into) {
    option("-d,--directory", "DIR", into.directory, "Directory of the migrations (default: migrations)");
    option("-c,--config", "FILE", into.config,
           "Settings of the project (default: headway.toml here or in a parent directory)");
    option("--layout", "NAME", into.layout,
           "Whose migrations they are, such as dbmate or goose (default: what the directory shows)");
}

void arguments::database(settings_flags& into) {
    option("--database", "DATABASE", into.database,
           "The database: a path, a URL such as sqlite:///app.db or postgresql://host/name, or a file: URI");
    option("--version-table", "NAME", into.version_table,
           "Table that says where the database is (default: alembic_version)");
}

void arguments::schema(settings_flags& into) {
    option("--schema", "FILE", into.schema,
           "The schema as the application wants it (default: that of headway.toml)");
}

void arguments::ignored(std::vector<std::string>& into) {
    list("--ignore", "NAMES", into,
         "Objects of others in the database, which no revision makes: `*` stands for any letters");
}

void arguments::provided(declared_request& into) {
    list("--function", "NAME/ARITY", into.functions, "A function that the application provides");
    list("--collation", "NAME", into.collations, "A collation that the application provides");
    list("--tokenizer", "NAME", into.tokenizers,
         "A tokenizer of full-text search that the application provides");
    list("--extension", "PATH", into.extensions, "A loadable extension that the application loads");
}

void arguments::proof(proof_request& into) {
    list("--rule", "CODE=LEVEL", into.rules, "Judge a rule as error, warning, note or off");
    choices(rule_choices());
    provided(into.provided);
    option("--proof", "KIND", into.kind,
           "How down sections are proven: in steps (default), or as one chain, for those that make sense so");
    choices(std::array{"steps", "chain"});
    option("--minimum-sqlite", "VERSION", into.minimum_sqlite, "The oldest SQLite that has to work");
    option("--statement-limit", "SECONDS", into.statement_limit,
           "How long a statement may run before the proof gives it up (default: 30)");
    option("--fixtures", "DIR", into.fixtures,
           "Directory of REVISION.sql files with rows, inserted when their revision is reached");
    option("--proof-server", "URL", into.server,
           "The PostgreSQL server to prove on, in databases of its own (default: one that is started)");
    list("--role", "NAME", into.roles,
         "A role that the PostgreSQL server which is started for the proof has");
    option("--cache", "DIR", into.cache, "Where to keep what is proven, so that it is not proven again");
}

} // namespace headway::compiler
