#include "prove/seed.hpp"

#include "prove/place.hpp"
#include "schema/lexeme.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace headway {
namespace {

/// Whether ALTER TABLE does more than rename, drop, or add a column that may be NULL.
bool is_risky(std::string_view statement) {
    for (token each = next_meaning(statement, 0); each.kind != token_kind::end;
         each = next_meaning(statement, each.end)) {
        const std::string_view word = statement.substr(each.begin, each.end - each.begin);
        if (same_name(word, "not") || same_name(word, "default") || same_name(word, "check")) return true;
    }
    return false;
}

/// A section that has run without rows.
struct way {
    const section& script;
    const statement_log& log;
    const schema& seeded;  ///< Where rows are made up: before the up section.
    const schema& reached; ///< Behind this section.
};

way way_up(const proven_step& step) {
    return {step.of.up, step.up, step.before, step.after};
}
way way_down(const proven_step& step, const statement_log& down) {
    return {step.of.down, down, step.before, step.before};
}

/// The tables of the schema before that the section alters, rebuilds, or gives a unique index.
std::set<const schema_object*> tables_at_risk(const way& of) {
    std::set<const schema_object*> tables;
    const auto add = [&](std::string_view name) {
        if (const auto* table = of.seeded.find(object_kind::table, name); table != nullptr)
            tables.insert(table);
    };
    for (const watched_statement& each : of.log.statements()) {
        const auto* alter = each.find(SQLITE_ALTER_TABLE);
        if (alter != nullptr && is_risky(of.script.sql().substr(each.begin, each.end - each.begin)))
            add(alter->second);
        if (const auto* drop = each.find(SQLITE_DROP_TABLE);
            drop != nullptr && of.reached.find(object_kind::table, drop->first) != nullptr)
            add(drop->first);
        const auto* index = each.find(SQLITE_CREATE_INDEX);
        if (index == nullptr) continue;
        const schema_object* made = of.reached.find(object_kind::index, index->first);
        if (made != nullptr && made->index && made->index->unique) add(index->second);
    }
    return tables;
}

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

/// Two equal rows but for what must differ, and one with no more than it needs. True if there is a row.
bool seed(SQLite::Database& database, const schema& before, const schema_object& table) {
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

/// Seeds the tables at risk. True if there is a row.
bool seed_all(const way& of, replay& state) {
    bool any = false;
    for (const schema_object* table : tables_at_risk(of))
        any = seed(state.database(), of.seeded, *table) || any;
    return any;
}

/// What failed over made-up rows, as a rule; none if the made-up rows themselves are to blame.
std::optional<rule> rule_of(const way& of, const statement_log& seeded, const finding& failed) {
    if (failed.message.starts_with("Cannot add a")) return rule::fails_on_rows;
    if (failed.message.find(" constraint failed") == std::string::npos) return std::nullopt;
    const watched_statement& statement = seeded.statements().back();
    if (statement.does(SQLITE_CREATE_INDEX) || statement.does(SQLITE_ALTER_TABLE))
        return rule::new_constraint;
    const watched_action* insert = statement.find(SQLITE_INSERT);
    if (insert == nullptr) return std::nullopt;
    const bool is_new = std::any_of(
        of.log.statements().begin(), of.log.statements().end(),
        [&](const watched_statement& each) { return each.does(SQLITE_CREATE_TABLE, insert->first); });
    const bool copies =
        std::any_of(statement.actions.begin(), statement.actions.end(), [&](const watched_action& each) {
            return each.code == SQLITE_READ && !same_name(each.first, insert->first);
        });
    return is_new && copies ? std::optional(rule::new_constraint) : std::nullopt;
}

/// Runs the section over the rows; `valid` says which those are.
void run_over_rows(const way& of, replay& state, std::string_view valid, findings& found) {
    statement_log seeded;
    auto failed = state.run(of.script, &seeded);
    if (!failed || seeded.statements().empty()) return;
    const auto broken = rule_of(of, seeded, *failed);
    if (!broken) return;
    failed->id = *broken;
    failed->message.insert(0, *broken == rule::fails_on_rows
                                  ? "this fails on a table with rows: "
                                  : fmt::format("this fails on rows that are valid {}: ", valid));
    failed->notes = {
        {{},
         *broken == rule::fails_on_rows
             ? "give the column a constant default, or rebuild the table and fill it"
             : "correct such rows first in this section, or write into the header: -- headway:allow "
               "new-constraint <why there are none>"}};
    found.push_back(std::move(*failed));
}

} // namespace

bool may_break_on_rows(const proven_step& step) {
    return step.of.up.transaction && !tables_at_risk(way_up(step)).empty();
}

void find_breaks_on_rows(const proven_step& step, replay& state, findings& found) {
    const way up = way_up(step);
    if (seed_all(up, state)) run_over_rows(up, state, "so far", found);
}

bool may_break_on_the_way_back(const proven_step& step, const statement_log& down) {
    return step.of.up.transaction && step.of.down.transaction &&
           !tables_at_risk(way_down(step, down)).empty();
}

void find_breaks_on_the_way_back(const proven_step& step, const statement_log& down, replay& state,
                                 findings& found) {
    const way back = way_down(step, down);
    if (seed_all(back, state) && !state.run(step.of.up))
        run_over_rows(back, state, "before the up section", found);
}

} // namespace headway
