#!/bin/sh
# Alembic 1.8.1 with SQLAlchemy 1.4.46 (Debian 12), SQLite 3.40.1.
#
# `alembic revision --autogenerate` compares a database that has an FTS5 table and an AUTOINCREMENT key with models that
# know both but for the index. It proposes to drop the FTS5 table, then each of the tables that SQLite keeps behind it,
# and sqlite_sequence, which SQLite lets nobody drop: the generated revision cannot run in any order.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s alembic python3-sqlalchemy >/dev/null 2>&1 || apt-get install -qq -y alembic >/dev/null
case $(dpkg-query -W -f '${Version} ' alembic python3-sqlalchemy) in
"1.8.1-"*" 1.4.46"*) ;;
*) echo "other versions than alembic 1.8.1 and SQLAlchemy 1.4.46" && exit 1 ;;
esac

cat >"$scratch/compare.py" <<'PYTHON'
import warnings
warnings.simplefilter("ignore")
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations

engine = sqlalchemy.create_engine("sqlite://")
with engine.connect() as connection:
    connection.execute(sqlalchemy.text("CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT)"))
    connection.execute(sqlalchemy.text("CREATE VIRTUAL TABLE note_search USING fts5(body)"))
    models = sqlalchemy.MetaData()
    models.reflect(connection, only=["note"])
    context = MigrationContext.configure(connection)
    proposed = compare_metadata(context, models)
    for kind, table in sorted((change[0], change[1].name) for change in proposed):
        print(kind, table)
    for name in ("note_search_data", "sqlite_sequence"):
        try:
            Operations(context).drop_table(name)
        except sqlalchemy.exc.OperationalError as refused:
            print("refused:", refused.orig)
PYTHON
/usr/bin/python3 "$scratch/compare.py" | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
remove_table note_search
remove_table note_search_config
remove_table note_search_content
remove_table note_search_data
remove_table note_search_docsize
remove_table note_search_idx
remove_table sqlite_sequence
refused: table sqlite_sequence may not be dropped
TEXT
diff -u "$scratch/known" "$scratch/seen"
