#include "compiler/prove/made_schema_history.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::tests {
using namespace compiler;
namespace {

/// The n-th of the statements over all down sections that `fits`; null if there are none.
template <class Fits>
std::vector<std::string*> find_all(std::vector<made_revision>& revisions, Fits fits) {
    std::vector<std::string*> found;
    for (made_revision& each : revisions) {
        for (std::string& statement : each.down)
            if (fits(statement)) found.push_back(&statement);
    }
    return found;
}

/// The types that columns are made of, and what a mistake makes of each.
constexpr std::pair<std::string_view, std::string_view> types[] = {
    {"INTEGER", "INT"}, {"TEXT", "VARCHAR"},           {"VARCHAR(40)", "VARCHAR(50)"},
    {"REAL", "DOUBLE"}, {"NUMERIC(10, 2)", "NUMERIC"}, {"BLOB", "TEXT"},
};

/// The columns of `CREATE TABLE name (id INTEGER PRIMARY KEY, name type …, …)`, as places of their types;
/// that of the key is one of them.
std::vector<std::size_t> find_types(const std::string& statement) {
    std::vector<std::size_t> places;
    for (std::size_t at = statement.find(" ("); at != statement.npos; at = statement.find(", ", at + 2)) {
        const std::size_t type = statement.find(' ', at + 2) + 1;
        const std::string_view rest = std::string_view(statement).substr(type);
        if (std::any_of(std::begin(types), std::end(types),
                        [&](const auto& each) { return rest.starts_with(each.first); }))
            places.push_back(type);
    }
    return places;
}

bool replace(std::string& text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    if (at == text.npos) return false;
    text.replace(at, what.size(), by);
    return true;
}

} // namespace

std::size_t history_maker::pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
}

history_maker::made_column history_maker::column() {
    static constexpr const char* rules[] = {"",
                                            " COLLATE NOCASE",
                                            " NOT NULL DEFAULT 0",
                                            " DEFAULT 'it''s'",
                                            " CHECK ({0} <> 'x')",
                                            " NOT NULL DEFAULT '' COLLATE RTRIM"};
    made_column made{fresh("c"), {}};
    made.text = fmt::format("{} {}", made.name, types[pick(std::size(types))].first) +
                fmt::format(fmt::runtime(rules[pick(std::size(rules))]), made.name);
    return made;
}

std::string history_maker::create(const made_table& table, const std::string& name) {
    std::string text = "CREATE TABLE " + name + " (id INTEGER PRIMARY KEY";
    for (const made_column& each : table.columns)
        text += ", " + each.text;
    return text + ")";
}

void history_maker::drop_all(const made_table& table, std::vector<std::string>& into) {
    const auto name_behind = [](const std::string& statement, std::string_view keyword) {
        const std::size_t begin = statement.find(keyword) + keyword.size();
        return statement.substr(begin, statement.find(' ', begin) - begin);
    };
    for (auto each = table.triggers.rbegin(); each != table.triggers.rend(); ++each)
        into.push_back("DROP TRIGGER " + name_behind(*each, " TRIGGER "));
    for (auto each = table.indexes.rbegin(); each != table.indexes.rend(); ++each)
        into.push_back("DROP INDEX " + name_behind(*each, " INDEX "));
}

void history_maker::create_all(const made_table& table, std::vector<std::string>& into) {
    into.insert(into.end(), table.indexes.begin(), table.indexes.end());
    into.insert(into.end(), table.triggers.begin(), table.triggers.end());
}

void history_maker::add_table(made_revision& into) {
    made_table table{fresh("t"), {}, {}, {}};
    for (std::size_t columns = 1 + pick(4); columns > 0; --columns)
        table.columns.push_back(column());
    into.up.push_back(create(table, table.name));
    into.down.push_back("DROP TABLE " + table.name);
    tables_.push_back(std::move(table));
}

void history_maker::drop_table(made_revision& into, std::size_t at) {
    const made_table table = tables_[at];
    tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(at));
    drop_all(table, into.up);
    into.up.push_back("DROP TABLE " + table.name);
    into.down.push_back(create(table, table.name));
    create_all(table, into.down);
}

void history_maker::add_column(made_revision& into, made_table& table) {
    table.columns.push_back(column());
    into.up.push_back("ALTER TABLE " + table.name + " ADD COLUMN " + table.columns.back().text);
    into.down.push_back("ALTER TABLE " + table.name + " DROP COLUMN " + table.columns.back().name);
}

/// Down has to rebuild the table, so that the column is where it was.
void history_maker::drop_column(made_revision& into, made_table& table) {
    const made_table before = table;
    const made_column dropped = table.columns.front();
    table.columns.erase(table.columns.begin());
    std::erase_if(table.indexes,
                  [&](const std::string& each) { return each.find("(" + dropped.name) != each.npos; });
    for (const std::string& each : before.indexes) {
        if (std::find(table.indexes.begin(), table.indexes.end(), each) == table.indexes.end())
            drop_all({table.name, {}, {each}, {}}, into.up);
    }
    into.up.push_back("ALTER TABLE " + table.name + " DROP COLUMN " + dropped.name);
    swap(table, before, table.columns, into.down);
}

void history_maker::rename_column(made_revision& into, made_table& table) {
    made_column& column = table.columns.back();
    const std::string before = column.name;
    const std::string after = fresh("c");
    const auto rename_in = [&](std::string& text) {
        for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
            const char next = at + before.size() < text.size() ? text[at + before.size()] : ' ';
            if (next < '0' || next > '9') text.replace(at, before.size(), after);
        }
    };
    rename_in(column.text);
    column.name = after;
    for (std::string& each : table.indexes)
        rename_in(each);
    into.up.push_back(fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {}", table.name, before, after));
    into.down.push_back(fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {}", table.name, after, before));
}

void history_maker::add_index(made_revision& into, made_table& table) {
    static constexpr const char* orders[] = {"", " DESC", " COLLATE NOCASE"};
    const std::string name = fresh("ix");
    const made_column& on = table.columns[pick(table.columns.size())];
    table.indexes.push_back(fmt::format("CREATE {}INDEX {} ON {} ({}{})", pick(4) == 0 ? "UNIQUE " : "", name,
                                        table.name, on.name, orders[pick(std::size(orders))]));
    into.up.push_back(table.indexes.back());
    into.down.push_back("DROP INDEX " + name);
}

void history_maker::drop_index(made_revision& into, made_table& table) {
    const made_table dropped{table.name, {}, {table.indexes.back()}, {}};
    drop_all(dropped, into.up);
    create_all(dropped, into.down);
    table.indexes.pop_back();
}

void history_maker::add_trigger(made_revision& into, made_table& table) {
    const std::string name = fresh("tr");
    table.triggers.push_back(fmt::format("CREATE TRIGGER {} AFTER INSERT ON {} BEGIN UPDATE {} SET id = id "
                                         "WHERE id = new.id; SELECT 'a;b'; END",
                                         name, table.name, table.name));
    into.up.push_back(table.triggers.back());
    into.down.push_back("DROP TRIGGER " + name);
}

/// The way SQLite's documentation says. `kept` are the columns that both have.
void history_maker::swap(const made_table& from, const made_table& to, const std::vector<made_column>& kept,
                         std::vector<std::string>& statements) {
    std::string names = "id";
    for (const made_column& each : kept)
        names += ", " + each.name;
    const std::string scratch = from.name + "_new";
    statements.push_back(create(to, scratch));
    statements.push_back(
        fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", scratch, names, names, from.name));
    statements.push_back("DROP TABLE " + from.name);
    statements.push_back("ALTER TABLE " + scratch + " RENAME TO " + from.name);
    create_all(to, statements);
}

/// Both up and down, with a column more or less.
void history_maker::rebuild(made_revision& into, made_table& table) {
    const made_table before = table;
    table.columns.insert(table.columns.begin(), column());
    swap(before, table, before.columns, into.up);
    swap(table, before, before.columns, into.down);
}

void history_maker::add_view(made_revision& into, const made_table& table) {
    const std::string name = fresh("v");
    into.up.push_back(fmt::format("CREATE VIEW {} AS SELECT id FROM {}", name, table.name));
    into.down.push_back("DROP VIEW " + name);
    // A view may stand in the way of what is done to its table later, so it goes at once.
    into.up.push_back("DROP VIEW " + name);
    into.down.insert(into.down.begin(), fmt::format("CREATE VIEW {} AS SELECT id FROM {}", name, table.name));
}

std::vector<made_revision> history_maker::make(std::size_t revisions) {
    std::vector<made_revision> made(revisions);
    for (made_revision& each : made) {
        const std::size_t choice = tables_.empty() ? 0 : pick(12);
        made_table* table = tables_.empty() ? nullptr : &tables_[pick(tables_.size())];
        if (choice < 2)
            add_table(each);
        else if (choice == 2)
            drop_table(each, pick(tables_.size()));
        else if (choice == 3)
            add_column(each, *table);
        else if (choice == 4 && !table->indexes.empty())
            drop_index(each, *table);
        else if (choice == 5)
            add_trigger(each, *table);
        else if (choice == 6)
            rebuild(each, *table);
        else if (choice == 7)
            add_view(each, *table);
        else if (choice == 8 && table->columns.size() > 1)
            drop_column(each, *table);
        else if (choice == 9)
            rename_column(each, *table);
        else
            add_index(each, *table);
    }
    return made;
}

bool history_maker::change_type(std::string& statement) {
    const std::vector<std::size_t> places = find_types(statement);
    const std::size_t at = places[pick(places.size())];
    const std::string_view rest = std::string_view(statement).substr(at);
    const auto* found = std::find_if(std::begin(types), std::end(types),
                                     [&](const auto& each) { return rest.starts_with(each.first); });
    statement.replace(at, found->first.size(), found->second);
    return true;
}

bool history_maker::plant(std::vector<made_revision>& revisions, mutation what) {
    const auto has = [](std::string_view begin, std::string_view part) {
        return
            [=](const std::string& text) { return text.starts_with(begin) && text.find(part) != text.npos; };
    };
    std::vector<std::string*> places;
    switch (what) {
    case mutation::forgotten_index:
        places = find_all(revisions, has("DROP INDEX", ""));
        break;
    case mutation::changed_type:
        places = find_all(revisions, has("CREATE TABLE", ""));
        break;
    case mutation::lost_trigger:
        places = find_all(revisions, has("CREATE TRIGGER", ""));
        break;
    case mutation::lost_collation:
        places = find_all(revisions, has("CREATE", " COLLATE NOCASE"));
        break;
    }
    if (places.empty()) return false;
    std::string& chosen = *places[pick(places.size())];
    switch (what) {
    case mutation::forgotten_index:
    case mutation::lost_trigger:
        chosen = "SELECT 1";
        return true;
    case mutation::changed_type:
        return change_type(chosen);
    case mutation::lost_collation:
        return replace(chosen, " COLLATE NOCASE", "");
    }
    return false;
}

} // namespace headway::tests
