/* What nobody can avoid: the SQL of DIRECTORY/plain by SQLite's C interface, in one transaction, with a row that
   says how far it is. floor DIRECTORY COUNT DATABASE */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void run(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK) return;
    fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
    exit(1);
}

static int place(sqlite3* db) {
    sqlite3_stmt* query = NULL;
    int found = 0;
    if (sqlite3_prepare_v2(db, "SELECT number FROM version", -1, &query, NULL) == SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW)
        found = sqlite3_column_int(query, 0);
    sqlite3_finalize(query);
    return found;
}

int main(int count, char** arguments) {
    sqlite3* db = NULL;
    const int end = count == 4 ? atoi(arguments[2]) : 0;
    char text[4096];
    if (end == 0 || sqlite3_open(arguments[3], &db) != SQLITE_OK) return 2;
    int next = place(db);
    if (next == end) return sqlite3_close(db);
    run(db, "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS version (number INTEGER)");
    if (next == 0) run(db, "INSERT INTO version VALUES (0)");
    for (; next < end; ++next) {
        snprintf(text, sizeof text, "%s/plain/%06d.sql", arguments[1], next);
        FILE* const file = fopen(text, "rb");
        if (file == NULL) return 1;
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
        run(db, text);
    }
    snprintf(text, sizeof text, "UPDATE version SET number = %d; COMMIT", end);
    run(db, text);
    return sqlite3_close(db);
}
