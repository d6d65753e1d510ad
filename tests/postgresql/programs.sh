# Sourced. HEADWAY_TEST_BIN is where the programs of a PostgreSQL server are; where there is none, the script says so and
# ends. PG_CONFIG says which to take.
pg_config=${PG_CONFIG:-pg_config}
if ! command -v "$pg_config" >/dev/null || ! [ -x "$("$pg_config" --bindir)/initdb" ]; then
    echo "There is no PostgreSQL server here (Debian: postgresql-15, libpq-dev); PG_CONFIG names its pg_config."
    [ "${CI:-false}" = true ] && exit 1
    exit 77
fi
HEADWAY_TEST_BIN=$("$pg_config" --bindir)
