#include "prove/row_maker.hpp"

#include "schema/lexeme.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace headway {
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

/// Makes up rows for one table.
class row_maker {
public:
    explicit row_maker(const schema_object& table)
        : table_(table),
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

    const schema_object& table_;
    std::vector<std::string> strings_;
    std::vector<std::string> numbers_;
    std::set<std::string> unique_; ///< Folded.
};

std::string row_maker::value(const table_column& column, int number, std::size_t attempt) const {
    const bool unique = column.primary_key > 0 || unique_.contains(fold(column.name));
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
        if (how != filling::all && !column.default_value.empty()) continue;
        names.push_back(quote_name(column.name));
        values.push_back(how == filling::required && !required ? "NULL" : value(column, number, attempt));
    }
    if (names.empty()) return fmt::format("INSERT INTO {} DEFAULT VALUES", quote_name(table_.name));
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quote_name(table_.name), fmt::join(names, ", "),
                       fmt::join(values, ", "));
}

} // namespace

bool make_rows(SQLite::Database& database, const schema& before, const schema_object& table) {
    if (table.structure->is_virtual) return false;
    row_maker make(table);
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

} // namespace headway
