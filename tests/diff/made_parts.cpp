#include "diff/made_schema.hpp"

#include <algorithm>
#include <array>

namespace headway::tests {
namespace {

made_column plain_column(std::string name) {
    made_column made;
    made.name = std::move(name);
    return made;
}

} // namespace

/// Mostly plain, now and then such as has to be quoted.
std::string schema_maker::name(const char* stem) {
    const std::string plain = stem + std::to_string(++count_);
    switch (random_.below(12)) {
    case 0:
        return "\"" + plain + " x\"";
    case 1:
        return "[Order-" + plain + "]";
    case 2:
        return "\"" + plain + "\"";
    case 3:
        return "Big" + plain;
    default:
        return plain;
    }
}

std::string schema_maker::type(bool strict) {
    static constexpr std::array strict_types{"INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY"};
    static constexpr std::array types{"INTEGER", "TEXT", "VARCHAR(40)", "REAL", "NUMERIC(10, 2)",
                                      "BLOB",    "",     "BOOLEAN"};
    return strict ? random_.of(strict_types) : random_.of(types);
}

std::string schema_maker::literal(const std::string& type) {
    if (type == "TEXT" || type.starts_with("VARCHAR") || type.empty() || type == "ANY")
        return random_.one_in(2) ? "'it''s'" : "'b'";
    if (type == "BLOB") return "x'00ff'";
    return type == "REAL" ? "1.5" : std::to_string(random_.below(9));
}

std::string schema_maker::default_for(const std::string& type) {
    switch (random_.below(8)) {
    case 0:
        return "DEFAULT (" + literal(type) + ")";
    case 1:
        return "DEFAULT NULL";
    case 2:
        return type == "INTEGER" || type == "INT" ? "DEFAULT -3" : "DEFAULT " + literal(type);
    default:
        return "DEFAULT " + literal(type);
    }
}

std::string schema_maker::conflict() {
    static constexpr std::array clauses{"",
                                        "",
                                        "",
                                        "",
                                        "",
                                        " ON CONFLICT IGNORE",
                                        " ON CONFLICT REPLACE",
                                        " ON CONFLICT FAIL",
                                        " ON CONFLICT ROLLBACK",
                                        " ON CONFLICT ABORT"};
    return random_.of(clauses);
}

std::string schema_maker::reference(const std::string& in) {
    static constexpr std::array actions{"",
                                        "",
                                        " ON DELETE CASCADE",
                                        " ON DELETE SET NULL",
                                        " ON UPDATE CASCADE ON DELETE RESTRICT",
                                        " ON DELETE SET DEFAULT"};
    static constexpr std::array deferring{"", "", "", " DEFERRABLE INITIALLY DEFERRED", " NOT DEFERRABLE"};
    std::string parent = in;
    if (const made_table* const other = any_table(); other && !random_.one_in(4)) parent = other->name;
    const made_table* const found = any_table();
    std::string columns;
    if (found && found->name == parent && random_.one_in(2)) columns = " (" + any_column(*found).name + ")";
    return "REFERENCES " + parent + columns + random_.of(actions) + random_.of(deferring);
}

made_column schema_maker::column(const made_table& in) {
    made_column made;
    made.name = name("c");
    made.type = type(in.strict);
    if (!in.columns.empty() && random_.one_in(8)) {
        const std::string& other = any_column(in).name;
        made.generated = "GENERATED ALWAYS AS (" + other + (random_.one_in(2) ? " || 'g'" : "") + ")" +
                         (random_.one_in(2) ? " STORED" : " VIRTUAL");
        if (in.strict) made.type = "ANY";
        return made;
    }
    if (random_.one_in(3)) made.fallback = default_for(made.type);
    if (random_.one_in(4)) made.not_null = "NOT NULL" + conflict();
    if (random_.one_in(9)) made.unique = "UNIQUE" + conflict();
    if (random_.one_in(6)) made.collation = random_.one_in(2) ? "COLLATE NOCASE" : "COLLATE RTRIM";
    if (random_.one_in(8)) made.check = "CHECK (" + made.name + " <> 'x y')";
    if (random_.one_in(16))
        made.check = "CONSTRAINT k" + std::to_string(++count_) + " CHECK (length(" + made.name + ") < 9)";
    if (random_.one_in(9)) made.reference = reference(in.name);
    return made;
}

std::string schema_maker::constraint(const made_table& in) {
    const std::string named = random_.one_in(2) ? "CONSTRAINT " + name("k") + " " : "";
    const std::string& first = any_column(in).name;
    const std::string& second = any_column(in).name;
    switch (random_.below(4)) {
    case 0:
        return named + "UNIQUE (" + first + (first == second ? "" : ", " + second + " COLLATE NOCASE") + ")" +
               conflict();
    case 1:
        return named + "CHECK (" + first + " IS NOT 'dd' OR " + second + " IS NULL)";
    case 2:
        return named + "FOREIGN KEY (" + first + ") " + reference(in.name);
    default:
        return named + "CHECK (typeof(" + first + ") <> 'blob')";
    }
}

made_table schema_maker::table() {
    made_table made;
    made.name = name("t");
    made.strict = random_.one_in(8);
    if (random_.one_in(3)) made.comment = "-- About " + made.name + ".\n";
    const std::size_t kind = random_.below(6);
    if (kind < 4) {
        made_column key;
        key.name = name("id");
        key.type = "INTEGER";
        key.key = random_.one_in(3) ? "PRIMARY KEY AUTOINCREMENT" : "PRIMARY KEY";
        made.columns.push_back(key);
    }
    for (std::size_t columns = 1 + random_.below(5); columns > 0; --columns)
        made.columns.push_back(column(made));
    std::vector<std::string> plain;
    for (const made_column& one : made.columns)
        if (one.generated.empty()) plain.push_back(one.name);
    if (kind == 4 && !plain.empty()) {
        made.key = {plain.back()};
        if (plain.size() > 1) made.key.push_back(plain.front() + (random_.one_in(3) ? " DESC" : ""));
        made.without_rowid = random_.one_in(2);
    }
    for (std::size_t constraints = random_.below(3); constraints > 1; --constraints)
        made.constraints.push_back(constraint(made));
    return made;
}

made_table schema_maker::virtual_table() {
    made_table made;
    made.name = name("s");
    made.module = random_.one_in(3) ? "rtree" : "fts5";
    if (made.module == "rtree") {
        for (const char* const one : {"id", "x0", "x1"})
            made.columns.push_back(plain_column(one));
        return made;
    }
    const made_table* const content = any_table();
    if (content && random_.one_in(3)) {
        const made_column& text = any_column(*content);
        const bool bare = text.name.find_first_of("\"[") == std::string::npos;
        const bool bare_table = content->name.find_first_of("\"[") == std::string::npos;
        if (bare && bare_table && !content->without_rowid && content->key.empty()) {
            made.columns.push_back(plain_column(text.name));
            made.options.push_back("content='" + content->name + "'");
            for (const made_column& one : content->columns)
                if (!one.key.empty() && one.name.find_first_of("\"[") == std::string::npos)
                    made.options.push_back("content_rowid='" + one.name + "'");
            return made;
        }
    }
    for (std::size_t columns = 1 + random_.below(3); columns > 0; --columns)
        made.columns.push_back(plain_column("w" + std::to_string(++count_)));
    if (random_.one_in(6)) made.options.emplace_back("content=''");
    if (random_.one_in(4)) made.options.emplace_back("prefix='2'");
    return made;
}

made_table* schema_maker::any_table(bool ordinary) {
    std::vector<made_table*> found;
    for (made_table& table : now_.tables)
        if (!ordinary || table.module.empty()) found.push_back(&table);
    return found.empty() ? nullptr : random_.of(found);
}

const made_column& schema_maker::any_column(const made_table& table) {
    return random_.of(table.columns);
}

} // namespace headway::tests
