#!/bin/sh
# odd_paths.sh GENERATOR: histories whose paths hold what file systems allow and hardly anybody uses. The tool runs when
# something has changed, and only then; what no build can name is refused.
. "$(dirname "$0")/checks.sh"
. "$(dirname "$0")/made_hosts.sh"
export CMAKE_GENERATOR="$1"
cd "$scratch"
log=$scratch/log
printf '#!/bin/sh\necho headway >>%s\nexec %s "$@"\n' "$log" "$HEADWAY_TOOL" >headway
chmod +x headway

odd="it's a & b \$HOME \`c\` d^ e*? f# g~ (h) [i] k<l> m=n@o,p+q!r%s{t} ü"
mkdir plain
migration plain paper
for where in "$odd" "plain/$odd"; do
    mkdir -p "$where"
    cp plain/migrations/001_start.sql "$where"
done
printf -- '-- migrate:up\nCREATE TABLE paper (id INTEGER PRIMARY KEY);\n-- migrate:down\nDROP TABLE paper;\n' >dbmate.sql
mkdir 'of dbmate'
cp dbmate.sql "of dbmate/20240101000000_$odd.sql"
mkdir "rows $odd"
echo 'INSERT INTO paper VALUES (1);' >"rows $odd/001.sql"

cat >CMakeLists.txt <<CMAKE
cmake_minimum_required(VERSION 3.24)
project(odd LANGUAGES CXX)
find_package(Headway REQUIRED)
file(READ odd odd)
add_migrations(in_directory DIRECTORY "\${odd}")
add_migrations(in_file DIRECTORY "of dbmate" LAYOUT dbmate)
add_migrations(with_rows DIRECTORY plain/migrations FIXTURES "rows \${odd}")
add_executable(host main.cpp)
target_link_libraries(host PRIVATE in_directory in_file with_rows)
CMAKE
printf %s "$odd" >odd
cat >main.cpp <<'CPP'
#include "in_directory.hpp"
#include "in_file.hpp"
#include "with_rows.hpp"
int main() { return in_directory::history.count + in_file::history.count + with_rows::history.count == 3 ? 0 : 1; }
CPP
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" -D HEADWAY_COMPILER_EXECUTABLE="$scratch/headway"

# after CHANGE runs NUMBER: a build now runs the tool that often, and a further one not at all.
after() {
    for number in "$3" 0; do
        sleep 0.05 # file times have steps of a few milliseconds
        : >"$log"
        exits 0 cmake --build build
        equal "after $1: $number" "after $1: $(wc -l <"$log")"
    done
    sleep 0.05
}
after "the first configuration" runs 3
exits 0 build/host
touch "$odd/001_start.sql"
after "touching a file in an odd directory" runs 1
touch "of dbmate/20240101000000_$odd.sql"
after "touching a file with an odd name" runs 1
touch "rows $odd/001.sql"
after "touching an odd file of rows" runs 1
cp dbmate.sql "of dbmate/20240102000000_another $odd.sql"
sed -i 's/paper/glass/' "of dbmate/20240102000000_another $odd.sql"
after "adding a file with an odd name" runs 1
rm "of dbmate/20240102000000_another $odd.sql"
after "removing it" runs 1

# The whole project may lie there, where Ninja itself compiles C++ each time, and CMake writes no Makefiles that work.
if [ "$1" = Ninja ]; then
    mkdir "whole $odd"
    cp -R CMakeLists.txt main.cpp odd plain "$odd" 'of dbmate' "rows $odd" "whole $odd"
    exits 0 cmake -S "whole $odd" -B "build of whole" -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" \
        -D HEADWAY_COMPILER_EXECUTABLE="$scratch/headway"
    for number in 3 0; do
        : >"$log"
        exits 0 cmake --build "build of whole"
        equal "a project that lies there: $number" "a project that lies there: $(wc -l <"$log")"
        sleep 0.05
    done
fi

unnamed='a;b a|b a"b a\b a[b'
case $1 in *Makefiles) unnamed="$unnamed a:b" ;; esac
for name in $unnamed; do
    mkdir -p "refused/$name" refused/files
    cp dbmate.sql "refused/$name/20240101000000_start.sql"
    cp dbmate.sql refused/files/20240102000000_next.sql
    cp dbmate.sql "refused/files/20240101000000_$name.sql"
    for directory in "$name" files; do
        printf %s "$directory" >refused/directory
        printf '%s\n' 'cmake_minimum_required(VERSION 3.24)' 'project(refused LANGUAGES CXX)' \
            'find_package(Headway REQUIRED)' 'file(READ directory directory)' \
            'add_migrations(refused_migrations DIRECTORY "${directory}" LAYOUT dbmate)' >refused/CMakeLists.txt
        exits 1 cmake -S refused -B refused.build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
        prints 'path that builds cannot name. Rename it without any of ; | " \, an unpaired [ or ], and for Make a colon.'
    done
    rm "refused/files/20240101000000_$name.sql"
done
