// Rows that had no parent before a migration are nobody's fault, whatever it calls them.

#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

namespace headway::tests {
namespace {

struct change {
    const char* name;
    const char* up;
    std::size_t fresh = 0; ///< Rows that the migration itself orphans.
};

constexpr const char* made_tables =
    "CREATE TABLE shelf (id INTEGER PRIMARY KEY, v TEXT);"
    "CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER REFERENCES shelf (id));"
    "CREATE TABLE loan (day TEXT PRIMARY KEY, shelf INTEGER REFERENCES shelf) WITHOUT ROWID;"
    "CREATE TABLE pair (a INT, b TEXT, PRIMARY KEY (a, b));"
    "CREATE TABLE twin (x INT, y TEXT, FOREIGN KEY (x, y) REFERENCES pair (a, b));";

/// One row of each table that refers to something has a parent, and one or two have not.
constexpr const char* made_rows =
    "INSERT INTO shelf VALUES (1, 'one'), (2, 'two');"
    "INSERT INTO book VALUES (10, 1), (20, 99), (30, 99), (40, NULL);"
    "INSERT INTO loan VALUES ('monday', 1), ('friday', 98);"
    "INSERT INTO pair VALUES (1, 'b'); INSERT INTO twin VALUES (1, 'b'), (1, 'gone'), (NULL, 'gone');";

std::string rebuilt(const std::string& table, const std::string& columns, const std::string& select) {
    return "CREATE TABLE fresh (" + columns + "; INSERT INTO fresh SELECT " + select + " FROM " + table +
           "; DROP TABLE " + table + "; ALTER TABLE fresh RENAME TO " + table + ";";
}

void check(const std::string& up, std::size_t fresh) {
    const made_history made({{"001", {}, {}, made_tables, ""}, {"002", {"001"}, {}, up, ""}});
    const made_database db;
    upgrade(db, made, "001");
    db.run(made_rows);
    if (fresh == 0) {
        CHECK(upgrade(db, made).steps.size() == 1);
        return;
    }
    const error failed = failure_of([&] { upgrade(db, made); });
    CHECK(failed.code() == error_code::foreign_keys);
    CHECK(contains(failed.what(), "the migration leaves " + std::to_string(fresh) + " row"));
    CHECK(current(db) == names{"001"});
}

} // namespace

TEST_CASE("rows that had no parent before are known again where a migration renames") {
    const change changes[] = {
        {"the parent", "ALTER TABLE shelf RENAME TO rack;"},
        {"the parent, whose name another table takes",
         "ALTER TABLE shelf RENAME TO rack; CREATE TABLE shelf (id INTEGER PRIMARY KEY);"},
        {"the child", "ALTER TABLE book RENAME TO volume;"},
        {"a child without rowids", "ALTER TABLE loan RENAME TO lease;"},
        {"both",
         "ALTER TABLE shelf RENAME TO rack; ALTER TABLE book RENAME TO volume; ALTER TABLE loan RENAME "
         "TO lease;"},
        {"the parent of a key of two columns", "ALTER TABLE pair RENAME TO couple;"},
        {"the columns", "ALTER TABLE book RENAME shelf TO shelf_id; ALTER TABLE shelf RENAME id TO number;"
                        "ALTER TABLE twin RENAME x TO p;"},
        {"everything", "ALTER TABLE shelf RENAME TO rack; ALTER TABLE book RENAME TO volume; ALTER TABLE "
                       "loan RENAME TO lease;"
                       "ALTER TABLE volume RENAME shelf TO rack; ALTER TABLE lease RENAME shelf TO rack;"
                       "ALTER TABLE pair RENAME TO couple; ALTER TABLE twin RENAME TO sibling;"},
        {"in letters alone", "ALTER TABLE shelf RENAME TO s; ALTER TABLE s RENAME TO Shelf;"},
        {"the parent, which loses a row", "ALTER TABLE shelf RENAME TO rack; DELETE FROM rack WHERE id = 1;",
         2},
        {"the child, which gets a row",
         "ALTER TABLE loan RENAME TO lease; INSERT INTO lease VALUES ('x', 97);", 1},
        {"the child, which gets the same row",
         "ALTER TABLE book RENAME TO volume; INSERT INTO volume VALUES "
         "(50, 99);",
         1},
    };
    for (const change& one : changes) {
        CAPTURE(one.name);
        check(one.up, one.fresh);
    }
}

TEST_CASE("rows that had no parent before are known again where a migration changes types or values") {
    check(rebuilt("book", "id INTEGER PRIMARY KEY, shelf TEXT REFERENCES shelf (id))", "id, shelf"), 0);
    check(rebuilt("book", "id INTEGER PRIMARY KEY, shelf REAL REFERENCES shelf (id))", "id, shelf"), 0);
    check(rebuilt("book", "id INTEGER PRIMARY KEY, shelf BLOB REFERENCES shelf (id))",
                  "id, CAST(shelf AS BLOB)"),
          1); // 10 has lost its parent; 20 and 30 had none
    check(rebuilt("loan", "day TEXT PRIMARY KEY, shelf TEXT REFERENCES shelf) WITHOUT ROWID",
                  "day, '0' || shelf"),
          0);
    check(rebuilt("loan", "day TEXT PRIMARY KEY, shelf INT REFERENCES shelf)", "*"), 0);
    check(rebuilt("twin", "y TEXT, x TEXT, FOREIGN KEY (y, x) REFERENCES pair (b, a))", "y, x"), 0);
    check("UPDATE shelf SET id = id + 1000; UPDATE book SET shelf = shelf + 1000 WHERE shelf IS NOT NULL; "
          "UPDATE "
          "loan SET shelf = 1001 WHERE shelf = 1;",
          0);
    check("ALTER TABLE shelf RENAME TO rack;" +
              rebuilt("book", "id INTEGER PRIMARY KEY, rack TEXT REFERENCES rack (id))", "id, shelf"),
          0);
    check("UPDATE book SET shelf = 97;", 2); // 20 and 30 referred to no shelf before; 10 did, and 40 to none
}

TEST_CASE("rows that move to another table are known again") {
    check("CREATE TABLE novel (title TEXT, shelf INT REFERENCES shelf (id)); INSERT INTO novel SELECT id, "
          "shelf "
          "FROM book; DELETE FROM book;",
          0);
    check("CREATE TABLE novel (title TEXT, shelf INT REFERENCES shelf (id)); INSERT INTO novel SELECT id, "
          "shelf "
          "FROM book;",
          2);
}

TEST_CASE("a row that finds its parent excuses none that loses it") {
    check("INSERT INTO shelf VALUES (99, 'found'); DELETE FROM shelf WHERE id = 1;", 2);
    check("CREATE TABLE rack (id INTEGER PRIMARY KEY); CREATE TABLE tool (rack INT REFERENCES rack (id));"
          "UPDATE book SET shelf = 1; INSERT INTO tool VALUES (99);",
          1);
}

TEST_CASE("a key that fitted no parent before is known again under another name") {
    const made_history made(
        {{"001",
          {},
          {},
          "CREATE TABLE shelf (id INTEGER PRIMARY KEY, v TEXT); CREATE TABLE book (v TEXT REFERENCES shelf "
          "(v));",
          ""},
         {"002", {"001"}, {}, "ALTER TABLE shelf RENAME TO rack; ALTER TABLE book RENAME TO volume;", ""},
         {"003",
          {"002"},
          {},
          "INSERT INTO rack VALUES (1, 'x'); CREATE TABLE leaf (v TEXT REFERENCES rack (v));",
          ""}});
    const made_database db;
    CHECK(upgrade(db, made, "002").steps.size() == 2);
    const error failed = failure_of([&] { upgrade(db, made); });
    CHECK(failed.code() == error_code::foreign_keys);
    CHECK(contains(
        failed.what(),
        "leaves 1 row without the parent that a foreign key names\n  table leaf: foreign key mismatch"));
}

TEST_CASE("a parent that is not there at all is known again too") {
    const made_history made({{"001", {}, {}, "CREATE TABLE book (shelf INT REFERENCES shelf (id));", ""},
                             {"002", {"001"}, {}, "ALTER TABLE book RENAME TO volume;", ""},
                             {"003",
                              {"002"},
                              {},
                              "CREATE TABLE loan (day INT PRIMARY KEY, shelf REFERENCES shelf) WITHOUT ROWID;"
                              "INSERT INTO loan SELECT rowid, shelf FROM volume; DROP TABLE volume;",
                              ""}});
    const made_database db;
    upgrade(db, made, "001");
    db.run("INSERT INTO book VALUES (1), (2), (2), (NULL)");
    CHECK(upgrade(db, made, "002").steps.size() == 1);
    CHECK(upgrade(db, made, "003").steps.size() == 1);
}

} // namespace headway::tests
