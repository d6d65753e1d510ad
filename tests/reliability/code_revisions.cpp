#include "code_revisions.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <new>
#include <stdexcept>

namespace headway::reliability {

void rebuild_customers(migration& db) {
    db.execute(
        "CREATE TABLE new_customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, email TEXT);");
    db.query("SELECT id, name, email FROM customer", [&](const row& one) {
        if (one.is_null(2))
            db.execute("INSERT INTO new_customer (id, name) VALUES (?, ?)", one.integer(0), one.text(1));
        else
            db.execute("INSERT INTO new_customer VALUES (?, ?, ?)", one.integer(0), one.text(1), one.text(2));
    });
    db.execute("DROP TABLE customer; ALTER TABLE new_customer RENAME TO customer;");
}

/// Half of it by the connection itself, which says in its own way what fails.
void double_amounts(migration& db) {
    db.query("SELECT id, amount FROM purchase", [&](const row& one) {
        db.execute("UPDATE purchase SET amount = ? WHERE id = ?", one.integer(1) * 2 + 1, one.integer(0));
        db.progress();
    });
    const int code = sqlite3_exec(
        db.handle(),
        "CREATE TABLE total (customer INTEGER PRIMARY KEY REFERENCES customer (id), amount INTEGER);"
        "INSERT INTO total SELECT customer, sum(amount) FROM purchase GROUP BY customer;",
        nullptr, nullptr, nullptr);
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db.handle()));
}

} // namespace headway::reliability
