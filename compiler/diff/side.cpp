#include "diff/side.hpp"

#include "schema/canonical.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace headway::compiler {

side::side(std::string_view text, const preparation& prepare, const std::vector<std::string>& left_out)
    : prepare_(prepare),
      left_out_(left_out),
      database_(std::make_unique<SQLite::Database>(open_scratch(prepare))) {
    const std::vector<script_span> statements = find_statements(text);
    run_script(*database_, text, statements);
    objects_ = read(*database_);
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
