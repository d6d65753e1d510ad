#include "prove/trial.hpp"

#include "schema/full_text.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

/// What SQLite says of a statement; empty if it can be prepared.
std::string prepare(SQLite::Database& database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database.getHandle(), sql.c_str(), -1, &statement, nullptr);
    std::string message = code == SQLITE_OK ? "" : sqlite3_errmsg(database.getHandle());
    sqlite3_finalize(statement);
    return message;
}

/// The first column of a table or view that can be written; empty if there is none.
std::string some_column(SQLite::Database& database, const std::string& table) {
    try {
        SQLite::Statement column(database, "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0");
        column.bind(1, table);
        return column.executeStep() ? column.getColumn(0).getString() : std::string();
    } catch (const SQLite::Exception&) {
        return {}; // a view that is broken itself
    }
}

struct trigger_event {
    std::string word;   ///< `insert`, `update` or `delete`.
    std::string column; ///< The first behind UPDATE OF, if there is one.
};

trigger_event event_of(const schema_object& trigger) {
    const lexemes& words = trigger.meaning;
    for (std::size_t at = 3; at < words.size(); ++at) { // behind CREATE TRIGGER name
        const std::string word = fold(words[at].text);
        if (word != "insert" && word != "update" && word != "delete") continue;
        const bool names = word == "update" && at + 2 < words.size() && same_name(words[at + 1].text, "of");
        return {word, names ? words[at + 2].text : std::string()};
    }
    return {};
}

/// The statement that makes a trigger fire; empty if no column can be updated.
std::string firing(SQLite::Database& database, const schema_object& trigger) {
    trigger_event event = event_of(trigger);
    const std::string table = "main." + quote_name(trigger.table);
    if (event.word == "insert") return fmt::format("EXPLAIN INSERT INTO {} DEFAULT VALUES", table);
    if (event.word == "delete") return fmt::format("EXPLAIN DELETE FROM {}", table);
    if (event.column.empty()) event.column = some_column(database, trigger.table);
    if (event.word.empty() || event.column.empty()) return {};
    const std::string column = quote_name(event.column);
    return fmt::format("EXPLAIN UPDATE {} SET {} = {}", table, column, column);
}

/// Takes back what happens while it lives.
class taken_back {
public:
    explicit taken_back(SQLite::Database& database) : database_(database) {
        database_.exec("SAVEPOINT headway_trial");
    }
    ~taken_back() {
        database_.tryExec("ROLLBACK TO headway_trial");
        database_.tryExec("RELEASE headway_trial");
    }
    taken_back(const taken_back&) = delete;
    taken_back& operator=(const taken_back&) = delete;

private:
    SQLite::Database& database_;
};

/// What is wrong with the trigger and with no other: those that fire along, and the defaults and constraints
/// of the table, are compiled with it.
std::string blame(SQLite::Database& database, const schema& all, const schema_object& trigger,
                  const std::string& statement) {
    const taken_back later(database);
    for (const auto& object : all.objects) {
        if (object->kind == object_kind::trigger && object.get() != &trigger)
            database.tryExec("DROP TRIGGER main." + quote_name(object->name));
    }
    std::string message = prepare(database, statement);
    const bool is_of_table = all.find(object_kind::table, trigger.table) != nullptr;
    if (message.empty() || !is_of_table) return message;
    database.tryExec("DROP TRIGGER main." + quote_name(trigger.name));
    return prepare(database, statement).empty() || message.starts_with("no such column") ? message : "";
}

} // namespace

std::string use_of(SQLite::Database& database, const schema_object& object) {
    return object.kind == object_kind::view ? "EXPLAIN SELECT * FROM main." + quote_name(object.name)
                                            : firing(database, object);
}

std::string try_view(SQLite::Database& database, const schema_object& view) {
    return prepare(database, "SELECT * FROM main." + quote_name(view.name));
}

std::string try_virtual_table(SQLite::Database& database, const schema_object& table) {
    sqlite3_stmt* statement = nullptr;
    const std::string sql = fmt::format("SELECT * FROM main.{} LIMIT 1", quote_name(table.name));
    int code = sqlite3_prepare_v2(database.getHandle(), sql.c_str(), -1, &statement, nullptr);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    std::string message = sqlite3_errmsg(database.getHandle());
    sqlite3_finalize(statement);
    if (code == SQLITE_ROW || code == SQLITE_DONE) return {};
    const auto content = content_of(table);
    if (!content || message != "SQL logic error") return message;
    return content->empty() ? "" // of FTS4: it keeps no text, and cannot show any
                            : fmt::format("its text cannot be read from table {}", *content);
}

bool is_of_sqlite(const schema_object& table) {
    constexpr std::array<std::string_view, 4> modules{"rtree", "rtree_i32", "fts5vocab", "fts4aux"};
    return is_full_text(table) ||
           std::find(modules.begin(), modules.end(), table.structure->module) != modules.end();
}

std::string try_trigger(SQLite::Database& database, const schema& all, const schema_object& trigger) {
    const schema_object* view = all.find(object_kind::view, trigger.table);
    if (view != nullptr && !try_view(database, *view).empty()) return {}; // that is said of the view
    const std::string statement = firing(database, trigger);
    if (statement.empty() || prepare(database, statement).empty()) return {};
    return blame(database, all, trigger, statement);
}

} // namespace headway::compiler
