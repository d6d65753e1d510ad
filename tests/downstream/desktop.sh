#!/bin/sh
# Two releases of an application on one database: backups, progress, a cancelled upgrade, and the older release on
# what the newer one left, under all three policies.
. "$(dirname "$0")/checks.sh"

cp -R "$HEADWAY_SOURCE/tests/downstream/desktop" "$scratch/desktop"
cd "$scratch/desktop"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
older=$scratch/desktop/build/desktop_older
newer=$scratch/desktop/build/desktop_newer
mkdir "$scratch/user"
cd "$scratch/user"
rows() { sqlite3 user.db "$1"; }
backups() { find . -name 'user.db.backup-*' | wc -l | tr -d ' '; }

exits 0 "$older" user.db
prints '1/2 001 2/2 002'
prints 'applied: 002 Index titles.'
rows "INSERT INTO note (title) VALUES ('kept')"
exits 0 "$older" user.db
prints 'up to date'
equal 1 "$(backups)"

# A cancelled upgrade changes nothing, and its backup stays.
exits 3 "$newer" user.db --cancel-at 004
prints '1/2 003 2/2 004'
prints 'cancelled: the migration was cancelled and rolled back'
prints 'The database as it was before is kept at '
equal 002 "$(rows 'SELECT * FROM alembic_version')"
equal 2 "$(backups)"

exits 0 "$newer" user.db
prints 'applied: 004 Add attachments.'
backup=$(sed -n 's/^backup: //p' "$output")
equal 002 "$(sqlite3 "$backup" 'SELECT * FROM alembic_version')"
equal kept "$(sqlite3 "$backup" 'SELECT title FROM note')"

# The older release on the newer database.
exits 1 "$older" user.db refuse
prints "Can't locate revision identified by '004'"
prints 'The database is newer than this program'
prints ' by desktop newer'
exits 0 "$older" user.db allow
prints 'newer than this release: 004 newer than this release: 003'
equal 004 "$(rows 'SELECT * FROM alembic_version')"
rows "INSERT INTO note (title) VALUES ('by the older one')"
exits 0 "$older" user.db step_back
prints 'newer than this release: 004 newer than this release: 003'
equal 002 "$(rows 'SELECT * FROM alembic_version')"
equal '1|kept|
2|by the older one|' "$(rows 'SELECT * FROM note')"

# A backup is put back; no more than three are kept.
exits 0 "$newer" user.db
equal 3 "$(backups)"
exits 0 "$newer" user.db --restore "$(sed -n 's/^backup: //p' "$output")"
equal 002 "$(rows 'SELECT * FROM alembic_version')"
exits 0 "$newer" user.db
prints 'applied: 004 Add attachments.'
equal ok "$(rows 'PRAGMA integrity_check')"

# The schema is verified against what the build has proven, and as it was before an upgrade.
exits 0 "$newer" user.db --verify-schema
prints 'up to date'
rows 'CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER); CREATE INDEX seqs ON _litestream_seq (seq)'
exits 0 "$newer" user.db --verify-schema
prints 'up to date'
rows 'DROP INDEX ix_note_title'
exits 1 "$newer" user.db --verify-schema
prints 'the schema of the database is not that of revision 004: index ix_note_title is missing'
exits 0 "$newer" user.db
exits 0 "$older" other.db
rm user.db
mv other.db user.db
exits 0 "$newer" user.db --verify-schema
prints 'applied: 004 Add attachments.'
