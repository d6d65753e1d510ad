#include "rows/near_rows.hpp"

#include "rows/compared.hpp"
#include "rows/favourites.hpp"
#include "rows/parent_keys.hpp"
#include "rows/value.hpp"
#include "schema/rowid.hpp"
#include "sql/language.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <vector>

namespace headway::compiler {
namespace {

/// Makes rows as one that is there but for one column.
class near_row_maker {
public:
    near_row_maker(SQLite::Database& database, const schema& all, const schema_object& table)
        : database_(database), all_(all), table_(table), unique_(unique_columns(all, table)) {}

    void make_almost_alike() {
        for (const table_column& column : table_.structure->columns) {
            if (takes_value(column) && unique_.contains(fold(column.name))) make_otherwise_spelled(column);
        }
    }
    /// Rows that differ in one of these columns where they need not, as the words of the script are about
    /// what rows have in common.
    void make_almost_twins(std::string_view script);
    bool make_compared_with(std::string_view script);
    void make_referring(const foreign_key&, const table_column& parent);

private:
    [[nodiscard]] bool refers(const table_column& column) const {
        const auto& keys = table_.structure->foreign_keys;
        return std::any_of(keys.begin(), keys.end(), [&](const foreign_key& key) {
            return std::find(key.from.begin(), key.from.end(), fold(column.name)) != key.from.end();
        });
    }
    /// Whether a value of its own can be put into the column.
    [[nodiscard]] bool takes_value(const table_column& column) const {
        return column.hidden == 0 && !refers(column);
    }
    /// In the case of letters, or by a blank.
    void make_otherwise_spelled(const table_column& column) {
        const std::string name = quote_name(column.name);
        const std::string has_letters = fmt::format("typeof({0}) = 'text' AND upper({0}) <> {0}", name);
        make(column, fmt::format("upper({})", name), has_letters);
        make(column, fmt::format("{} || ' '", name), has_letters);
    }
    /// With another value of the kind that the column holds.
    void make_another(const table_column& column) {
        constexpr std::int64_t another = 77;
        const value one = favourites(table_, column, another).front();
        const std::string name = quote_name(column.name);
        make(column, one.type == value::kind::text ? quote_string(one.bytes) : name + " + 1",
             name + " IS NOT NULL");
    }
    void make(const table_column& column, const std::string& expression, std::string_view where) {
        static_cast<void>(insert(column, expression, false, where, "") ||
                          insert(column, expression, true, where, ""));
    }
    /// With `apart` whatever else has to differ does so. False if a row is refused.
    [[nodiscard]] bool insert(const table_column&, const std::string& expression, bool apart,
                              std::string_view where, std::string_view other_source);
    [[nodiscard]] std::string best_first() const;

    SQLite::Database& database_;
    const schema& all_;
    const schema_object& table_;
    const std::set<std::string> unique_;
};

/// Rows that refer to others come first.
std::string near_row_maker::best_first() const {
    std::string order;
    for (const foreign_key& key : table_.structure->foreign_keys)
        for (const std::string& each : key.from)
            order += fmt::format("{}{} IS NULL", order.empty() ? "" : ", ", quote_name(each));
    return order.empty() ? "1" : order;
}

bool near_row_maker::insert(const table_column& column, const std::string& expression, bool apart,
                            std::string_view where, std::string_view other_source) {
    const std::string table = quote_name(table_.name);
    const std::string number = fmt::format("((SELECT count(*) FROM main.{}) + row_number() OVER ())", table);
    std::vector<std::string> names;
    std::vector<std::string> sources;
    for (const table_column& each : table_.structure->columns) {
        if (each.hidden != 0 || (&each == rowid_alias(*table_.structure) && &each != &column)) continue;
        const std::string& name = names.emplace_back(quote_name(each.name));
        const bool differs = apart && unique_.contains(fold(each.name)) && !refers(each);
        if (&each == &column)
            sources.push_back(expression);
        else if (differs)
            sources.push_back(
                fmt::format("iif(typeof(made.{0}) = 'text', made.{0} || ' ' || {1}, made.{0} + 50 "
                            "+ {1})",
                            name, number));
        else
            sources.push_back("made." + name);
    }
    return database_.tryExec(fmt::format(
               "INSERT OR ABORT INTO main.{0} ({1}) SELECT {2} FROM (SELECT * FROM main.{0} WHERE "
               "{3} ORDER BY {4} LIMIT 1) AS made{5}",
               table, fmt::join(names, ", "), fmt::join(sources, ", "), where, best_first(), other_source)) ==
           SQLite::OK;
}

/// What lies about a literal in a column of this type; nothing that the column would not be given.
std::vector<std::string> values_about(const table_column& column, const std::string& literal) {
    const bool is_text = literal.front() == '\'';
    const bool is_number =
        has_any(column.type_meaning, {"int", "real", "floa", "doub", "bool", "num", "dec"});
    if (is_text == is_number) return {};
    if (is_text) return {literal, "''"};
    return {literal, fmt::format("{} - 1", literal), fmt::format("{} + 1", literal)};
}

void near_row_maker::make_almost_twins(std::string_view script) {
    constexpr std::size_t most = 12; // columns
    std::set<std::string> words;
    for (const token& each : tokens(script))
        if (each.kind == token_kind::word || each.kind == token_kind::quoted_name)
            words.insert(fold(unquote(each.in(script))));
    const auto has = [&](std::string_view word) { return words.contains(std::string(word)); };
    const bool is_of_spelling = has("nocase") || has("lower") || has("upper") || has("trim");
    const bool is_of_twins = has("distinct") || has("union") || has("group");
    if (!is_of_spelling && !is_of_twins) return;
    std::size_t count = 0;
    for (const table_column& column : table_.structure->columns) {
        const std::string name = fold(column.name);
        if (!takes_value(column) || unique_.contains(name) || !words.contains(name) || ++count > most)
            continue;
        if (is_of_spelling) make_otherwise_spelled(column);
        if (is_of_twins) make_another(column);
    }
}

bool near_row_maker::make_compared_with(std::string_view script) {
    bool any = false;
    std::vector<std::string_view> all{script, table_.sql};
    for (const auto& object : all_.objects)
        if (object->kind == object_kind::trigger && same_name(object->table, table_.name) && !script.empty())
            all.push_back(object->sql);
    for (const std::string_view sql : all) {
        for (const auto& [name, literals] : compared_literals(sql)) {
            const table_column* const column = find_column(*table_.structure, name);
            if (column == nullptr || !takes_value(*column)) continue;
            any = true;
            for (const std::string& literal : literals)
                for (const std::string& each : values_about(*column, literal))
                    make(*column, each, "1");
        }
    }
    return any;
}

void near_row_maker::make_referring(const foreign_key& key, const table_column& parent) {
    constexpr int most = 20;
    const table_column* const column = find_column(*table_.structure, key.from[0]);
    if (column == nullptr || column->hidden != 0) return;
    const std::string child = quote_name(column->name);
    const std::string others = fmt::format(
        ", (SELECT {0} AS referred FROM main.{1} WHERE {0} IS NOT NULL AND {0} NOT IN (SELECT {2} "
        "FROM main.{3} WHERE {2} IS NOT NULL) LIMIT {4}) AS other",
        quote_name(parent.name), quote_name(key.table), child, quote_name(table_.name), most);
    static_cast<void>(insert(*column, "other.referred", false, "1", others) ||
                      insert(*column, "other.referred", true, "1", others));
}

} // namespace

std::set<std::string> unique_columns(const schema& all, const schema_object& table) {
    std::set<std::string> unique;
    const auto add = [&](const index_structure& index) {
        for (const auto& part : index.parts)
            if (part.key) unique.insert(part.column);
    };
    std::for_each(table.structure->constraints.begin(), table.structure->constraints.end(), add);
    for (const auto& object : all.objects) {
        if (object->index && object->index->unique && same_name(object->table, table.name))
            add(*object->index);
    }
    return unique;
}

void make_rows_almost_alike(SQLite::Database& database, const schema& all, const schema_object& table) {
    near_row_maker(database, all, table).make_almost_alike();
}

bool make_rows_compared_with(SQLite::Database& database, const schema& all, const schema_object& table,
                             std::string_view script) {
    if (table.structure->is_virtual) return false;
    near_row_maker maker(database, all, table);
    maker.make_almost_twins(script);
    return maker.make_compared_with(script);
}

void make_rows_that_refer_to(SQLite::Database& database, const schema& all, const schema_object& table,
                             const schema_object& parent) {
    for (const foreign_key& key : table.structure->foreign_keys) {
        const auto referred = columns_referred_to(all, key);
        if (same_name(key.table, parent.name) && key.from.size() == 1 && referred.size() == 1)
            near_row_maker(database, all, table).make_referring(key, *referred[0]);
    }
}

} // namespace headway::compiler
