# Sourced.

# migration ID PARENT UP DOWN [OPTIONS]: a revision in the directory `migrations`.
migration() {
    printf -- '-- Revision %s.\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- migrate:up %s\n%s\n\n-- migrate:down\n%s\n' \
        "$1" "$1" "$2" "${5:-}" "$3" "$4" | sed 's/ *$//' >"migrations/$1_made.sql"
}

# make_migrations COUNT EVERY: a directory `migrations` of so many revisions, each of which makes a table and
# leaves a trace; each EVERY-th makes an index concurrently instead, or none if that is 0.
make_migrations() {
    rm -rf migrations
    mkdir migrations
    number=0
    parent=
    while [ "$number" -lt "$1" ]; do
        number=$((number + 1))
        id=$((1000 + number))
        mark=
        sql="CREATE TABLE t$id (a text);
INSERT INTO trace VALUES ('$id');"
        [ "$number" -gt 1 ] || sql="CREATE TABLE trace (revision text);
$sql"
        if [ "$2" -gt 0 ] && [ $((number % $2)) -eq 0 ]; then
            mark=' transaction:false'
            sql="CREATE INDEX CONCURRENTLY ix_$id ON t1001 (a);"
        fi
        printf -- '-- Revision %s.\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- migrate:up%s\n%s\n\n-- migrate:down irreversible\n' \
            "$id" "$id" "$parent" "$mark" "$sql" >"migrations/${id}_made.sql"
        parent=$id
    done
}

# disagreement URL: what version row, tables, traces and log of a database disagree on; nothing if they agree.
disagreement() {
    if [ -z "$(psql -qAt "$1" -c "SELECT to_regclass('headway_log')")" ]; then
        psql -qAt "$1" -c "SELECT 'tables without a version row: ' || count(*) FROM pg_class WHERE relname ~ '^t1[0-9]+$' \
            HAVING count(*) > 0"
        return
    fi
    psql -qAt "$1" <<'SQL'
SELECT 'revisions and their schema disagree: ' || counted::text FROM (
    SELECT coalesce((SELECT version_num::int - 1000 FROM alembic_version), 0) AS revision,
        (SELECT count(*) FROM pg_class WHERE relname ~ '^t1[0-9]+$') AS tables,
        (SELECT count(*) FROM trace) AS traces, (SELECT count(DISTINCT revision) FROM trace) AS revisions,
        (SELECT count(*) FROM pg_class JOIN pg_index ON indexrelid = oid AND indisvalid WHERE relname LIKE 'ix\_%') AS indexes,
        (SELECT count(*) FROM headway_log) AS lines
) AS counted WHERE traces <> tables OR traces <> revisions OR lines <> revision
    OR tables + indexes NOT IN (revision, revision + 1) OR tables > revision;
SQL
}
