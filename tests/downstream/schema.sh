#!/bin/sh
# A build that knows the schema file: what runs when that changes, what it says when the migrations yield something
# else, and how a generated revision makes it good.
. "$(dirname "$0")/checks.sh"
export CMAKE_GENERATOR="$1"
log=$scratch/log

cat >"$scratch/headway" <<SCRIPT
#!/bin/sh
echo headway >>'$log'
exec '$HEADWAY_TOOL' "\$@"
SCRIPT
cat >"$scratch/launcher" <<SCRIPT
#!/bin/sh
for argument; do
    case \$argument in *.cpp) basename "\$argument" >>'$log' ;; esac
done
exec "\$@"
SCRIPT
chmod +x "$scratch/headway" "$scratch/launcher"

copy_backend "$scratch/my backend"
release "$scratch/my backend"
cd "$scratch/my backend"
sed -i 's/DIRECTORY migrations)/DIRECTORY migrations SCHEMA "wanted schema.sql")/' CMakeLists.txt
exits 0 "$HEADWAY_TOOL" lock
exits 0 "$HEADWAY_TOOL" schema -o "wanted schema.sql" --format sql
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" \
    -D HEADWAY_COMPILER_EXECUTABLE="$scratch/headway" -D CMAKE_CXX_COMPILER_LAUNCHER="$scratch/launcher"

# builds_after CHANGE NAMES...: a build now runs exactly these, and a further one nothing.
builds_after() {
    change=$1
    shift
    for expected in "$*" ''; do
        sleep 0.05 # file times have steps of a few milliseconds
        : >"$log"
        exits 0 cmake --build build
        equal "after $change ran: $expected" "after $change ran: $(sort "$log" | xargs)"
        change="$change, again,"
    done
    sleep 0.05
}
builds_after "the first configuration" backend_migrations.cpp headway main.cpp
touch "wanted schema.sql"
builds_after "touching the schema" headway
sed -i '1s/^/-- The schema as the backend wants it.\n/; s/email VARCHAR(255)/"email"  varchar(255)/' "wanted schema.sql"
builds_after "editing what means nothing" headway

# Another schema fails the build, and leaves what there was.
before=$(cksum build/backend_migrations_headway/* build/backend)
cp "wanted schema.sql" "$scratch/schema"
sed -i 's/content TEXT NOT NULL,/&\n    edited_at DATETIME,/' "wanted schema.sql"
: >"$log"
! cmake --build build >"$output" 2>&1 || fail "a build of another schema succeeds"
prints "wanted schema.sql:14:14: error: the migrations yield another table message: column edited_at is in no migration \
[schema-differs]"
prints 'headway revision --autogenerate'
equal headway "$(sort "$log" | xargs)"
equal "$before" "$(cksum build/backend_migrations_headway/* build/backend)"
cp "$scratch/schema" "wanted schema.sql"
builds_after "putting the schema back" headway

# A generated revision makes it good.
sed -i 's/content TEXT NOT NULL,/&\n    edited_at DATETIME,/' "wanted schema.sql"
exits 0 "$HEADWAY_TOOL" revision --autogenerate -m "Remember edits" --rev-id 00ed17 --schema "wanted schema.sql"
exits 0 cmake --build build
exits 0 build/backend
prints 'Applied 3 revisions'
exits 0 build/backend
prints 'The database is up to date at 00ed17'
exits 0 "$HEADWAY_TOOL" check --database backend.db --schema "wanted schema.sql"
equal edited_at "$(sqlite3 backend.db "SELECT name FROM pragma_table_info('message') WHERE name LIKE 'edit%'")"
