#pragma once

#include "diff/hint.hpp"
#include "diff/script.hpp"
#include "schema/lookup.hpp"
#include "schema/written.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/Database.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace headway::compiler {

/// SQL without the comments that are hints.
[[nodiscard]] std::string without_hints(std::string_view sql);

/// One of the two schemas: its text, and what SQLite makes of it.
class side {
public:
    /// Loads `text` into a private database. Throws script_error.
    side(std::string_view text, const preparation&, const std::vector<std::string>& left_out);

    [[nodiscard]] SQLite::Database copy() const { return copy_scratch(*database_, prepare_); }
    [[nodiscard]] SQLite::Database empty() const { return open_scratch(prepare_); }
    /// What a database holds; SQLite is asked only about what is not as in this side's own.
    [[nodiscard]] schema read(SQLite::Database& from) const { return schema_reader(reader_).read(from); }

    [[nodiscard]] const schema& objects() const noexcept { return objects_; }
    [[nodiscard]] const written& text() const noexcept { return written_; }
    [[nodiscard]] const schema_object* find(object_kind kind, std::string_view name) const {
        return lookup_->find(kind, name);
    }
    [[nodiscard]] const schema_object* find(const schema_object& like) const { return lookup_->find(like); }
    /// The indexes of a table in order of creation.
    [[nodiscard]] std::span<const std::shared_ptr<const schema_object>>
    indexes_of(std::string_view table) const;

    /// Whether a foreign key leads to columns that are neither a primary key nor UNIQUE.
    [[nodiscard]] bool has_mismatched_parents() const;
    /// The table to which a foreign key of this one leads so; empty if none does.
    [[nodiscard]] std::string mismatched_parent(const std::string& table) const;

    /// The statement that creates an object as a migration shows it: with its comments, without hints, with
    /// its semicolon.
    [[nodiscard]] std::string statement(const schema_object& object) const {
        return statement(object, without_hints(object.sql));
    }
    /// The same around other SQL.
    [[nodiscard]] std::string statement(const schema_object&, const std::string& sql) const;
    /// The comments that stand with a column but not inside of it, each on a line of its own, without hints.
    [[nodiscard]] std::string comments_of(const schema_object& table, const table_part& column) const;

private:
    preparation prepare_;
    std::unique_ptr<SQLite::Database> database_;
    schema_reader reader_; ///< That has read `database_`.
    schema objects_;
    written written_;
    std::optional<schema_lookup> lookup_;
    std::unordered_map<std::string, const written_object*> comments_;
    std::unordered_map<std::string, std::vector<std::shared_ptr<const schema_object>>> indexes_;
};

} // namespace headway::compiler
