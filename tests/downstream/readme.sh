#!/bin/sh
# The README's example builds and runs, its failing build prints what it says, and so does the session with a schema
# file of migrations/README.md.
. "$(dirname "$0")/checks.sh"

# code_of FILE: the code under the line that names FILE in the README.
code_of() {
    awk -v name="\`$1\`:" '$0 == name { named = 1; next }
        named && /^```/ { if (inside) exit; inside = 1; next }
        inside' "$HEADWAY_SOURCE/README.md"
}

mkdir -p "$scratch/example/migrations"
cd "$scratch/example"
code_of CMakeLists.txt >CMakeLists.txt
code_of main.cpp >main.cpp
code_of migrations/001_add_users.sql >migrations/001_add_users.sql
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
exits 0 build/backend
exits 0 build/backend
equal '001
CREATE TABLE user (id INTEGER PRIMARY KEY, name VARCHAR(64) NOT NULL)' "$(sqlite3 backend.db \
    "SELECT * FROM alembic_version; SELECT sql FROM sqlite_schema WHERE name = 'user'")"

code_of migrations/002_shorten_names.cpp >migrations/002_shorten_names.cpp
sqlite3 backend.db "INSERT INTO user (name) VALUES ('Ada of London')"
exits 0 cmake --build build
exits 0 build/backend
equal '002
Ada' "$(sqlite3 backend.db 'SELECT * FROM alembic_version; SELECT name FROM user')"

# failing_build NAME: what the build in "$output" says is what the README quotes under that name.
failing_build() {
    equal "$(sed -n "/^\`\`\`console $1\$/,/^\`\`\`\$/p" "$HEADWAY_SOURCE/README.md" | sed '1d; $d')" \
        "$(sed -n '/: error: /,$p' "$output" | sed "/^ninja:/d; s|^$scratch|~|")"
}

copy_backend "$scratch/backend"
cd "$scratch/backend"
index=migrations/122b81ebc3d7_add_compound_indexes_to_models.sql
sed -i '/^DROP INDEX ix_message_user_session_created/d' "$index"
exits 0 "$HEADWAY_TOOL" lock --directory migrations
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 1 cmake --build build
failing_build failing-proof
cd "$scratch"
rm -r backend
copy_backend "$scratch/backend"
cd "$scratch/backend"
add_second_head migrations
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 1 cmake --build build
failing_build failing-build

# The session, command by command, in a copy of the backend that has a schema file.
cd "$scratch"
rm -r backend
copy_backend "$scratch/backend"
release "$scratch/backend"
cd "$scratch/backend"
mkdir "$scratch/bin"
ln -s "$HEADWAY_TOOL" "$scratch/bin/headway"
PATH=$scratch/bin:$PATH
exits 0 headway lock
exits 0 headway schema -o schema.sql
sed -i 's/DIRECTORY migrations)/DIRECTORY migrations SCHEMA schema.sql)/' CMakeLists.txt
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
exits 0 build/backend
# block OPENING: the block of migrations/README.md that begins with that line.
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$HEADWAY_SOURCE/migrations/README.md" | sed '1d; $d'; }
block 'diff schema' >change.diff
exits 0 git apply change.diff
block 'console schema' >session
while IFS= read -r line; do
    case $line in
    '$ '*)
        printf '%s\n' "$line"
        sh -c "${line#$ }" 2>&1 || true
        ;;
    esac
done <session >"$output"
# Without what the build system says, and times.
comparable() {
    sed -e '/^\[[0-9]*\/[0-9]*\]/d; /^FAILED: /d; /^ninja: /d; /^cd .* && /d; /^\/usr\/bin\/cmake/d' \
        -e "s|$scratch|~|; s/[0-9.]* ms/… ms/; s/^-- Create Date: .*/-- Create Date: …/" "$@"
}
equal "$(comparable session)" "$(comparable "$output")"
