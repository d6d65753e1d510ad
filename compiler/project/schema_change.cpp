#include "project/schema_change.hpp"

#include "project/database.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace headway::compiler {
namespace {

/// The word at a place; what has none is about the schema that is wanted as a whole.
location locate(const schema_texts& texts, bool in_before, std::size_t offset) {
    const auto& file = in_before ? texts.before : texts.after;
    if (offset == nowhere) return {std::make_shared<source_text>(source_text{file->path, {}}), 0, 0};
    const token word = next_token(file->text, std::min(offset, file->text.size()));
    return {file, word.begin, std::min(word.end, file->text.find('\n', word.begin))};
}

} // namespace

diff_options diff_options_of(const settings& project, const declared_request& request) {
    diff_options options;
    options.left_out = {project.version_table, "headway_log"};
    options.prepare = preparation_of(request);
    if (!names_database(project)) return options;
    const auto database = std::make_shared<SQLite::Database>(open_database(project, access::read));
    try {
        database->execAndGet("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception& failure) {
        throw std::runtime_error(
            fmt::format("cannot read the database {}: {}", project.database, failure.what()));
    }
    options.row_count = [database](const std::string& table) -> std::optional<std::int64_t> {
        SQLite::Statement named(*database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
                                           " COLLATE NOCASE");
        named.bind(1, table);
        if (!named.executeStep()) return {};
        return database->execAndGet("SELECT count(*) FROM " + quote_name(table)).getInt64();
    };
    return options;
}

void report_refusals(const migration& of, const schema_texts& texts, diagnostics& found) {
    for (const refusal& one : of.refusals)
        found.add(one.broken, locate(texts, one.in_before, one.offset), one.message);
}

void report_hazards(const migration& of, const schema_texts& texts, diagnostics& found) {
    for (const hazard& one : of.hazards)
        found.add(rule::hazard, locate(texts, one.in_before, one.offset),
                  fmt::format("{}: {}: {}", one.code, one.object, one.message));
}

std::string render_sections(const migration& of) {
    if (of.irreversible.empty()) return fmt::format("-- migrate:up\n{}\n-- migrate:down\n{}", of.up, of.down);
    return fmt::format("-- migrate:up\n{}\n-- migrate:down irreversible\n-- {}\n", of.up,
                       one_line(of.irreversible));
}

} // namespace headway::compiler
