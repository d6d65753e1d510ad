#!/bin/sh
# SQLite 3.40.1 (Debian 12), session extension.
#
# A changeset that a device recorded before a migration is applied to a database after it. Columns are told by their
# position, as the documentation says, so a rebuild that puts two columns of one type the other way round puts the price
# into the stock: no conflict is reported, the result is SQLITE_OK. Where the table has fewer columns than the changeset,
# or is a view by now, nothing is applied, and the result is SQLITE_OK as well: only the error log knows. A session that
# was open during ALTER TABLE ADD COLUMN gives SQLITE_SCHEMA, and what it had recorded before cannot be read any more.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s libsqlite3-dev gcc >/dev/null 2>&1 || apt-get install -qq -y libsqlite3-dev gcc >/dev/null

cat >"$scratch/apply.c" <<'C'
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>
#include <stdio.h>

static int print(void *unused, int count, char **values, char **names)
{
    (void)unused;
    for (int i = 0; i < count; ++i)
        printf("%s=%s ", names[i], values[i]);
    return 0 * puts("");
}

static int conflict(void *unused, int kind, sqlite3_changeset_iter *change)
{
    (void)unused, (void)change;
    printf("conflict %d\n", kind);
    return SQLITE_CHANGESET_ABORT;
}

static const char made[] = "CREATE TABLE item (id INTEGER PRIMARY KEY, price INT, stock INT)";

static int recorded(const char *statements, int *size, void **changes)
{
    sqlite3 *device;
    sqlite3_session *session;
    sqlite3_open(":memory:", &device);
    sqlite3_exec(device, made, 0, 0, 0);
    sqlite3session_create(device, "main", &session);
    sqlite3session_attach(session, 0);
    sqlite3_exec(device, statements, 0, 0, 0);
    return sqlite3session_changeset(session, size, changes);
}

static void applied_after(const char *migration)
{
    sqlite3 *server;
    void *changes;
    int size;
    recorded("INSERT INTO item VALUES (1, 250, 7)", &size, &changes);
    sqlite3_open(":memory:", &server);
    sqlite3_exec(server, made, 0, 0, 0);
    sqlite3_exec(server, migration, 0, 0, 0);
    printf("%d: ", sqlite3changeset_apply(server, size, changes, 0, conflict, 0));
    sqlite3_exec(server, "SELECT count(*) AS rows, * FROM item", print, 0, 0);
}

int main(void)
{
    int size = 0;
    void *changes;
    puts(sqlite3_libversion());
    applied_after("ALTER TABLE item ADD COLUMN weight INT DEFAULT 1");
    applied_after("CREATE TABLE made_anew (id INTEGER PRIMARY KEY, stock INT, price INT); DROP TABLE item;"
                  "ALTER TABLE made_anew RENAME TO item");
    applied_after("ALTER TABLE item DROP COLUMN price");
    printf("%d\n", recorded("INSERT INTO item VALUES (1, 250, 7); ALTER TABLE item ADD COLUMN weight INT;"
                            "INSERT INTO item VALUES (2, 90, 3, 1)", &size, &changes));
}
C
gcc -o "$scratch/apply" "$scratch/apply.c" -lsqlite3
"$scratch/apply" | sed 's/ $//' | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
3.40.1
0: rows=1 id=1 price=250 stock=7 weight=1
0: rows=1 id=1 stock=250 price=7
0: rows=0 id=(null) stock=(null)
17
TEXT
diff -u "$scratch/known" "$scratch/seen"
