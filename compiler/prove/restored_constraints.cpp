#include "prove/restored_constraints.hpp"

#include "rows/made_rows.hpp"
#include "rows/row_insertion.hpp"
#include "rows/value.hpp"
#include "rows/without_triggers.hpp"
#include "schema/lookup.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// A table as it was, in a database of its own.
class former_table {
public:
    former_table(const std::string& statements, const declared_names& declared)
        : database_(":memory:", SQLite::OPEN_READWRITE) {
        provide(declared, database_);
        if (database_.tryExec(statements) != SQLite::OK) return;
        schema_ = read_schema(database_);
        for (const table_column& each : table().structure->columns)
            if (each.hidden == 0) columns_.push_back(quote_name(each.name));
    }

    /// Empty if the statements say nothing any more.
    [[nodiscard]] std::string name() const { return schema_.objects.empty() ? std::string() : table().name; }
    void leave_its_rows(SQLite::Database& in, const schema_object& now) {
        if (!is_contained_in(now)) return;
        const without_triggers still(in);
        const std::vector<std::int64_t> refused = find_refused(in, now);
        SQLite::Statement remove(in, fmt::format("DELETE FROM main.{} WHERE {} = ?", quote_name(now.name),
                                                 rowid_expression(*now.structure)));
        for (const std::int64_t rowid : refused) {
            remove.bind(1, rowid);
            remove.exec();
            remove.reset();
        }
        if (make_rows(database_, schema_, table())) copy_into(in, now);
    }

private:
    [[nodiscard]] const schema_object& table() const { return *schema_.objects.front(); }
    [[nodiscard]] bool is_contained_in(const schema_object& now) const {
        if (schema_.objects.empty() || now.structure->is_virtual || rowid_expression(*now.structure).empty())
            return false;
        const auto& all = table().structure->columns;
        return std::all_of(all.begin(), all.end(), [&](const table_column& each) {
            return each.hidden != 0 || find_column(*now.structure, each.name) != nullptr;
        });
    }
    /// Their rowids.
    [[nodiscard]] std::vector<std::int64_t> find_refused(SQLite::Database& in, const schema_object& now) {
        std::vector<std::int64_t> refused;
        row_insertion insertion(database_, table().name, columns_);
        SQLite::Statement row(in, fmt::format("SELECT {}, {} FROM main.{}", fmt::join(columns_, ", "),
                                              rowid_expression(*now.structure), quote_name(now.name)));
        while (row.executeStep()) {
            if (!put(row, insertion))
                refused.push_back(row.getColumn(static_cast<int>(columns_.size())).getInt64());
        }
        return refused;
    }
    /// What has its key there is one of them.
    void copy_into(SQLite::Database& in, const schema_object& now) {
        row_insertion insertion(in, now.name, columns_);
        SQLite::Statement row(database_, fmt::format("SELECT {} FROM main.{}", fmt::join(columns_, ", "),
                                                     quote_name(table().name)));
        while (row.executeStep())
            static_cast<void>(put(row, insertion));
    }
    [[nodiscard]] bool put(SQLite::Statement& row, row_insertion& into) const {
        std::vector<value> values;
        for (std::size_t at = 0; at < columns_.size(); ++at)
            values.push_back(read(row, static_cast<int>(at)));
        std::vector<const value*> each;
        for (const value& one : values)
            each.push_back(&one);
        return into.run(each).empty();
    }

    SQLite::Database database_;
    schema schema_;
    std::vector<std::string> columns_; ///< As SQL spells them.
};

} // namespace

void leave_rows_of_before(const restored_constraints& restored, const schema& of, SQLite::Database& in) {
    for (const finding* each : restored.lost) {
        former_table former(each->before, restored.declared);
        const auto found = std::find_if(of.objects.begin(), of.objects.end(), [&](const auto& object) {
            return object->structure && key_of(object->kind, object->name) == each->object;
        });
        const schema_object* const now =
            found == of.objects.end() ? of.find(object_kind::table, former.name()) : found->get();
        if (now != nullptr) former.leave_its_rows(in, *now);
    }
}

} // namespace headway::compiler
