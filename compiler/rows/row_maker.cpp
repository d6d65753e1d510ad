#include "rows/row_maker.hpp"

#include "schema/lexeme.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace headway::compiler {
namespace {

/// Literals of a CREATE TABLE statement: what its CHECKs compare with is likely to satisfy them.
std::vector<std::string> literals_of(const schema_object& table, token_kind kind) {
    std::vector<std::string> literals;
    for (token each = next_meaning(table.sql, 0); each.kind != token_kind::end;
         each = next_meaning(table.sql, each.end)) {
        if (each.kind == kind) literals.push_back(table.sql.substr(each.begin, each.end - each.begin));
    }
    return literals;
}

bool type_has(const table_column& column, std::string_view part) {
    return column.type_meaning.find(part) != std::string::npos;
}

/// The column of the parent that a foreign key of one column names, or its primary key.
std::string referred_column(const schema_object& parent, const foreign_key& key) {
    if (!key.to.front().empty()) return key.to.front();
    for (const table_column& each : parent.structure->columns) {
        if (each.primary_key == 1) return each.name;
    }
    return {};
}

/// Makes up rows for one table.
class row_maker {
public:
    row_maker(const schema& all, const schema_object& table)
        : all_(all),
          table_(table),
          strings_(literals_of(table, token_kind::string)),
          numbers_(literals_of(table, token_kind::number)) {
        for (const index_structure& each : table.structure->constraints) {
            for (const auto& part : each.parts)
                if (part.key) unique_.insert(part.column);
        }
    }
    /// Columns of a unique index that was made by CREATE INDEX.
    void add_unique(const index_structure& index) {
        for (const auto& part : index.parts)
            if (part.key) unique_.insert(part.column);
    }

    enum class filling { all, without_defaults, required };
    /// The INSERT of the `number`th row; `attempt` chooses other values, in case of CHECKs.
    [[nodiscard]] std::string insert(filling, int number, std::size_t attempt) const;
    [[nodiscard]] std::size_t attempts() const { return 1 + std::max(strings_.size(), numbers_.size()); }

private:
    [[nodiscard]] std::string value(const table_column&, int number, std::size_t attempt) const;
    [[nodiscard]] std::string made_up(const table_column&, int number, std::size_t attempt) const;
    /// A default is no key that is there.
    [[nodiscard]] bool refers(const table_column& column) const {
        const auto& keys = table_.structure->foreign_keys;
        return std::any_of(keys.begin(), keys.end(), [&](const foreign_key& key) {
            return key.from.size() == 1 && same_name(key.from.front(), column.name);
        });
    }
    [[nodiscard]] bool is_unique(const table_column& column) const {
        return column.primary_key > 0 || unique_.contains(fold(column.name));
    }

    const schema& all_;
    const schema_object& table_;
    std::vector<std::string> strings_;
    std::vector<std::string> numbers_;
    std::set<std::string> unique_; ///< Folded.
};

/// The key of a row that a column refers to, if there is one.
std::string row_maker::value(const table_column& column, int number, std::size_t attempt) const {
    const std::string otherwise = made_up(column, number, attempt);
    for (const foreign_key& key : table_.structure->foreign_keys) {
        if (key.from.size() != 1 || !same_name(key.from.front(), column.name)) continue;
        const schema_object* parent = all_.find(object_kind::table, key.table);
        const std::string name = parent == nullptr ? std::string() : referred_column(*parent, key);
        if (name.empty()) break;
        const bool required = column.not_null || column.primary_key > 0;
        return fmt::format("coalesce((SELECT {} FROM {} LIMIT 1 OFFSET {}), {})", quote_name(name),
                           quote_name(parent->name), is_unique(column) ? number - 1 : 0,
                           required ? otherwise : "NULL");
    }
    return otherwise;
}

std::string row_maker::made_up(const table_column& column, int number, std::size_t attempt) const {
    const bool unique = is_unique(column);
    const int distinct = unique ? number : 0;
    const bool is_number = type_has(column, "int") || type_has(column, "real") || type_has(column, "floa") ||
                           type_has(column, "doub") || type_has(column, "bool") || type_has(column, "num") ||
                           type_has(column, "dec");
    if (is_number) {
        if (attempt > 0 && !numbers_.empty() && !unique) return numbers_[(attempt - 1) % numbers_.size()];
        // Far from what a migration may insert itself.
        return unique ? fmt::format("{}", 7'000'000'000'000 + distinct) : "1";
    }
    if (type_has(column, "blob")) return fmt::format("x'00{:02x}'", distinct);
    if (attempt > 0 && !strings_.empty() && !unique) return strings_[(attempt - 1) % strings_.size()];
    if (type_has(column, "date") || type_has(column, "time"))
        return fmt::format("'2001-02-03 04:05:{:02}'", distinct);
    return fmt::format("'made up{}'", unique ? " " + std::to_string(distinct) : "");
}

std::string row_maker::insert(filling how, int number, std::size_t attempt) const {
    std::vector<std::string> names;
    std::vector<std::string> values;
    for (const table_column& column : table_.structure->columns) {
        if (column.hidden != 0) continue;
        const bool required = column.not_null || column.primary_key > 0;
        if (how != filling::all && !column.default_value.empty() && !refers(column)) continue;
        names.push_back(quote_name(column.name));
        values.push_back(how == filling::required && !required ? "NULL" : value(column, number, attempt));
    }
    if (names.empty()) return fmt::format("INSERT INTO {} DEFAULT VALUES", quote_name(table_.name));
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quote_name(table_.name), fmt::join(names, ", "),
                       fmt::join(values, ", "));
}

bool make_for(SQLite::Database& database, const schema& before, const schema_object& table) {
    if (table.structure->is_virtual) return false;
    row_maker make(before, table);
    for (const auto& object : before.objects) {
        if (object->index && object->index->unique && same_name(object->table, table.name))
            make.add_unique(*object->index);
    }
    bool any = false;
    int number = 1;
    for (const auto how :
         {row_maker::filling::all, row_maker::filling::without_defaults, row_maker::filling::required}) {
        bool done = false;
        for (std::size_t attempt = 0; !done && attempt < make.attempts(); ++attempt) {
            for (int twin = 0; twin < 2; ++twin, ++number)
                done = database.tryExec(make.insert(how, number, attempt)) == SQLITE_OK || done;
        }
        any = any || done;
        if (done && how == row_maker::filling::without_defaults) break;
    }
    if (any) {
        for (std::size_t attempt = 0; attempt < make.attempts(); ++attempt) {
            if (database.tryExec(make.insert(row_maker::filling::required, ++number, attempt)) == SQLITE_OK)
                break;
        }
    }
    return any;
}

bool has_row(SQLite::Database& database, const schema_object& table) {
    return SQLite::Statement(database, "SELECT 1 FROM main." + quote_name(table.name)).executeStep();
}

void make_parents(SQLite::Database& database, const schema& all, const schema_object& table,
                  std::set<const schema_object*>& known) {
    for (const foreign_key& key : table.structure->foreign_keys) {
        const schema_object* parent = all.find(object_kind::table, key.table);
        if (parent == nullptr || parent->structure->is_virtual || !known.insert(parent).second) continue;
        make_parents(database, all, *parent, known);
        if (!has_row(database, *parent)) make_for(database, all, *parent);
    }
}

} // namespace

bool make_rows(SQLite::Database& database, const schema& all, const schema_object& table) {
    std::set<const schema_object*> known{&table};
    make_parents(database, all, table, known);
    return make_for(database, all, table);
}

} // namespace headway::compiler
