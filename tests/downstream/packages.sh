#!/bin/sh
# What the set-up scripts do where packages are missing, with a counterfeit apt that notes how it is called.
. "$(dirname "$0")/checks.sh"

# A system with nothing but what `commands` names.
system=$scratch/bin
mkdir "$system"
for command in sh dirname env; do
    ln -s "$(command -v "$command")" "$system/$command"
done
counterfeit() {
    printf '#!/bin/sh\n%s\n' "$2" >"$system/$1"
    chmod +x "$system/$1"
}
start() { env -i PATH="$system" sh "$HEADWAY_SOURCE/cmake/$1.sh"; }
log=$scratch/log

exits 1 start demo
prints 'finds no apt to install them with: cmake ninja-build g++ libsqlite3-dev'
exits 1 start test
prints 'catch2 sqlite3 pkg-config clang-format-14 alembic'
exits 2 sh "$HEADWAY_SOURCE/cmake/test.sh" msvc
prints 'usage: sh cmake/test.sh [gcc|clang|tsan|mingw|aarch64|i686|static]'

counterfeit apt-get "echo apt-get \"\$@\" >>'$log'"
counterfeit dpkg-query "case \$4 in cmake) echo 'deinstall ok config-files' ;; g++) exit 1 ;; *) echo 'install ok installed' ;; esac"
counterfeit cmake "echo cmake \"\$@\" >>'$log'"
counterfeit id 'echo 1000'
exits 1 start test
prints 'Run this as root, then start again: apt-get install cmake g++'

counterfeit sudo "echo sudo >>'$log'; exec \"\$@\""
exits 0 start test
equal 'sudo apt-get update -q
sudo apt-get install -q -y --no-install-recommends cmake g++
cmake --workflow --preset gcc' "$(sed ':a; /^sudo$/ { N; s/\n/ /; }' "$log")"

rm "$log"
counterfeit id 'echo 0'
exits 0 start test
equal 'apt-get update -q
apt-get install -q -y --no-install-recommends cmake g++
cmake --workflow --preset gcc' "$(cat "$log")"

rm "$log"
counterfeit dpkg-query "echo 'install ok installed'"
exits 0 start test
equal 'cmake --workflow --preset gcc' "$(cat "$log")"
