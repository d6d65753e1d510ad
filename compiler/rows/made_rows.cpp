#include "rows/made_rows.hpp"

#include "rows/favourites.hpp"
#include "rows/made_value.hpp"
#include "rows/near_rows.hpp"
#include "rows/parent_keys.hpp"
#include "rows/row_insertion.hpp"
#include "rows/row_search.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace headway::compiler {
namespace {

/// How much of a row is given a value; rows that differ in that refer to different rows.
enum class filling { all, without_defaults, required };

bool is_required(const table_column& column) {
    return column.not_null || column.primary_key > 0;
}

/// Makes up rows for one table.
class row_maker {
public:
    row_maker(SQLite::Database&, const schema&, const schema_object& table);
    /// With `tells_columns` no two columns hold the same in all rows, where that can be had.
    void make(bool tells_columns);

private:
    void find_values();
    [[nodiscard]] std::optional<made_value> value_for(const foreign_key&) const;
    [[nodiscard]] made_value value_for(const table_column&) const;
    [[nodiscard]] std::int64_t distinction(const table_column& column) const {
        return column.primary_key > 0 || unique_.contains(fold(column.name)) ? first_number_ + number_ : 0;
    }
    void read_favourites(made_value&, std::int64_t distinct) const;
    void count_on();
    void read_parents(made_value&) const;
    [[nodiscard]] std::vector<made_value*> values_for(filling);
    [[nodiscard]] row_choice first_choice(const std::vector<made_value*>&, filling) const;
    [[nodiscard]] std::optional<row_choice> make_like(filling, int twins);
    void tell_apart(const row_choice& like);
    void make_other(const std::vector<made_value*>&, const row_choice& like,
                    const std::vector<std::size_t>& altered);
    [[nodiscard]] std::vector<std::vector<std::size_t>> find_alike(const std::vector<made_value*>&) const;

    SQLite::Database& database_;
    const schema& all_;
    const schema_object& table_;
    table_column rowid_;                 ///< Where it is none of the columns.
    const std::set<std::string> unique_; ///< Folded names of columns.
    std::vector<made_value> values_;
    std::int64_t number_ = 0; ///< Of the row that is being made, from 1.
    std::int64_t first_number_ =
        0; ///< Tables have numbers of their own, so that copies of rows do not clash.
};

row_maker::row_maker(SQLite::Database& database, const schema& all, const schema_object& table)
    : database_(database), all_(all), table_(table), unique_(unique_columns(all, table)) {
    SQLite::Statement count(database, "SELECT count(*) FROM main." + quote_name(table.name));
    count.executeStep();
    number_ = count.getColumn(0).getInt64();
    constexpr std::int64_t numbers_of_a_table = 100;
    for (const auto& object : all.objects) {
        first_number_ += numbers_of_a_table;
        if (object.get() == &table) break;
    }
    find_values();
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
        result.required = result.required || is_required(*column);
    }
    if (columns_referred_to(all_, key).empty()) return std::nullopt;
    result.refers = &key;
    return result;
}

made_value row_maker::value_for(const table_column& column) const {
    made_value result;
    result.columns.push_back(&column);
    result.distinct = column.primary_key > 0 || unique_.contains(fold(column.name));
    result.required = is_required(column);
    for (value& one : favourites(table_, column, 0))
        result.pool.push_back({std::move(one)});
    result.null = result.pool.size() + place_of_null;
    for (value& one : values_to_try(column, {&table_.meaning}))
        result.pool.push_back({std::move(one)});
    return result;
}

void row_maker::read_favourites(made_value& of, std::int64_t distinct) const {
    std::size_t at = 0;
    for (value& one : favourites(table_, *of.columns[0], distinct))
        of.pool[at++] = {std::move(one)};
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
    if (!has_hidden_rowid(*table_.structure)) return;
    rowid_ = {std::string(rowid_name(*table_.structure)), "INTEGER", "integer", {}, {}};
    values_.push_back({{&rowid_}, {favourites(table_, rowid_, 0)}, std::nullopt, true, true, nullptr});
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
            own.push_back(favourites(table_, *each, distinction(*each)).front());
    }
}

/// Gives what has to differ in the next row another value.
void row_maker::count_on() {
    ++number_;
    for (made_value& one : values_) {
        if (one.refers != nullptr && same_name(one.refers->table, table_.name)) read_parents(one);
        if (one.refers == nullptr && one.distinct) read_favourites(one, first_number_ + number_);
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
        const std::size_t parents = one->refers == nullptr ? 0 : one->null.value_or(one->pool.size());
        std::size_t next = parents == 0 ? 0 : static_cast<std::size_t>(how) % parents;
        if (one->refers != nullptr && one->distinct) next = static_cast<std::size_t>(number_ - 1);
        result.push_back(is_null ? *one->null : std::min(next, one->pool.size() - 1));
    }
    return result;
}

/// Makes a row and its twins. Nothing if there is no row.
std::optional<row_choice> row_maker::make_like(filling how, int twins) {
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
        if (!found && !next) return std::nullopt;
        if (!found) found = std::move(next);
    }
    return found;
}

/// The columns, by their places among the values, that hold the same as others in every row so far.
std::vector<std::vector<std::size_t>> row_maker::find_alike(const std::vector<made_value*>& values) const {
    constexpr int most = 1000;
    std::map<std::vector<std::string>, std::vector<std::size_t>> by_content;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (values[at]->distinct || values[at]->columns.size() != 1) continue;
        SQLite::Statement row(database_, fmt::format("SELECT {} FROM main.{} LIMIT {}",
                                                     quote_name(values[at]->columns[0]->name),
                                                     quote_name(table_.name), most));
        std::vector<std::string> content;
        while (row.executeStep())
            content.push_back(spelling(read(row, 0)));
        by_content[std::move(content)].push_back(at);
    }
    std::vector<std::vector<std::size_t>> alike;
    for (auto& [content, places] : by_content)
        if (places.size() > 1) alike.push_back(std::move(places));
    return alike;
}

/// Makes a row as another but for these values, which have to be other ones.
void row_maker::make_other(const std::vector<made_value*>& values, const row_choice& like,
                           const std::vector<std::size_t>& altered) {
    count_on();
    row_choice first = twin_of(values, like, first_choice(values, filling::all));
    std::map<std::size_t, std::vector<std::vector<value>>> kept;
    for (const std::size_t at : altered) {
        auto& pool = values[at]->pool;
        auto others = pool;
        const value& usual = pool[first[at]].front();
        const bool is_number = usual.type == value::kind::integer;
        const std::string same = spelling(usual);
        std::erase_if(others, [&](const auto& one) { return spelling(one.front()) == same; });
        if (others.empty()) continue;
        first[at] = is_number ? likeliest(others) : 0;
        kept.emplace(at, std::exchange(pool, std::move(others)));
    }
    row_insertion insertion(database_, table_.name, columns_of(values));
    const row_search search(slots_of(values),
                            [&](const row_choice& choice) { return insertion.run(chosen(values, choice)); });
    constexpr int few = 200;
    static_cast<void>(search.find(std::move(first), few));
    for (auto& [at, pool] : kept)
        values[at]->pool = std::move(pool);
}

/// Makes rows in which columns differ that hold the same so far, as flags do: any two of them in one of the
/// rows, so that values show where they have gone.
void row_maker::tell_apart(const row_choice& like) {
    const std::vector<made_value*> values = values_for(filling::all);
    const auto alike = find_alike(values);
    std::size_t most = 0;
    for (const auto& group : alike)
        most = std::max(most, group.size());
    for (std::size_t bit = 1; bit < most; bit *= 2) {
        std::vector<std::size_t> altered;
        for (const auto& group : alike)
            for (std::size_t number = 0; number < group.size(); ++number)
                if ((number & bit) != 0) altered.push_back(group[number]);
        make_other(values, like, altered);
    }
}

void row_maker::make(bool tells_columns) {
    const std::optional<row_choice> full = make_like(filling::all, 1);
    const bool done = make_like(filling::without_defaults, 1) || full;
    if (done) static_cast<void>(make_like(filling::required, 0));
    if (full && tells_columns) tell_apart(*full);
    if (done && tells_columns) make_rows_almost_alike(database_, all_, table_);
}

bool has_row(SQLite::Database& database, const schema_object& table) {
    return SQLite::Statement(database, "SELECT 1 FROM main." + quote_name(table.name)).executeStep();
}

bool may_be_null(const table_structure& of, const foreign_key& key) {
    return std::none_of(key.from.begin(), key.from.end(), [&](const std::string& name) {
        const table_column* const column = find_column(of, name);
        return column != nullptr && is_required(*column);
    });
}

/// Makes rows for a table and those that it refers to.
class family {
public:
    family(SQLite::Database& database, const schema& all, std::span<const schema_object* const> read)
        : database_(database), all_(all), read_(read) {}

    void make(const schema_object& table) {
        known_.insert(&table);
        make_parents(table, true);
        row_maker(database_, all_, table).make(true);
    }

private:
    void make_parents(const schema_object& table, bool of_all_keys) {
        for (const foreign_key& key : table.structure->foreign_keys) {
            const schema_object* const parent = all_.find(object_kind::table, key.table);
            if (parent == nullptr || parent->structure->is_virtual) continue;
            if (!of_all_keys && may_be_null(*table.structure, key)) continue;
            if (known_.insert(parent).second) make_parent(*parent);
        }
    }

    /// Where nobody reads what a parent refers to itself, it refers to nothing if it can: that may be most of
    /// a schema.
    void make_parent(const schema_object& parent) {
        const bool is_read = std::find(read_.begin(), read_.end(), &parent) != read_.end();
        make_parents(parent, is_read);
        if (has_row(database_, parent)) return;
        row_maker(database_, all_, parent).make(false);
        if (is_read || has_row(database_, parent)) return;
        make_parents(parent, true);
        row_maker(database_, all_, parent).make(false);
    }

    SQLite::Database& database_;
    const schema& all_;
    std::span<const schema_object* const> read_;
    std::set<const schema_object*> known_; ///< That have rows, or get them now.
};

} // namespace

bool make_rows(SQLite::Database& database, const schema& all, const schema_object& table,
               std::span<const schema_object* const> read) {
    if (table.structure->is_virtual) return false;
    family(database, all, read).make(table);
    return has_row(database, table);
}

} // namespace headway::compiler
