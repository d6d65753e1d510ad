#!/bin/sh
# A history of SQL and C++ over a merge point, with a function, a collation and a tokenizer of the program: it is built,
# launched, and proven in the program; each planted bug fails that at its place.
. "$(dirname "$0")/checks.sh"

cp -R "$HEADWAY_SOURCE/tests/downstream/mixed" "$scratch/mixed"
cd "$scratch/mixed"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
prints '003_hash_passwords.cpp:12:6: note: new databases get no image: what C++ does is known to the program alone [no-image]'

# It upgrades, and takes back what can be.
exits 0 build/mixed app.db
prints 'applied 001 applied 002 applied 003 applied 004 applied 005 applied 006'
sqlite3 app.db "INSERT INTO page (id, author, body) VALUES (1, 1, 'First of all')"
exits 0 build/mixed app.db down 004
prints 'took back 006 took back 005'
exits 0 build/mixed app.db
equal First "$(sqlite3 app.db 'SELECT title FROM page')"
exits 1 build/mixed app.db down 001
prints 'revision 003 is irreversible: it says that what it did cannot be undone'
equal 006 "$(sqlite3 app.db 'SELECT version_num FROM alembic_version')"
equal '003||9 005||9' "$(sqlite3 app.db "SELECT DISTINCT revision, down, flags FROM headway_log WHERE revision IN ('003', '005')" | xargs)"
exits 1 "$HEADWAY_TOOL" downgrade 004 --directory migrations --database app.db
prints 'revision 005 is written in C++, in 005_name_pages.cpp: the program that links it can take it back, and nobody else'

# The proof in the program, and what released versions have left.
exits 0 ctest --test-dir build --output-on-failure
exits 0 build/mixed_migrations_test --directory migrations --fixtures fixtures --databases releases
prints '3 databases upgraded and looked at'
prints '6 revisions proven in the program, with SQLite 3.'

cp releases/1.0.db old.db
exits 0 build/mixed old.db
equal 'ada 667c6911 a' "$(sqlite3 -separator ' ' old.db \
    'SELECT user.name, password_hash, title FROM user JOIN page ON author = user.id WHERE page.id = 1')"

# It also writes what the next release is to upgrade.
exits 0 build/mixed_migrations_test --snapshot "$scratch" --fixtures fixtures
prints "$scratch/006.db"
equal 'page 1 user 2' "$(xargs <"$scratch/006.expect")"
exits 1 build/mixed_migrations_test --snapshot "$scratch"
prints "$scratch/006.db exists already"

# planted FILE SCRIPT EXPECTED...: with this bug in a file the test fails, and prints that.
planted() {
    file=$1
    cp "$file" "$scratch/kept"
    sed -i "$2" "$file"
    ! cmp -s "$file" "$scratch/kept" || fail "no bug was planted by $2"
    shift 2
    exits 0 cmake --build build
    exits 8 ctest --test-dir build --output-on-failure
    for expected; do prints "$expected"; done
    sleep 0.05
    cp "$scratch/kept" "$file"
}
place=$scratch/mixed/migrations
planted migrations/005_name_pages.cpp 's/"ALTER TABLE page DROP COLUMN title"/"SELECT 1"/' \
    "$place/005_name_pages.schema.sql:1:1: error: this is not what downgrade() of 005_name_pages.cpp does: table page has " \
    "$place/005_name_pages.cpp:30:1: error: down does not undo up: table page has \`null , title text\` instead of \`null )\` [round-trip]"
planted migrations/005_name_pages.schema.sql 's/title TEXT/title BLOB/' \
    "$place/005_name_pages.schema.sql:1:1: error: this is not what upgrade() of 005_name_pages.cpp does: table page has " '[twin]'
planted migrations/003_hash_passwords.cpp 's/DROP COLUMN password"/DROP COLUMN password; CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT, hash TEXT); INSERT INTO n SELECT * FROM user WHERE id < 12; DROP TABLE user; ALTER TABLE n RENAME TO user"/' \
    "$place/003_hash_passwords.cpp:12:1: error: table user has 1 of the 2 rows that it had before [rows-lost]"
planted migrations/003_hash_passwords.cpp 's/scramble(user.text(1)), //' \
    "$place/003_hash_passwords.cpp:15:1: error: this statement has 2 parameters, and 1 values are given [sql-error]"
planted setup.cpp 's/"letters", nullptr/"words", nullptr/' \
    "$place/002_search_pages.sql:7:1: error: no such tokenizer: letters [sql-error]"
planted releases/2.0.expect 's/page 3/page 4/' \
    "$scratch/mixed/releases/2.0.expect:2:1: error: table page is to have 4 rows, and has 3 [database]"
sqlite3 releases/1.0.db 'CREATE TABLE page_search (body)'
exits 8 ctest --test-dir build --output-on-failure
prints "$scratch/mixed/releases/1.0.db:1:1: error: this database cannot be upgraded: 002_search_pages.sql:7:22: table page_search already exists [database]"
sqlite3 releases/1.0.db 'DROP TABLE page_search'
rm migrations/005_name_pages.schema.sql
sed -i 's/(title)/(id)/' migrations/006_index_titles.sql
exits 0 cmake --build build
exits 8 ctest --test-dir build --output-on-failure
prints "$place/005_name_pages.cpp:23:1: error: upgrade() changes the schema, and there is no 005_name_pages.schema.sql that says how: "

# A function that is missing does not link, and the message names the revision.
cp "$HEADWAY_SOURCE"/tests/downstream/mixed/migrations/* migrations
sed -i '/^namespace {/i #if 0
/^void downgrade/i #endif' migrations/005_name_pages.cpp
exits 1 cmake --build build
prints '::revision_005::upgrade(headway::migration&)'
cp "$HEADWAY_SOURCE"/tests/downstream/mixed/migrations/* migrations

# A file that is added is noticed; one that is no migration is refused.
exits 0 "$HEADWAY_TOOL" revision --directory migrations --cpp -m 'Do nothing' --rev-id 007
sed -i 's/^}$/    db.progress();\n}/' migrations/007_*.cpp
exits 0 "$HEADWAY_TOOL" lock --directory migrations
exits 0 cmake --build build
exits 0 build/mixed app.db
prints 'applied 007'
echo 'int unrelated = 1;' >migrations/unrelated.cpp
exits 1 cmake --build build
prints "unrelated.cpp:1:1: error: the header lacks the lines '// Revision ID: unrelated.cpp' and '// Revises: <parent>' [header-missing]"
