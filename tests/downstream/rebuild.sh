#!/bin/sh
# What runs again when a file of the migrations comes, goes or changes, and what does not, for each generator.
. "$(dirname "$0")/checks.sh"
export CMAKE_GENERATOR="$1"
log=$scratch/log

# logged NAME COMMAND: makes a program that notes NAME in the log and runs COMMAND.
logged() {
    cat >"$scratch/$1" <<SCRIPT
#!/bin/sh
echo $1 >>'$log'
exec $2 "\$@"
SCRIPT
    chmod +x "$scratch/$1"
}
# A launcher that notes the source file's name.
cat >"$scratch/launcher" <<SCRIPT
#!/bin/sh
for argument; do
    case \$argument in *.cpp) basename "\$argument" >>'$log' ;; esac
done
exec "\$@"
SCRIPT
chmod +x "$scratch/launcher"

copy_backend "$scratch/my backend"
release "$scratch/my backend"
cd "$scratch/my backend"
first=migrations/001_consolidated_initial_migration.sql
second=migrations/122b81ebc3d7_add_compound_indexes_to_models.sql
logged headway "'$HEADWAY_TOOL'"
logged link ''
configure() {
    exits 0 cmake -S . -B "$scratch/my build" -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" \
        -D HEADWAY_COMPILER_EXECUTABLE="$scratch/headway" \
        -D CMAKE_CXX_COMPILER_LAUNCHER="$scratch/launcher" \
        -D CMAKE_CXX_LINKER_LAUNCHER="$scratch/link"
}
configure

# after CHANGE runs NAMES...: a build now runs exactly these, and a further one nothing.
after() {
    change=$1
    shift 2
    for expected in "$*" ''; do
        sleep 0.05 # file times have steps of a few milliseconds
        : >"$log"
        exits 0 cmake --build "$scratch/my build"
        equal "after $change ran: $expected" "after $change ran: $(sort "$log" | xargs)"
        change="$change, again,"
    done
    sleep 0.05
}

after "the first configuration" runs backend_migrations.cpp headway link main.cpp
touch "$first"
after "touching a migration" runs headway
sed -i '1s/.*/-- The first migration./' "$first"
after "editing a summary" runs backend_migrations.cpp headway link
sed -i 's/^-- Users, the/-- The users, the/' "$first"
after "editing a header comment" runs headway
sed -i 's/^DROP TABLE user;/DROP TABLE "user";/' "$first"
after "editing SQL" runs backend_migrations.cpp headway link
cat >migrations/7e4c1d90ab52_add_titles.sql <<'SQL'
-- Add titles.
--
-- Revision ID: 7e4c1d90ab52
-- Revises: 122b81ebc3d7

-- migrate:up
CREATE TABLE title (id INTEGER PRIMARY KEY, text VARCHAR(64) NOT NULL);

-- migrate:down
DROP TABLE title;
SQL
after "adding a migration" runs backend_migrations.cpp headway link main.cpp
sed -i 's/VARCHAR(64)/VARCHAR(99)/' migrations/7e4c1d90ab52_add_titles.sql
after "editing the new migration" runs backend_migrations.cpp headway link
mv migrations/7e4c1d90ab52_add_titles.sql migrations/7e4c1d90ab52_add_long_titles.sql
after "renaming a migration" runs backend_migrations.cpp headway link
rm migrations/7e4c1d90ab52_add_long_titles.sql
after "removing a migration" runs backend_migrations.cpp headway link main.cpp
touch "$scratch/headway"
after "building the tool anew" runs headway
sed -i 's/^DROP TABLE "user";/DROP TABLE user;/' "$first"
configure
after "editing SQL and configuring" runs backend_migrations.cpp headway link
configure
after "configuring alone" runs

# CMake itself runs for Make when a file comes or goes, and then links anew.
case $1 in Ninja) linked= ;; *) linked=' link' ;; esac
exits 0 "$HEADWAY_TOOL" lock --directory migrations
after "adding a lock file" runs "headway$linked"
touch migrations/headway.lock
after "touching the lock file" runs headway
rm migrations/headway.lock
after "removing the lock file" runs "headway$linked"

# A build that fails leaves what there was, and is made good by correcting the file.
cp "$second" "$scratch/second"
before=$(cd "$scratch/my build" && cksum backend_migrations_headway/* backend)
sed -i 's/^-- Revises: 001/-- Revises: 002/' "$second"
! cmake --build "$scratch/my build" >"$output" 2>&1 || fail "a build with an unknown parent succeeds"
prints '[unknown-parent]'
equal "$before" "$(cd "$scratch/my build" && cksum backend_migrations_headway/* backend)"
cp "$scratch/second" "$second"
after "correcting a mistake" runs headway
