#include "diff/made_schema.hpp"

#include "diff/database_image.hpp"

#include <algorithm>
#include <array>

namespace headway::tests {
namespace {

std::string joined(const std::vector<std::string>& all, const char* between = ", ") {
    std::string result;
    for (const std::string& one : all)
        result += (result.empty() ? "" : between) + one;
    return result;
}

std::string table_sql(const made_table& table) {
    std::vector<std::string> parts;
    for (const made_column& column : table.columns)
        parts.push_back(table.module.empty() ? column.text() : column.name);
    parts.insert(parts.end(), table.options.begin(), table.options.end());
    if (!table.key.empty()) parts.push_back("PRIMARY KEY (" + joined(table.key) + ")");
    parts.insert(parts.end(), table.constraints.begin(), table.constraints.end());
    std::string result = table.comment;
    if (!table.was.empty() && table.was != table.name) result += "-- @renamed from=" + table.was + "\n";
    result += table.module.empty() ? "CREATE TABLE " + table.name + " (\n"
                                   : "CREATE VIRTUAL TABLE " + table.name + " USING " + table.module + "(\n";
    for (std::size_t at = 0; at < parts.size(); ++at) {
        result += "  " + parts[at] + (at + 1 < parts.size() ? "," : "");
        if (at < table.columns.size() && table.module.empty()) result += table.columns[at].hint();
        result += "\n";
    }
    result += ")";
    if (table.without_rowid) result += " WITHOUT ROWID";
    if (table.strict) result += table.without_rowid ? ", STRICT" : " STRICT";
    return result + ";\n";
}

} // namespace

std::string made_column::text() const {
    std::vector<std::string> parts;
    for (const std::string* one :
         {&name, &type, &key, &not_null, &unique, &fallback, &collation, &check, &reference, &generated})
        if (!one->empty()) parts.push_back(*one);
    return joined(parts, " ");
}

std::string made_column::hint() const {
    const bool renamed = !was.empty() && was != name;
    return (renamed ? " -- @renamed from=" + was : "") +
           (backfill.empty() ? "" : " -- @backfill " + backfill);
}

std::string bare(const std::string& spelled) {
    const bool quotes = spelled[0] == '"' || spelled[0] == '[';
    return fold(quotes ? spelled.substr(1, spelled.size() - 2) : spelled);
}

std::map<std::string, std::string> made_pair::renamed() const {
    std::map<std::string, std::string> result;
    for (const made_table& table : after.tables) {
        if (!table.was.empty()) result[bare(table.name)] = bare(table.was);
        for (const made_column& column : table.columns)
            if (!column.was.empty()) result[bare(table.name) + "." + bare(column.name)] = bare(column.was);
    }
    return result;
}

std::set<std::string> made_pair::made_up() const {
    std::set<std::string> result;
    for (const made_table& table : after.tables)
        for (const made_column& column : table.columns)
            if (!column.backfill.empty()) result.insert(bare(table.name) + "." + bare(column.name));
    return result;
}

std::string made_schema::sql() const {
    std::string result;
    for (const made_table& table : tables)
        result += table_sql(table);
    for (const made_extra& extra : extras)
        result += extra.kind + " " + extra.name + " " + extra.text + ";\n";
    return result;
}

made_extra schema_maker::index(const made_table& on) {
    const std::string& first = any_column(on).name;
    const std::string& second = any_column(on).name;
    std::string terms = first;
    switch (random_.below(5)) {
    case 0:
        terms = first + " DESC" + (first == second ? "" : ", " + second);
        break;
    case 1:
        terms = first + " COLLATE NOCASE";
        break;
    case 2:
        terms = "lower(" + first + ")";
        break;
    default:
        break;
    }
    std::string text = "ON " + on.name + " (" + terms + ")";
    if (random_.one_in(5)) text += " WHERE " + second + " IS NOT NULL";
    return {random_.one_in(5) ? "CREATE UNIQUE INDEX" : "CREATE INDEX", name("i"), text};
}

made_extra schema_maker::view() {
    std::vector<std::string> sources;
    for (const made_extra& one : now_.extras)
        if (one.kind == "CREATE VIEW") sources.push_back(one.name);
    if (!sources.empty() && random_.one_in(3))
        return {"CREATE VIEW", name("v"), "AS SELECT * FROM " + random_.of(sources)};
    const made_table& table = *any_table();
    const std::string& column = any_column(table).name;
    const std::string made = name("v");
    switch (random_.below(3)) {
    case 0:
        return {"CREATE VIEW", made, "AS SELECT * FROM " + table.name};
    case 1:
        return {"CREATE VIEW", made, "(a) AS SELECT count(" + column + ") FROM " + table.name};
    default:
        return {"CREATE VIEW", made,
                "AS SELECT " + table.name + "." + column + " AS b FROM " + table.name + " WHERE " + column +
                    " IS NOT NULL"};
    }
}

made_extra schema_maker::trigger() {
    static constexpr std::array events{"AFTER INSERT", "BEFORE UPDATE", "AFTER UPDATE", "AFTER DELETE",
                                       "BEFORE INSERT"};
    const made_table& on = *any_table();
    const made_table& other = *any_table();
    std::vector<std::string> views;
    for (const made_extra& one : now_.extras)
        if (one.kind == "CREATE VIEW") views.push_back(one.name);
    const std::string body = " BEGIN UPDATE " + other.name + " SET " + any_column(other).name +
                             " = NULL WHERE 0; SELECT 'a;b'; END";
    if (!views.empty() && random_.one_in(3))
        return {"CREATE TRIGGER", name("g"), "INSTEAD OF INSERT ON " + random_.of(views) + body};
    std::string event = random_.of(events);
    if (event.ends_with("UPDATE") && random_.one_in(2)) event += " OF " + any_column(on).name;
    const std::string when = event.ends_with("INSERT") && random_.one_in(3)
                                 ? " WHEN new." + any_column(on).name + " IS NOT NULL"
                                 : "";
    return {"CREATE TRIGGER", name("g"), event + " ON " + on.name + when + body};
}

void schema_maker::add_extra() {
    const made_table* const on = any_table();
    if (!on) return;
    const std::size_t kind = random_.below(5);
    now_.extras.push_back(kind < 3 ? index(*on) : kind == 3 ? view() : trigger());
}

made_pair schema_maker::make() {
    for (std::size_t tables = 1 + random_.below(4); tables > 0; --tables)
        now_.tables.push_back(random_.one_in(6) ? virtual_table() : table());
    for (std::size_t extras = random_.below(6); extras > 0; --extras)
        add_extra();
    made_pair result;
    result.before = now_;
    for (made_table& table : now_.tables) {
        table.was = table.name;
        for (made_column& column : table.columns)
            column.was = column.name;
    }
    for (std::size_t changes = 1 + random_.below(4); changes > 0; --changes)
        change();
    result.after = std::move(now_);
    return result;
}

} // namespace headway::tests
