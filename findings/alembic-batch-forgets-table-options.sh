#!/bin/sh
# Alembic 1.8.1 with SQLAlchemy 1.4.46 (Debian 12), SQLite 3.40.1.
#
# op.batch_alter_table(), which Alembic's documentation recommends for SQLite, makes a table anew from what SQLAlchemy
# reflects. Without a word it forgets STRICT, WITHOUT ROWID, AUTOINCREMENT, and of a foreign key ON DELETE CASCADE and
# DEFERRABLE. A table with a generated column it cannot rebuild at all: it copies into that column, which SQLite refuses.
#
# Seen: the statements below, and `cannot INSERT into generated column "b"`.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s alembic python3-sqlalchemy >/dev/null 2>&1 || apt-get install -qq -y alembic >/dev/null
case $(dpkg-query -W -f '${Version} ' alembic python3-sqlalchemy) in
"1.8.1-"*" 1.4.46"*) ;;
*) echo "other versions than alembic 1.8.1 and SQLAlchemy 1.4.46" && exit 1 ;;
esac

cat >"$scratch/batch.py" <<'PYTHON'
import warnings
warnings.simplefilter("ignore")
import sqlalchemy
from alembic.migration import MigrationContext
from alembic.operations import Operations

engine = sqlalchemy.create_engine("sqlite://")
with engine.connect() as connection:
    for statement in (
        "CREATE TABLE strict_one (id INTEGER PRIMARY KEY AUTOINCREMENT, n INT) STRICT",
        "CREATE TABLE keyed (word TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INT REFERENCES strict_one (id)"
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE computed (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c INT)",
    ):
        connection.execute(sqlalchemy.text(statement))
    operations = Operations(MigrationContext.configure(connection))
    for table in ("strict_one", "keyed", "child", "computed"):
        try:
            with operations.batch_alter_table(table, recreate="always") as batch:
                batch.add_column(sqlalchemy.Column("added", sqlalchemy.Integer))
        except sqlalchemy.exc.OperationalError as refused:
            print(table, "is refused:", refused.orig)
            continue
        sql = connection.execute(sqlalchemy.text(f"SELECT sql FROM sqlite_master WHERE name = '{table}'")).scalar()
        print(" ".join(sql.split()))
PYTHON
/usr/bin/python3 "$scratch/batch.py" | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
CREATE TABLE "strict_one" ( id INTEGER, n INTEGER, added INTEGER, PRIMARY KEY (id) )
CREATE TABLE "keyed" ( word TEXT NOT NULL, added INTEGER, PRIMARY KEY (word) )
CREATE TABLE "child" ( id INTEGER, parent INTEGER, added INTEGER, PRIMARY KEY (id), FOREIGN KEY(parent) REFERENCES strict_one (id) )
computed is refused: cannot INSERT into generated column "b"
TEXT
diff -u "$scratch/known" "$scratch/seen"
