#include "rebuild/made_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace headway::tests {
namespace {

constexpr std::array names{"title", "owner", "place", "state", "kind",  "amount", "pages", "weight",
                           "note",  "day",   "sent",  "read",  "score", "colour", "shape", "is_open"};

struct form {
    const char* type;
    std::vector<const char*> rests;
};

const form& form_of(chance& random, bool strict) {
    static const std::vector<form> loose{
        {"TEXT", {"", "NOT NULL", "NOT NULL DEFAULT ''", "DEFAULT 'none'", "COLLATE NOCASE", "UNIQUE"}},
        {"VARCHAR(80)", {"", "NOT NULL", "DEFAULT 'x'"}},
        {"INTEGER", {"", "NOT NULL", "NOT NULL DEFAULT 0", "DEFAULT 1", "UNIQUE"}},
        {"REAL", {"", "NOT NULL DEFAULT 0.5"}},
        {"NUMERIC", {"", "NOT NULL DEFAULT 0"}},
        {"BOOLEAN", {"NOT NULL DEFAULT 0", "NOT NULL DEFAULT 1", ""}},
        {"DATE", {"", "NOT NULL"}},
        {"DATETIME", {"", "NOT NULL DEFAULT CURRENT_TIMESTAMP"}},
        {"BLOB", {"", "NOT NULL DEFAULT x''"}},
        {"", {""}},
    };
    static const std::vector<form> exact{
        {"TEXT", {"", "NOT NULL", "NOT NULL DEFAULT ''", "COLLATE NOCASE"}},
        {"INTEGER", {"", "NOT NULL", "NOT NULL DEFAULT 0", "DEFAULT 1"}},
        {"REAL", {"", "NOT NULL DEFAULT 0.5"}},
        {"BLOB", {""}},
        {"ANY", {""}},
    };
    return random.of(strict ? exact : loose);
}

/// A CHECK over the column, now and then.
std::string check_of(chance& random, const std::string& name, const std::string& type) {
    if (!random.one_in(4)) return {};
    if (type == "TEXT")
        return random.one_in(2) ? fmt::format(" CHECK ({} IN ('low', 'high', 'x', ''))", name)
                                : fmt::format(" CHECK (length({}) < 200)", name);
    if (type == "INTEGER" || type == "BOOLEAN") return fmt::format(" CHECK ({} IN (0, 1))", name);
    return {};
}

made_column make_column(chance& random, const std::string& name, bool strict) {
    const form& like = form_of(random, strict);
    made_column made{name, like.type, random.of(like.rests)};
    const bool is_unique = made.rest.find("UNIQUE") != std::string::npos;
    made.may_be_null = made.rest.find("NOT NULL") == std::string::npos;
    const bool has_other_default = made.rest.find("'none'") != std::string::npos;
    if (!is_unique && !has_other_default) made.rest += check_of(random, name, made.type);
    return made;
}

std::vector<made_column> key_columns(made_key key) {
    switch (key) {
    case made_key::alias:
        return {{"id", "INTEGER", "PRIMARY KEY"}};
    case made_key::counted:
        return {{"id", "INTEGER", "PRIMARY KEY AUTOINCREMENT"}};
    case made_key::text:
        return {{"code", "TEXT", "NOT NULL PRIMARY KEY"}};
    case made_key::pair:
        return {{"part", "TEXT", "NOT NULL"}, {"number", "INTEGER", "NOT NULL"}};
    case made_key::rowid:
        break;
    }
    return {{"name", "TEXT", "NOT NULL"}};
}

void add_objects(chance& random, made_table& table) {
    const auto& last = table.columns.back().name;
    const auto& first = table.columns[table.columns.size() / 2].name;
    const std::string& name = table.name;
    const bool is_unique = table.columns.back().rest.find("UNIQUE") != std::string::npos;
    if (random.one_in(2) && !is_unique)
        table.indexes.push_back(fmt::format("CREATE INDEX ix_{}_{} ON {} ({})", name, last, name, last));
    if (random.one_in(3))
        table.indexes.push_back(
            fmt::format("CREATE INDEX ix_{}_two ON {} ({} DESC, {})", name, name, first, last));
    if (random.one_in(3))
        table.triggers.push_back(fmt::format("CREATE TRIGGER tr_{}_gone AFTER DELETE ON {} BEGIN\n"
                                             "    INSERT INTO journal VALUES ('{}', old.{});\nEND",
                                             name, name, name, table.key_column()));
    if (random.one_in(4))
        table.views.push_back(fmt::format("CREATE VIEW {}_view AS SELECT {}, {} FROM {}", name,
                                          table.key_column(), last, name));
}

void add_search(made_table& table) {
    table.search = table.name + "_find";
    const std::string& column = table.columns.back().name;
    table.others.push_back(fmt::format("CREATE VIRTUAL TABLE {} USING fts5({}, content={}{})", table.search,
                                       column, table.name, table.has_id() ? ", content_rowid=id" : ""));
    table.triggers.push_back(fmt::format("CREATE TRIGGER tr_{}_find AFTER INSERT ON {} BEGIN\n"
                                         "    INSERT INTO {} (rowid, {}) VALUES (new.rowid, new.{});\nEND",
                                         table.name, table.name, table.search, column, column));
}

void add_child(chance& random, made_table& table) {
    table.has_children = true;
    const made_column& key = table.columns.front();
    table.others.push_back(fmt::format("CREATE TABLE {}_child (id INTEGER PRIMARY KEY, parent {} NOT NULL "
                                       "REFERENCES {} ({}){}, note TEXT)",
                                       table.name, key.type, table.name, key.name,
                                       random.one_in(3) ? " ON DELETE CASCADE" : ""));
}

void shuffle(chance& random, std::vector<made_column>& columns, std::size_t from) {
    for (std::size_t at = from; at + 1 < columns.size(); ++at)
        std::swap(columns[at], columns[at + random.below(columns.size() - at)]);
}

} // namespace

std::string made_table::create(const std::string& as) const {
    std::vector<std::string> parts;
    for (const made_column& each : columns)
        parts.push_back(fmt::format("{}{}{}{}{}", each.name, each.type.empty() ? "" : " ", each.type,
                                    each.rest.empty() ? "" : " ", each.rest));
    parts.insert(parts.end(), constraints.begin(), constraints.end());
    std::vector<std::string> options;
    if (key == made_key::pair) options.emplace_back("WITHOUT ROWID");
    if (strict) options.emplace_back("STRICT");
    return fmt::format("CREATE TABLE {} (\n    {}\n){}{}", as, fmt::join(parts, ",\n    "),
                       options.empty() ? "" : " ", fmt::join(options, ", "));
}

std::string made_table::key_column() const {
    return key_columns(key).front().name;
}

std::vector<std::string> made_table::stored() const {
    std::vector<std::string> result;
    for (const made_column& each : columns)
        if (!each.generated) result.push_back(each.name);
    return result;
}

made_table make_table(chance& random, const std::string& name) {
    constexpr std::array keys{made_key::alias, made_key::alias, made_key::counted,
                              made_key::text,  made_key::pair,  made_key::rowid};
    made_table table;
    table.name = name;
    table.key = random.of(keys);
    table.strict = random.one_in(5);
    table.columns = key_columns(table.key);
    if (table.key == made_key::pair) table.constraints.emplace_back("PRIMARY KEY (part, number)");
    std::vector<std::string> unused(names.begin(), names.end());
    for (std::size_t count = 2 + random.below(6); count > 0; --count) {
        const std::size_t at = random.below(unused.size());
        table.columns.push_back(make_column(random, unused[at], table.strict));
        unused.erase(unused.begin() + static_cast<std::ptrdiff_t>(at));
    }
    add_objects(random, table);
    if ((table.has_id() || table.key == made_key::text) && random.one_in(3)) add_child(random, table);
    const std::string& last = table.columns.back().type;
    const bool is_text = last == "TEXT" || last == "VARCHAR(80)";
    if (is_text && table.key != made_key::pair && random.one_in(2)) add_search(table);
    if (random.one_in(5))
        table.columns.push_back({"upper_key", table.strict ? "TEXT" : "",
                                 fmt::format("GENERATED ALWAYS AS (upper({}))", table.key_column()), true});
    return table;
}

made_table change_table(chance& random, const made_table& before) {
    made_table after = before;
    if (random.one_in(2)) shuffle(random, after.columns, after.key == made_key::pair ? 0 : random.below(2));
    if (random.one_in(2))
        after.columns.push_back({"fresh", "INTEGER", random.one_in(2) ? "NOT NULL DEFAULT 7" : ""});
    for (made_column& each : after.columns) {
        const bool is_plain = each.type == "INTEGER" && each.rest.find("KEY") == std::string::npos;
        if (is_plain && !after.strict && each.name != "number" && random.one_in(6)) each.type = "TEXT";
    }
    if (random.one_in(6)) after.constraints.insert(after.constraints.begin(), "CHECK (1)");
    return after;
}

} // namespace headway::tests
