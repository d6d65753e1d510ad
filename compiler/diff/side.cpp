#include "diff/side.hpp"

#include "schema/canonical.hpp"
#include "schema/reference.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace headway::compiler {

namespace {

/// Whether a statement is CREATE TABLE … AS, which puts rows into the table that it makes.
bool selects_rows(std::string_view statement) {
    const token verb = next_meaning(statement, 0);
    const token what = next_meaning(statement, verb.end);
    if (!same_name(what.in(statement), "table")) return false;
    // The name, perhaps behind IF NOT EXISTS and the name of the schema.
    for (const token& at : tokens(statement, what.end)) {
        if (at.in(statement) == "(") return false;
        if (same_name(at.in(statement), "as")) return true;
    }
    return false;
}

/// The table that was made last.
std::string last_table(SQLite::Database& database) {
    return database.execAndGet("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid DESC")
        .getString();
}

} // namespace

side::side(std::string_view text, const preparation& prepare, const std::vector<std::string>& left_out)
    : prepare_(prepare),
      database_(std::make_unique<SQLite::Database>(open_scratch(prepare))),
      reader_(left_out) {
    const std::vector<script_span> statements = find_statements(text);
    for (const script_span& each : statements) {
        run_script(*database_, text, {each});
        if (selects_rows(each.in(text))) database_->exec("DELETE FROM " + quote_name(last_table(*database_)));
    }
    objects_ = reader_.read(*database_);
    written_ = read_written(text, statements);
    lookup_.emplace(objects_);
    for (const written_object& one : written_.objects)
        comments_[key_of(one.kind, one.name)] = &one;
    for (const auto& object : objects_.objects) {
        if (object->kind == object_kind::index) indexes_[fold(object->table)].push_back(object);
    }
}

std::span<const std::shared_ptr<const schema_object>> side::indexes_of(std::string_view table) const {
    const auto found = indexes_.find(fold(table));
    if (found == indexes_.end()) return {};
    return found->second;
}

bool side::has_mismatched_parents() const {
    return !foreign_key_mismatch(*database_, {}).empty();
}

/// SQLite says `foreign key mismatch - "child" referencing "parent"`.
std::string side::mismatched_parent(const std::string& table) const {
    std::string said = foreign_key_mismatch(*database_, table);
    constexpr std::string_view word = " referencing \"";
    const std::size_t at = said.rfind(word);
    if (at == said.npos) return said;
    said.erase(0, at + word.size());
    said.pop_back();
    return said;
}

std::string side::statement(const schema_object& object, const std::string& sql) const {
    const auto found = comments_.find(key_of(object.kind, object.name));
    std::string result = found == comments_.end() ? std::string() : found->second->above;
    result += complete_statement(sql); // SQLite keeps a comment that ends a view or a trigger
    if (found == comments_.end() || found->second->behind.empty()) return result;
    const std::string& behind = found->second->behind;
    const bool is_open = behind.starts_with("/*") && !behind.ends_with("*/"); // up to the end of the file
    return result + " " + behind + (is_open ? " */" : "");
}

std::string side::comments_of(const schema_object& table, const table_part& column) const {
    std::string result;
    for (const remark& one : written_.remarks) {
        const bool beside = !one.column.empty() && same_name(one.column, column.name) &&
                            column.text.find(one.text) == column.text.npos && !is_hint(one.text);
        if (!beside) continue;
        const written_object& object = written_.objects[one.object];
        if (object.kind == table.kind && same_name(object.name, table.name))
            result.append(one.text).append("\n");
    }
    return result;
}

std::string without_hints(std::string_view sql) {
    std::string result;
    for (const token& at : all_tokens(sql)) {
        const std::string_view text = at.in(sql);
        const bool comment = at.kind == token_kind::line_comment || at.kind == token_kind::block_comment;
        if (!comment || !is_hint(text)) {
            result += text;
            continue;
        }
        // With a hint that has a line of its own, the line goes.
        const std::size_t last = result.find_last_not_of(" \t");
        result.resize(last == result.npos ? 0 : last + 1);
        if (result.ends_with('\n')) result.pop_back();
    }
    return result;
}

} // namespace headway::compiler
