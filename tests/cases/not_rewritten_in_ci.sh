#!/bin/sh
# not_rewritten_in_ci.sh HEADWAY CORPUS CASES: under CI, what the cases expect is compared and never rewritten, whatever
# the environment asks for.
set -eu
headway=$1 corpus=$2 cases=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" "$scratch.before"' EXIT
export CI=true HEADWAY_UPDATE_CASES=1

refuses() { # COMMAND...
    if output=$("$@" 2>&1); then
        printf 'not refused: %s\n%s\n' "$*" "$output"
        exit 1
    fi
    case $output in
    *'not for CI'*) ;;
    *)
        printf 'refused for another reason: %s\n%s\n' "$*" "$output"
        exit 1
        ;;
    esac
}

cp -R "$cases/cli/heads" "$scratch/heads"
echo 'something else' >"$scratch/heads/expected"
sed 's/^ALTER TABLE/ALTER  TABLE/' "$cases/diff/autoincrement-renamed.sql" >"$scratch/pair.sql"
cp -R "$scratch" "$scratch.before"

refuses sh "$cases/run.sh" "$headway" "$scratch/heads"
refuses "$corpus" "$scratch/pair.sql"
diff -r "$scratch.before" "$scratch"
