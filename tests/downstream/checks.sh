# Sourced by the scripts of this folder. Each is a test that ctest starts with
#   HEADWAY_SOURCE    the repository,
#   HEADWAY_PREFIX    this build of Headway, installed,
#   HEADWAY_TOOL      its headway,
#   HEADWAY_BACKEND   the demonstration backend, built with that,
# and with CXX, CXXFLAGS, CMAKE_BUILD_TYPE and CMAKE_GENERATOR, which CMake takes from the environment.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
output=$scratch/output
: >"$output"

fail() {
    echo "FAILED: $*"
    echo "The last command printed:"
    cat "$output"
    exit 1
}

# exits CODE COMMAND...: keeps what the command prints in $output and insists on its exit code.
exits() {
    expected_code=$1
    shift
    code=0
    "$@" >"$output" 2>&1 || code=$?
    [ "$code" -eq "$expected_code" ] || fail "exit code $code instead of $expected_code: $*"
}

# prints TEXT: the last command did, wherever it broke the lines.
prints() {
    tr -s ' \n' '  ' <"$output" | grep -qF -e "$1" || fail "not printed: $1"
}

# equal EXPECTED ACTUAL
equal() {
    [ "$1" = "$2" ] || fail "expected: $1
  actual: $2"
}

# copy_backend DIRECTORY: the backend as a project of its own, migrations included.
copy_backend() {
    cp -RL "$HEADWAY_SOURCE/tests/downstream/backend" "$1"
}

# release PROJECT: takes out of a copy of the backend what ties it to today's revisions, the assertion in main.cpp
# and the lock file.
release() {
    sed -i '/^static_assert/d' "$1/main.cpp"
    rm -f "$1/migrations/headway.lock"
}

# add_second_head MIGRATIONS: what another branch added to the reference history, and locked.
add_second_head() {
    cat >"$1/5d0f2b7c9e13_add_avatars.sql" <<'SQL'
-- Add avatars.
--
-- Revision ID: 5d0f2b7c9e13
-- Revises: 001
-- Create Date: 2025-06-03 11:15:00+00:00

-- migrate:up
ALTER TABLE user ADD COLUMN avatar BLOB;

-- migrate:down
ALTER TABLE user DROP COLUMN avatar;
SQL
    exits 0 "$HEADWAY_TOOL" lock --directory "$1"
}
