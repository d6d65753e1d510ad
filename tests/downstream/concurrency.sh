#!/bin/sh
# Eight launches at once on one new file, ten times: all succeed, and each revision is applied once.
. "$(dirname "$0")/checks.sh"

cd "$scratch"
launches='1 2 3 4 5 6 7 8'
for round in 1 2 3 4 5 6 7 8 9 10; do # a race shows itself now and then
    for launch in $launches; do
        "$HEADWAY_BACKEND" backend.db >"printed.$launch" 2>&1 || echo "exit code $?" >>"printed.$launch" &
    done
    wait
    cat printed.* >"$output"
    equal '' "$(grep 'exit code' "$output" || true)"
    equal 1 "$(grep -c 'Applied 2 revisions' "$output")"
    equal 7 "$(grep -c 'The database is up to date' "$output")"
    equal 122b81ebc3d7 "$(sqlite3 backend.db 'SELECT * FROM alembic_version')"
    equal '001|upgrade
122b81ebc3d7|upgrade' "$(sqlite3 backend.db 'SELECT revision, operation FROM headway_log ORDER BY sequence')"
    rm backend.db
done
