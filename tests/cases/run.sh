#!/bin/sh
# Runs one golden case: run.sh HEADWAY CASE_DIRECTORY [EXTENSION]
#
# The case holds `command`, a shell script that says `headway …`, `expected`, all that it prints (standard
# output and error together) with a last line `exit N`, and whatever files the command reads. It runs in a
# copy of the case, so that nothing it writes stays; its `.bin/extension.so` is EXTENSION. HEADWAY_UPDATE_CASES=1
# rewrites `expected`, but not where CI is set: there a case would pass whatever it prints.
set -u
tool=$1
case_directory=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
shared=$(dirname "$case_directory")/shared # what the cases of a group have in common
[ ! -d "$shared" ] || cp -R "$shared/." "$scratch"
cp -R "$case_directory/." "$scratch"
mkdir "$scratch/.bin"
ln -s "$tool" "$scratch/.bin/headway"
[ $# -lt 3 ] || ln -s "$3" "$scratch/.bin/extension.so"
actual=$(
    cd "$scratch" || exit 1
    PATH="$scratch/.bin:$PATH" NO_COLOR=1 TZ=UTC LC_ALL=C.UTF-8 sh ./command 2>&1
    printf 'exit %s\n' $?
)
if [ "${HEADWAY_UPDATE_CASES:-0}" = 1 ]; then
    if [ -n "${CI:-}" ]; then
        echo 'HEADWAY_UPDATE_CASES=1 rewrites what is expected, which is not for CI' >&2
        exit 1
    fi
    printf '%s\n' "$actual" >"$case_directory/expected"
elif ! printf '%s\n' "$actual" | diff -u "$case_directory/expected" -; then
    echo "the output of $case_directory/command is not what \`expected\` says"
    exit 1
fi
