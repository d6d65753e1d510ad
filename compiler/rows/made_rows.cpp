#include "rows/made_rows.hpp"

#include "rows/parent_keys.hpp"
#include "rows/row_insertion.hpp"
#include "rows/row_search.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string_view>

namespace headway::compiler {
namespace {

/// How much of a row is given a value.
enum class filling { all, without_defaults, required };

/// What goes into a column, or into the columns of a foreign key together.
struct made_value {
    std::vector<const table_column*> columns;
    std::vector<std::vector<value>> pool; ///< Of one value for each column.
    std::optional<std::size_t> null;      ///< The place of NULL in the pool, if it is there.
    bool distinct = false;                ///< Whether each row needs another one.
    bool required = false;                ///< Whether NULL is refused.
    const foreign_key* refers = nullptr;
};

bool type_has_any(const table_column& column, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return column.type_meaning.find(part) != std::string::npos;
    });
}

value text(std::string of) {
    return {value::kind::text, 0, 0, std::move(of)};
}

/// What a reader of a message takes for made up. Numbers are far from what a migration may insert itself.
value favourite(const table_column& column, std::int64_t distinct) {
    if (type_has_any(column, {"int", "real", "floa", "doub", "bool", "num", "dec"}))
        return {value::kind::integer, distinct == 0 ? 1 : 7'000'000'000'000 + distinct, 0, {}};
    if (type_has_any(column, {"blob"})) return {value::kind::blob, 0, 0, {'\0', static_cast<char>(distinct)}};
    if (type_has_any(column, {"date", "time"})) return text(fmt::format("2001-02-03 04:05:{:02}", distinct));
    return text(distinct == 0 ? "made up" : fmt::format("made up {}", distinct));
}

std::vector<std::string> columns_of(const std::vector<made_value*>& values) {
    std::vector<std::string> result;
    for (const made_value* one : values)
        for (const table_column* column : one->columns)
            result.push_back(quote_name(column->name));
    return result;
}

std::vector<slot> slots_of(const std::vector<made_value*>& values) {
    std::vector<slot> result;
    for (const made_value* one : values) {
        slot& added = result.emplace_back(slot{{}, one->pool.size()});
        for (const table_column* column : one->columns)
            added.names.push_back(column->name);
    }
    return result;
}

std::vector<const value*> chosen(const std::vector<made_value*>& values, const row_choice& choice) {
    std::vector<const value*> result;
    for (std::size_t at = 0; at < values.size(); ++at)
        for (const value& one : values[at]->pool[choice[at]])
            result.push_back(&one);
    return result;
}

/// Makes up rows for one table.
class row_maker {
public:
    row_maker(SQLite::Database&, const schema&, const schema_object& table);
    void make();

private:
    void find_unique_columns();
    void find_values();
    [[nodiscard]] std::optional<made_value> value_for(const foreign_key&) const;
    [[nodiscard]] made_value value_for(const table_column&) const;
    [[nodiscard]] std::int64_t distinction(const table_column& column) const {
        return column.primary_key > 0 || unique_.contains(fold(column.name)) ? number_ : 0;
    }
    void count_on();
    void read_parents(made_value&) const;
    [[nodiscard]] std::vector<made_value*> values_for(filling);
    [[nodiscard]] row_choice first_choice(const std::vector<made_value*>&, filling) const;
    bool make_like(filling, int twins);

    SQLite::Database& database_;
    const schema& all_;
    const schema_object& table_;
    std::set<std::string> unique_; ///< Folded names of columns.
    std::vector<made_value> values_;
    std::int64_t number_ = 0; ///< Of the row that is being made, from 1.
};

row_maker::row_maker(SQLite::Database& database, const schema& all, const schema_object& table)
    : database_(database), all_(all), table_(table) {
    SQLite::Statement count(database, "SELECT count(*) FROM main." + quote_name(table.name));
    count.executeStep();
    number_ = count.getColumn(0).getInt64();
    find_unique_columns();
    find_values();
}

void row_maker::find_unique_columns() {
    const auto add = [&](const index_structure& index) {
        for (const auto& part : index.parts)
            if (part.key) unique_.insert(part.column);
    };
    std::for_each(table_.structure->constraints.begin(), table_.structure->constraints.end(), add);
    for (const auto& object : all_.objects) {
        if (object->index && object->index->unique && same_name(object->table, table_.name))
            add(*object->index);
    }
}

/// Nothing if it refers to nothing, or if another foreign key has a column of it.
std::optional<made_value> row_maker::value_for(const foreign_key& key) const {
    made_value result;
    for (const std::string& name : key.from) {
        const table_column* const column = find_column(*table_.structure, name);
        const bool is_taken = std::any_of(values_.begin(), values_.end(), [&](const made_value& one) {
            return std::find(one.columns.begin(), one.columns.end(), column) != one.columns.end();
        });
        if (column == nullptr || column->hidden != 0 || is_taken) return std::nullopt;
        result.columns.push_back(column);
        result.distinct = result.distinct || column->primary_key > 0 || unique_.contains(name);
        result.required = result.required || column->not_null || column->primary_key > 0;
    }
    if (columns_referred_to(all_, key).empty()) return std::nullopt;
    result.refers = &key;
    return result;
}

made_value row_maker::value_for(const table_column& column) const {
    made_value result{{&column}, {{favourite(column, 0)}}, place_of_null + 1, false, false, nullptr};
    result.distinct = column.primary_key > 0 || unique_.contains(fold(column.name));
    result.required = column.not_null || column.primary_key > 0;
    for (value& one : values_to_try(column, {&table_.meaning}))
        result.pool.push_back({std::move(one)});
    return result;
}

void row_maker::find_values() {
    std::set<const table_column*> done;
    for (const foreign_key& key : table_.structure->foreign_keys) {
        auto found = value_for(key);
        if (!found) continue;
        done.insert(found->columns.begin(), found->columns.end());
        read_parents(*found);
        values_.push_back(std::move(*found));
    }
    for (const table_column& column : table_.structure->columns)
        if (column.hidden == 0 && !done.contains(&column)) values_.push_back(value_for(column));
}

/// A row may refer to itself where there is no other.
void row_maker::read_parents(made_value& of) const {
    of.pool = parent_keys(database_, all_, *of.refers);
    of.null.reset();
    if (!of.required) {
        of.null = of.pool.size();
        of.pool.emplace_back(of.columns.size());
    } else if (of.pool.empty()) {
        std::vector<value>& own = of.pool.emplace_back();
        for (const table_column* each : columns_referred_to(all_, *of.refers))
            own.push_back(favourite(*each, distinction(*each)));
    }
}

/// Gives what has to differ in the next row another value.
void row_maker::count_on() {
    ++number_;
    for (made_value& one : values_) {
        if (one.refers != nullptr && same_name(one.refers->table, table_.name)) read_parents(one);
        if (one.refers == nullptr && one.distinct) one.pool[0] = {favourite(*one.columns[0], number_)};
    }
}

std::vector<made_value*> row_maker::values_for(filling how) {
    std::vector<made_value*> result;
    for (made_value& one : values_) {
        if (how == filling::all || one.refers != nullptr || one.columns[0]->default_value.empty())
            result.push_back(&one);
    }
    return result;
}

row_choice row_maker::first_choice(const std::vector<made_value*>& values, filling how) const {
    row_choice result;
    for (const made_value* one : values) {
        const bool is_null = how == filling::required && one->null;
        const auto next = one->refers != nullptr && one->distinct ? static_cast<std::size_t>(number_ - 1) : 0;
        result.push_back(is_null ? *one->null : std::min(next, one->pool.size() - 1));
    }
    return result;
}

/// The choice for a row that is as another but for what must differ.
row_choice twin_of(const std::vector<made_value*>& values, const row_choice& other, row_choice fresh) {
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (!values[at]->distinct) fresh[at] = std::min(other[at], values[at]->pool.size() - 1);
    }
    return fresh;
}

/// Makes a row and its twins. False if there is no row.
bool row_maker::make_like(filling how, int twins) {
    const std::vector<made_value*> values = values_for(how);
    row_insertion insertion(database_, table_.name, columns_of(values));
    std::optional<row_choice> found;
    for (int row = 0; row <= twins; ++row) {
        count_on();
        const row_search search(slots_of(values), [&](const row_choice& choice) {
            return insertion.run(chosen(values, choice));
        });
        row_choice first = first_choice(values, how);
        auto next = search.find(found ? twin_of(values, *found, std::move(first)) : std::move(first));
        if (!found && !next) return false;
        if (!found) found = std::move(next);
    }
    return true;
}

void row_maker::make() {
    bool done = make_like(filling::all, 1);
    done = make_like(filling::without_defaults, 1) || done;
    if (done) make_like(filling::required, 0);
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
        if (!has_row(database, *parent)) row_maker(database, all, *parent).make();
    }
}

} // namespace

bool make_rows(SQLite::Database& database, const schema& all, const schema_object& table) {
    if (table.structure->is_virtual) return false;
    std::set<const schema_object*> known{&table};
    make_parents(database, all, table, known);
    row_maker(database, all, table).make();
    return has_row(database, table);
}

} // namespace headway::compiler
