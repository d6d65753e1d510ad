#!/bin/sh
# SOCI 4.0.3 and CppDB 0.3.1 (Debian 12: libsoci-dev, libcppdb-dev), SQLite 3.40.1.
#
# A runner of one's own that hands a whole migration file to `session << text` has it done as far as the first semicolon.
# Both libraries prepare that statement and throw away what SQLite says is left: no error, no log, also where the rest is
# no SQL at all. The version written afterwards says that all of it was applied. (Poco::Data 1.11.0 and wxSQLite3, given
# the same text, run all of it and refuse what is no SQL.)
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s g++ libsoci-dev libcppdb-dev libcppdb-sqlite3-0 >/dev/null 2>&1 ||
    apt-get install -qq -y g++ libsoci-dev libcppdb-dev libcppdb-sqlite3-0 >/dev/null
case $(dpkg-query -W -f '${Version} ' libcppdb-dev libsoci-dev) in
"0.3.1+dfsg-"*" 4.0.3-"*) ;;
*) echo "other versions than SOCI 4.0.3 and CppDB 0.3.1" && exit 1 ;;
esac

cd "$scratch"
cat >run.cpp <<'CPP'
#include <cppdb/frontend.h>
#include <iostream>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

static const std::string migration = "CREATE TABLE shelf (id INTEGER PRIMARY KEY);\n"
                                     "CREATE TABLE tool (id INTEGER PRIMARY KEY);\n"
                                     "this is no SQL;\n";
static const std::string count = "SELECT count(*) FROM sqlite_master";

int main()
{
    int tables = 0;
    soci::session one(soci::sqlite3, ":memory:");
    one << migration;
    one << count, soci::into(tables);
    std::cout << "SOCI: " << tables << " of 2 tables\n";
    cppdb::session other("sqlite3:db=:memory:");
    other << migration << cppdb::exec;
    (other << count << cppdb::row) >> tables;
    std::cout << "CppDB: " << tables << " of 2 tables\n";
}
CPP
g++ -I/usr/include/soci -o run run.cpp -lsoci_core -lsoci_sqlite3 -lcppdb
./run | tee seen
printf 'SOCI: 1 of 2 tables\nCppDB: 1 of 2 tables\n' | diff -u - seen
