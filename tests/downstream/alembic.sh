#!/bin/sh
# Headway takes over a database that real Alembic made, and Alembic one that Headway made.
. "$(dirname "$0")/checks.sh"

# A virtual environment may hide Debian's Alembic, which lives with Debian's Python.
python=/usr/bin/python3
if ! "$python" -c 'import alembic' 2>/dev/null; then
    echo "Alembic is not installed (Debian: alembic)."
    [ "${CI:-false}" = true ] && exit 1
    exit 77
fi

cp -R "$HEADWAY_SOURCE/tests/downstream/alembic" "$scratch/alembic"
cd "$scratch/alembic"
alembic() { "$python" -m alembic.config "$@"; }
query() { sqlite3 backend.db "$1"; }
indexes="SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL ORDER BY name"
# What PRAGMAs say of every table, column, index and foreign key of the application.
structure="SELECT m.name, c.cid, c.name, c.type, c.[notnull], c.dflt_value, c.pk
        FROM sqlite_schema AS m JOIN pragma_table_xinfo(m.name) AS c
        WHERE m.type = 'table' AND m.name <> 'headway_log'
    UNION ALL SELECT m.tbl_name, m.name, i.seqno, i.name, i.[desc], i.coll, i.key
        FROM sqlite_schema AS m JOIN pragma_index_xinfo(m.name) AS i WHERE m.type = 'index' AND m.sql NOT NULL
    UNION ALL SELECT m.name, f.[table], f.[from], f.[to], f.on_update, f.on_delete, f.match
        FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'
    ORDER BY 1, 2, 3"
data="SELECT * FROM user; SELECT * FROM revokedtoken; SELECT * FROM message"

# Alembic makes the database, with rows in it; the backend is launched.
exits 0 alembic upgrade 001
query "INSERT INTO user VALUES (1, 'ada', 'ada@example.org', 'x', 1, '2025-05-13 08:00:00');
    INSERT INTO revokedtoken VALUES (1, 'token', 1, '2025-05-13 09:00:00', '2025-05-14 09:00:00');
    INSERT INTO message VALUES (1, 1, 'session', 'user', 'Hello, it''s me', '2025-05-13 08:01:00')"
rows=$(query "$data")
version_table=$(query "SELECT sql FROM sqlite_schema WHERE name = 'alembic_version'")
exits 0 "$HEADWAY_BACKEND" backend.db
prints 'Applied 1 revisions'
prints '122b81ebc3d7 Add compound indexes to models.'
equal 122b81ebc3d7 "$(query 'SELECT * FROM alembic_version')"
equal "$rows" "$(query "$data")"
upgraded_indexes=$(query "$indexes")

# Alembic goes on with it.
exits 0 alembic current
prints '122b81ebc3d7 (head)'
exits 0 alembic downgrade -1
equal 001 "$(query 'SELECT * FROM alembic_version')"
equal '' "$(query "$indexes" | grep -e token_expires$ -e session_created$ || true)"
exits 0 alembic upgrade head
exits 0 alembic current
prints '122b81ebc3d7 (head)'
equal "$upgraded_indexes" "$(query "$indexes")"
equal "$rows" "$(query "$data")"
exits 0 "$HEADWAY_BACKEND" backend.db
prints 'The database is up to date at 122b81ebc3d7.'
alembic_structure=$(query "$structure")
exits 0 "$HEADWAY_TOOL" check --directory "$HEADWAY_SOURCE/migrations" --database backend.db
prints 'nothing is pending, drifted or edited'

# Headway makes the database.
rm backend.db
exits 0 "$HEADWAY_BACKEND" backend.db
equal "$version_table" "$(query "SELECT sql FROM sqlite_schema WHERE name = 'alembic_version'")"
equal "$alembic_structure" "$(query "$structure")"
exits 0 alembic current
prints '122b81ebc3d7 (head)'
exits 0 alembic downgrade base
equal alembic_version "$(query "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'headway_log'")"
