# Writes a history of 700 revisions over 25 tables into the directory `into`, of which 200 make a table anew.
#   awk -v into=DIRECTORY -f made_history.awk
function section(text) { print text >file }
function begin(what) {
    id = sprintf("%04d", ++count)
    file = sprintf("%s/%s_made.sql", into, id)
    section("-- " what ".\n--\n-- Revision ID: " id "\n-- Revises: " last "\n\n-- migrate:up")
    last = id
}
function indexes(table) {
    return "CREATE INDEX ix_" table "_name ON " table " (name);\nCREATE UNIQUE INDEX ux_" table "_code ON " table " (code);"
}
function finish() { close(file) }
function columns(table,    at, all) {
    all = "id, name, code, parent"
    for (at = 1; at <= added[table]; ++at) all = all ", extra_" at
    return all
}
function definition(table, name, more,    at, all) {
    all = "CREATE TABLE " name " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT, parent INTEGER REFERENCES t" (number[table] + 24) % 25 " (id)"
    for (at = 1; at <= added[table] + more; ++at) all = all ", extra_" at " INTEGER NOT NULL DEFAULT " at
    return all ");"
}
function create(at) {
    begin("Table " at)
    section(definition("t" at, "t" at, 0) "\n" indexes("t" at) "\n\n-- migrate:down\nDROP TABLE t" at ";")
    finish()
}
function rebuild(table) {
    begin("Make " table " anew")
    section(definition(table, table "_new", 1))
    section("INSERT INTO " table "_new (" columns(table) ") SELECT " columns(table) " FROM " table ";")
    section("DROP TABLE " table ";\nALTER TABLE " table "_new RENAME TO " table ";\n" indexes(table))
    section("\n-- migrate:down\nALTER TABLE " table " DROP COLUMN extra_" ++added[table] ";")
    finish()
}
function add(table) {
    begin("A column of " table)
    ++added[table]
    section("ALTER TABLE " table " ADD COLUMN extra_" added[table] " INTEGER NOT NULL DEFAULT " added[table] ";")
    section("\n-- migrate:down\nALTER TABLE " table " DROP COLUMN extra_" added[table] ";")
    finish()
}
function change(table) {
    begin("Rows of " table)
    section("UPDATE " table " SET code = name WHERE code IS NULL AND id < " count ";\n\n-- migrate:down irreversible")
    finish()
}
function look(table) {
    begin("An index of " table " for a while")
    section("CREATE INDEX ix_while ON " table " (parent, name);\n\n-- migrate:down\nDROP INDEX ix_while;")
    finish()
    begin("It goes")
    section("DROP INDEX ix_while;\n\n-- migrate:down\nCREATE INDEX ix_while ON " table " (parent, name);")
    finish()
}
BEGIN {
    for (at = 0; at < 25; ++at) number["t" at] = at
    for (at = 0; at < 25; ++at) create(at)
    while (count < 700) {
        table = "t" (round * 7) % 25
        if (rebuilt < 200 && round % 2 == 0 && ++rebuilt) rebuild(table)
        else if (round % 10 == 1) add(table)
        else if (round % 10 == 5 && count < 699) look(table)
        else change(table)
        ++round
    }
}
