#!/bin/sh
# sqlalchemy-migrate 0.13.0 with SQLAlchemy 1.4.46 (Debian 12: python3-migrate), SQLite 3.40.1.
#
# Column.drop() renames the table, makes it anew with what a regular expression leaves of its text, and copies. With a
# CHECK on any column the text it makes is no SQL: the error comes after the rename, which is not taken back. The rows are
# then in `migration_tmp`, a table that no program asks for, and the next attempt finds no table at all.
# Without a CHECK it goes through, and the trigger of the table is gone.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s python3-migrate >/dev/null 2>&1 || apt-get install -qq -y python3-migrate >/dev/null
case $(dpkg-query -W -f '${Version} ' python3-migrate python3-sqlalchemy) in
"0.13.0-"*" 1.4.46"*) ;;
*) echo "other versions than sqlalchemy-migrate 0.13.0 and SQLAlchemy 1.4.46" && exit 1 ;;
esac

cat >"$scratch/drop.py" <<'PYTHON'
import warnings
warnings.simplefilter("ignore")
import sqlalchemy
import migrate.changeset

for check in ("", " CHECK (price > 0)"):
    engine = sqlalchemy.create_engine("sqlite://", poolclass=sqlalchemy.pool.StaticPool)
    with engine.connect() as connection:
        connection.execute(sqlalchemy.text(f"CREATE TABLE item (id INTEGER PRIMARY KEY, price INTEGER{check}, tag INTEGER)"))
        connection.execute(sqlalchemy.text("CREATE TRIGGER item_added AFTER INSERT ON item BEGIN SELECT 1; END"))
        connection.execute(sqlalchemy.text("INSERT INTO item (price) VALUES (5)"))
    metadata = sqlalchemy.MetaData()
    metadata.bind = engine
    try:
        sqlalchemy.Table("item", metadata, autoload_with=engine).c.tag.drop()
    except sqlalchemy.exc.OperationalError as refused:
        print(refused.orig)
    with engine.connect() as connection:
        print([tuple(row) for row in connection.execute(sqlalchemy.text("SELECT type, name FROM sqlite_master"))])
PYTHON
/usr/bin/python3 "$scratch/drop.py" | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
[('table', 'item')]
near "tag": syntax error
[('table', 'migration_tmp'), ('trigger', 'item_added')]
TEXT
diff -u "$scratch/known" "$scratch/seen"
