#!/bin/sh
# Every golden case of a broken history is a target of one project: none of them is built, and the build names each
# mistake at the place that the case expects. Among them is each rule that can break a build.
. "$(dirname "$0")/checks.sh"

cases=$HEADWAY_SOURCE/tests/cases
mkdir -p "$scratch/project" "$scratch/bin"
cd "$scratch/project"

# In place of headway: a case locks its migrations with the true one; what it compiles with becomes a target.
cat >"$scratch/bin/headway" <<'SH'
#!/bin/sh
[ "$1" = compile ] || exec "$HEADWAY_TOOL" "$@"
shift
arguments=
while [ $# -gt 0 ]; do
    case $1 in
    --multiple-heads) arguments="$arguments MULTIPLE_HEADS" ;;
    --multiple-bases) arguments="$arguments MULTIPLE_BASES" ;;
    --fixtures) arguments="$arguments FIXTURES $2" && shift ;;
    --layout) arguments="$arguments LAYOUT $2" && shift ;;
    --baseline) arguments="$arguments BASELINE $2" && shift ;;
    --statement-limit) arguments="$arguments STATEMENT_LIMIT $2" && shift ;;
    --minimum-sqlite) arguments="$arguments MINIMUM_SQLITE $2" && shift ;;
    --directory | --name | --output) shift ;;
    *) echo "$1 is unknown to this test" >&2 && exit 3 ;;
    esac
    shift
done
echo "$arguments" >arguments
exit 1
SH
chmod +x "$scratch/bin/headway"

cat >CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.24)
project(broken CXX)
find_package(Headway REQUIRED)
CMAKE
for expected in "$cases"/read/*/expected "$cases"/link/*/expected "$cases"/lock/*/expected "$cases"/prove/*/expected; do
    from=$(dirname "$expected")
    name=$(basename "$(dirname "$from")")-$(basename "$from")
    # One compilation that fails, and nothing that only the command line can say.
    [ "$(grep -c '^headway compile' "$from/command")" = 1 ] && grep -q '^exit 1$' "$expected" || continue
    grep -q '^headway compile.*\(--stamp\|--extension\)' "$from/command" && continue
    cp -R "$from" "$name"
    (cd "$name" && PATH="$scratch/bin:$PATH" sh ./command >printed 2>&1) || [ -e "$name/arguments" ] || fail "$name: $(cat "$name/printed")"
    mkdir -p "$name/migrations"
    echo "add_subdirectory($name)" >>CMakeLists.txt
    echo "add_migrations($name DIRECTORY migrations $(cat "$name/arguments"))" >"$name/CMakeLists.txt"
done
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 1 cmake --build build -- -k 0

count=0
for directory in */arguments; do
    name=$(dirname "$directory")
    [ ! -e "build/$name/lib$name.a" ] || fail "$name is built"
    # The case prints paths below its folder; the build's lead to there.
    grep -E '^[^ ]*: error: .*\[[a-z0-9-]+\]$' "$name/expected" >"$name/errors" || fail "$name expects no error"
    while IFS= read -r line; do
        case $line in
        headway:*) ;; # of no file
        *) line=$name/$line ;;
        esac
        grep -qF -e "$line" "$output" || fail "not printed: $line"
        count=$((count + 1))
    done <"$name/errors"
done

# The table of rules in compiler/README.md, less those of schema files and of PostgreSQL, which have scripts of their own,
# and less statements without an end, for which a build waits.
grep -ohE '\[[a-z0-9-]+\]$' */errors | tr -d '[]' | sort -u >fired
sed -n 's/^| `\([a-z0-9-]*\)` | error |.*/\1/p' "$HEADWAY_SOURCE/compiler/README.md" |
    grep -vxE 'schema-statement|schema-differs|hint|backfill|conversion|hazard|endless|copy-stdin|psql-command' | sort -u >rules
missing=$(comm -13 fired rules | tr '\n' ' ')
[ -z "$missing" ] || fail "no case breaks the build by: $missing"
echo "$count errors of $(wc -l <fired) rules, each at its place"
