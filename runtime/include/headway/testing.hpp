#pragma once

#include "headway/headway.hpp"

#include <cstdio>
#include <string>
#include <string_view>

struct sqlite3;

/// What tests of a program need: its history proven where it runs, with its own SQLite, functions and
/// migrations in C++, and databases to try queries on. A library of its own, `Headway::testing`, which no
/// program links but its tests.
namespace headway::testing {

/// What a program does with each of its connections first: registers functions, collations and tokenizers, or
/// gives a key.
using setup = void(sqlite3*);

/// A database in memory, at a revision of a history and without rows of the program's. Moved, not copied.
class database {
public:
    /// `target` is one that headway::upgrade takes. The first one that a program makes of a history, a target
    /// and a setup is kept until it ends, and each is a copy of it. Throws headway::error.
    explicit database(const history&, std::string_view target = "head", setup* prepare = nullptr);
    /// An empty one.
    explicit database(setup* prepare);
    database(database&&) noexcept;
    database& operator=(database&&) noexcept;
    database(const database&) = delete;
    database& operator=(const database&) = delete;
    ~database();

    /// Another one that holds the same; what takes a while to fill is filled once, and copied for each test.
    [[nodiscard]] database copy() const;

    [[nodiscard]] sqlite3* getHandle() const noexcept { return db_; }
    operator sqlite3*() const noexcept { return db_; }

private:
    sqlite3* db_ = nullptr;
    setup* prepare_;
};

/// What a proof is told.
struct request {
    setup* prepare = nullptr;
    std::string directory{}; ///< Of the migrations, in front of their names in messages; empty for none.
    std::string fixtures{};  ///< A directory with files `{revision}.sql` of rows; empty for none.
};

/// Proves a history in databases in memory: each revision up, down and up again, over rows, which have to be
/// kept by value, and its schema each time as it has to be; databases at a revision upgraded to the heads, in
/// one transaction; branches in either order; a migration in C++ as its twin says it; the image of a new
/// database as the replay gives it. Prints what is wrong as compilers do, and what was proven. Returns how
/// much is wrong.
[[nodiscard]] int prove(const history&, const request&, std::FILE* out);

/// Upgrades copies of the databases `*.db` of a directory, which released versions of the program have left,
/// to the heads, and looks at them: `PRAGMA integrity_check`, foreign keys, the schema, and the numbers of
/// rows that `{name}.expect` states, in lines `table number`. Then takes them back to where they were, unless
/// a revision in between is irreversible. Prints what is wrong; returns how much.
[[nodiscard]] int check_databases(const history&, const std::string& directory, setup* prepare,
                                  std::FILE* out);

/// Writes a database at the heads, with the rows of the fixtures, into a directory for `check_databases` of
/// later releases: `{head}.db` and `{head}.expect`. Returns the path of the first. Throws headway::error,
/// also if it is there already.
std::string snapshot(const history&, const request&, const std::string& directory);

/// What the program of add_migrations_test() does: takes `--directory`, `--fixtures` and `--databases`, each
/// with a directory. With `--snapshot` and a directory it writes a snapshot and proves nothing. Returns its
/// exit code.
[[nodiscard]] int main(int argc, char** argv, const history&, setup*) noexcept;

} // namespace headway::testing
