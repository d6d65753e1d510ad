#!/bin/sh
# SQL::Translator 1.62 (Debian 12: libsql-translator-perl).
#
# `sqlt-diff` from one SQLite schema to another: where only a CHECK differs it says that there is no difference. Where a
# column goes it makes the table anew, without the CHECK and without the trigger, and the index comes back under
# another name, `child_parent02`, so that the next comparison, and every INDEXED BY, looks for one that is gone.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v sqlt-diff >/dev/null || apt-get install -qq -y --no-install-recommends libsql-translator-perl >/dev/null
perl -MSQL::Translator -e '$SQL::Translator::VERSION =~ /^1\.62/ or die "another version than SQL::Translator 1.62\n"'

cd "$scratch"
cat >now.sql <<'SQL'
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id), n INTEGER CHECK (n > 0), note TEXT);
CREATE INDEX child_parent ON child (parent);
CREATE TRIGGER child_added AFTER INSERT ON child BEGIN
    UPDATE parent SET name = name || '!' WHERE id = new.parent;
END;
SQL
sed 's/n > 0/n > 1/' now.sql >checked.sql
sed 's/, note TEXT//' now.sql >shorter.sql
{
    sqlt-diff now.sql=SQLite checked.sql=SQLite | grep -c 'No differences found'
    sqlt-diff now.sql=SQLite shorter.sql=SQLite | grep -E 'INDEX|TRIGGER|CHECK|^DROP TABLE child;'
} | tee seen
printf '1\nDROP TABLE child;\nCREATE INDEX child_parent02 ON child (parent);\n' | diff -u - seen
