#!/bin/sh
# by_npm.sh HEADWAY DIRECTORY: dbmate and Drizzle, as npm brings them, make databases; Headway takes them over and upgrades
# them; and then the tools still read them, and go on. What is fetched stays in DIRECTORY.
set -eu
headway=$1
here=$(cd "$(dirname "$0")" && pwd)
gives_up() {
    echo "The other tools are not here: $1"
    [ "${CI:-}" = true ] && exit 1
    exit 77
}
command -v npm >/dev/null || gives_up 'npm, which brings them, is not installed.'
mkdir -p "$2"
cd "$2"
[ -f fetched ] || npm install --silent --no-save --no-audit --no-fund --prefix . dbmate@2.36.0 drizzle-orm@0.45.4 sql.js@1.13.0 \
    >log 2>&1 || gives_up "npm says: $(cat log)"
touch fetched
rm -rf dbmate drizzle *.db

equal() { # WHAT IS
    [ "$1" = "$2" ] && return
    printf 'instead of\n%s\nthere is\n%s\n' "$1" "$2"
    exit 1
}
look() { sqlite3 "$1" "$2" 2>&1; }

step() { # DIRECTORY NUMBER UP DOWN
    mkdir -p "$1"
    printf -- '-- migrate:up\n%s\n\n-- migrate:down\n%s\n' "$3" "$4" >"$1/$2_step.sql"
}
step dbmate/two 1 'CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);' 'DROP TABLE boat;'
step dbmate/two 2 "INSERT INTO boat (name) VALUES ('Tern');" 'DELETE FROM boat;'
cp -r dbmate/two dbmate/three
step dbmate/three 3 'ALTER TABLE boat ADD COLUMN berth TEXT;' 'ALTER TABLE boat DROP COLUMN berth;'
dbmate() { node_modules/.bin/dbmate --url sqlite:dbmate.db --no-dump-schema --migrations-dir "$@" 2>&1; }
dbmate dbmate/two up >log
"$headway" upgrade --directory dbmate/three --database dbmate.db
equal '1
2' "$(look dbmate.db 'SELECT * FROM schema_migrations')"
equal '[X] 1_step.sql
[X] 2_step.sql
[ ] 3_step.sql

Applied: 2
Pending: 1' "$(dbmate dbmate/three status)"
equal '1|Tern|' "$(look dbmate.db 'SELECT * FROM boat')"
"$headway" downgrade 2 --directory dbmate/three --database dbmate.db
dbmate dbmate/three up >log || { cat log; exit 1; }
dbmate dbmate/three rollback >log || { cat log; exit 1; }
equal '1|Tern' "$(look dbmate.db 'SELECT * FROM boat')"

mkdir -p drizzle/two/meta
cat >drizzle/two/0000_boats.sql <<'SQL'
CREATE TABLE `boat` (`id` integer PRIMARY KEY, `name` text NOT NULL);
--> statement-breakpoint
CREATE UNIQUE INDEX `boat_name` ON `boat` (`name`);
SQL
echo "INSERT INTO boat (name) VALUES ('Gull');" >drizzle/two/0001_gull.sql
entry() { printf '{"idx": %s, "version": "6", "when": 170000000000%s, "tag": "%s", "breakpoints": true}' "$1" "$1" "$2"; }
journal() { printf '{"version": "7", "dialect": "sqlite", "entries": [%s]}\n' "$1"; }
journal "$(entry 0 0000_boats), $(entry 1 0001_gull)" >drizzle/two/meta/_journal.json
cp -r drizzle/two drizzle/three
echo 'ALTER TABLE `boat` ADD `berth` text;' >drizzle/three/0002_berths.sql
journal "$(entry 0 0000_boats), $(entry 1 0001_gull), $(entry 2 0002_berths)" >drizzle/three/meta/_journal.json
cp "$here/drizzle.mjs" .
node drizzle.mjs drizzle.db drizzle/two
"$headway" upgrade --directory drizzle/three --database drizzle.db
equal 2 "$(look drizzle.db 'SELECT count(*) FROM __drizzle_migrations')"
node drizzle.mjs drizzle.db drizzle/two
equal '1|Gull|' "$(look drizzle.db 'SELECT * FROM boat')"
equal 2 "$(look drizzle.db 'SELECT count(*) FROM __drizzle_migrations')"
equal ok "$(look drizzle.db 'PRAGMA integrity_check')"
echo "dbmate and Drizzle read what Headway has taken over from them"
