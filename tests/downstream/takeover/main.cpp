// TOOL DATABASE [by-schema]: takes a database over from the tool whose migrations are linked in, and upgrades
// it.
#include HISTORY_HEADER

#include <headway/headway.hpp>

#include <sqlite3.h>

#include <cstdio>
#include <string>

int main(int count, char** arguments) {
    sqlite3* db = nullptr;
    if (sqlite3_open(arguments[1], &db) != SQLITE_OK) return 2;
    headway::options chosen;
    if (count > 2) chosen.unstamped = headway::adopt::by_schema;
    int code = 0;
    try {
        const headway::report done = headway::upgrade(db, HISTORY::history, "head", chosen);
        std::printf("taken over from %s, %d applied\n", std::string(done.adopted).c_str(),
                    static_cast<int>(done.steps.size()));
    } catch (const headway::error& refused) {
        const std::string what = refused.what();
        std::printf("%s\n", what.substr(0, what.find('\n')).c_str());
        code = 1;
    }
    sqlite3_close(db);
    return code;
}
