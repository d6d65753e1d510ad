#pragma once

#include "diff/chance.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace headway::tests {

/// A column as its parts, each a piece of SQL or empty. Names are unique in a schema and spelled the same
/// everywhere, so that what mentions one is found by its spelling.
struct made_column {
    std::string name;
    std::string type;
    std::string key;       ///< `PRIMARY KEY AUTOINCREMENT` and the like.
    std::string not_null;  ///< With its conflict clause.
    std::string unique;    ///< With its conflict clause.
    std::string fallback;  ///< `DEFAULT …`
    std::string collation; ///< `COLLATE …`
    std::string check;
    std::string reference;
    std::string generated;
    std::string backfill; ///< An expression for the rows that exist.
    std::string was;      ///< Its name in the schema before; empty for a new one.
    [[nodiscard]] std::string hint() const;
    [[nodiscard]] std::string text() const;
};

struct made_table {
    std::string name;
    std::vector<made_column> columns;
    std::vector<std::string> constraints; ///< Without the primary key.
    std::vector<std::string> key;         ///< Columns of a PRIMARY KEY constraint.
    bool without_rowid = false;
    bool strict = false;
    std::string module; ///< Of a virtual table: `fts5`, `rtree`.
    std::vector<std::string> options;
    std::string comment;
    std::string was; ///< Its name in the schema before; empty for a new one.
};

/// An index, view or trigger: its name, and its text behind that.
struct made_extra {
    std::string kind; ///< `CREATE UNIQUE INDEX` and the like.
    std::string name;
    std::string text;
};

struct made_schema {
    std::vector<made_table> tables;
    std::vector<made_extra> extras; ///< In an order in which they can be created.
    [[nodiscard]] std::string sql() const;
};

struct made_pair {
    made_schema before;
    made_schema after;
    /// As `expectation` wants it.
    [[nodiscard]] std::map<std::string, std::string> renamed() const;
    [[nodiscard]] std::set<std::string> made_up() const;
};

/// The name itself, in lower case.
[[nodiscard]] std::string bare(const std::string& spelled);

/// Random schemas of everything that SQLite has, and changes to them.
class schema_maker {
public:
    explicit schema_maker(chance& random) : random_(random) {}
    [[nodiscard]] made_pair make();

private:
    std::string name(const char* stem);
    std::string literal(const std::string& type);
    std::string type(bool strict);
    std::string default_for(const std::string& type);
    std::string conflict();
    made_column column(const made_table&);
    made_table table();
    made_table virtual_table();
    std::string constraint(const made_table&);
    std::string reference(const std::string& in);
    void add_extra();
    made_extra index(const made_table&);
    made_extra view();
    made_extra trigger();
    made_table* any_table(bool ordinary = true);
    const made_column& any_column(const made_table&);

    void change();
    void change_property(made_table&, made_column&);
    void change_key(made_table&);
    void change_options(made_table&);
    void change_constraints(made_table&);
    void change_virtual(made_table&);
    void change_extras();
    void add_column(made_table&);
    void drop_column(made_table&);
    void drop_table(std::size_t at);
    void generate(made_table&, made_column&);
    void forget(std::string name);
    void replace(const std::string& name, const std::string& by);

    chance& random_;
    std::size_t count_ = 0;
    made_schema now_;
};

} // namespace headway::tests
