#include "diff/virtual_table.hpp"

#include "diff/rebuild.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

bool is_known(const schema_object& table) {
    const std::string& module = table.structure->module;
    return !table.structure->is_virtual || is_full_text(table) || module.starts_with("rtree") ||
           module == "geopoly";
}

/// Made anew, and filled from the table that holds its text if there is one.
table_change recreate(const table_task& task, const side& to) {
    table_change result;
    const bool had_rows = !task.from.structure->is_virtual || !content_of(task.from);
    if (had_rows && is_full_text(task.to))
        result.text.hazards.push_back(
            {"rows-lost", "table " + task.to.name,
             fmt::format("its rows are lost: from now on its text is that of {}", *content_of(task.to))});
    result.rebuilt = true;
    result.rewriting = 0;
    result.text.statements = {fmt::format("DROP TABLE {};", quote_name(task.from.name)),
                              to.statement(task.to)};
    if (is_full_text(task.to)) result.text.statements.push_back(refill(task.to));
    for (const auto& index : to.indexes_of(task.to.name))
        result.text.statements.push_back(to.statement(*index));
    return result;
}

} // namespace

bool takes_text_over(const schema_object& before, const schema_object& now) {
    return !content_of(before).value_or("").empty() && is_full_text(now) && !content_of(now);
}

std::optional<refusal> check_content(const schema_object& search, const side& in) {
    SQLite::Database wanted = in.copy();
    try {
        run_script(wanted, refill(search));
        return {};
    } catch (const script_error& error) {
        return refusal{
            "table " + search.name,
            fmt::format("table {} cannot read its text from {}: {}. Correct its columns, `content` and "
                        "`content_rowid`",
                        search.name, *content_of(search), error.what())};
    }
}

table_change change_virtual_table(const table_task& task, const side& to) {
    const std::optional<std::string> before = content_of(task.from);
    const std::optional<std::string> now = content_of(task.to);
    if (now && !now->empty()) return recreate(task, to);
    const std::string object = "table " + task.to.name;
    if (before && before->empty()) {
        table_change result;
        result.refusals.push_back(
            {object, fmt::format("table {} keeps no content, so that its rows cannot be copied "
                                 "to a changed one. Drop it and create it under another name, "
                                 "and fill that from where its text comes from",
                                 task.to.name)});
        return result;
    }
    if (is_known(task.from) && is_known(task.to)) {
        table_change result = rebuild_table(task, to);
        if (now && before != now)
            result.text.hazards.push_back(
                {"values-lost", object, "its text is lost: from now on it keeps only what finds a row"});
        return result;
    }
    table_change result = recreate(task, to);
    result.text.hazards.push_back(
        {"rows-lost", object, "the rows of a module that Headway does not know are not kept"});
    return result;
}

} // namespace headway::compiler
