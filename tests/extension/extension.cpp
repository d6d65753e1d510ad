// A loadable extension of SQLite for the tests: a function, a collation and a virtual table that no build
// machine has by itself.
//   slug(text)            'Hello World' becomes 'hello-world'
//   run(sql)              runs SQL on its own connection, as large extensions do; SQLite's result code
//   COLLATE backwards     compares bytes, the greatest first
//   USING digits          a table of one column, `digit`, with the rows 0 to 9
//   USING boxes           see boxes.cpp

#include <sqlite3ext.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <new>
#include <string>

SQLITE_EXTENSION_INIT1

extern const sqlite3_module boxes;

namespace {

void slug(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    std::string made(text == nullptr ? "" : text);
    for (char& c : made)
        c = c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    sqlite3_result_text(context, made.c_str(), static_cast<int>(made.size()), SQLITE_TRANSIENT);
}

void run(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const sql = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    sqlite3_result_int(context,
                       sqlite3_exec(sqlite3_context_db_handle(context), sql, nullptr, nullptr, nullptr));
}

int compare_backwards(void*, int left_size, const void* left, int right_size, const void* right) {
    const int order = std::memcmp(right, left, static_cast<std::size_t>(std::min(left_size, right_size)));
    return order != 0 ? order : right_size - left_size;
}

struct cursor : sqlite3_vtab_cursor {
    int digit = 0;
};

int connect(sqlite3* db, void*, int, const char* const*, sqlite3_vtab** made, char**) {
    *made = new (std::nothrow) sqlite3_vtab{};
    return *made == nullptr ? SQLITE_NOMEM : sqlite3_declare_vtab(db, "CREATE TABLE x (digit INTEGER)");
}

int disconnect(sqlite3_vtab* table) {
    delete table;
    return SQLITE_OK;
}

int plan(sqlite3_vtab*, sqlite3_index_info*) {
    return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** made) {
    *made = new (std::nothrow) cursor{};
    return *made == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int close(sqlite3_vtab_cursor* at) {
    delete static_cast<cursor*>(at);
    return SQLITE_OK;
}

int begin(sqlite3_vtab_cursor* at, int, const char*, int, sqlite3_value**) {
    static_cast<cursor*>(at)->digit = 0;
    return SQLITE_OK;
}

int advance(sqlite3_vtab_cursor* at) {
    ++static_cast<cursor*>(at)->digit;
    return SQLITE_OK;
}

int is_over(sqlite3_vtab_cursor* at) {
    return static_cast<cursor*>(at)->digit > 9 ? 1 : 0;
}

int column(sqlite3_vtab_cursor* at, sqlite3_context* context, int) {
    sqlite3_result_int(context, static_cast<cursor*>(at)->digit);
    return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* at, sqlite3_int64* id) {
    *id = static_cast<cursor*>(at)->digit;
    return SQLITE_OK;
}

constexpr sqlite3_module digits_module() {
    sqlite3_module made{};
    made.xCreate = made.xConnect = connect;
    made.xBestIndex = plan;
    made.xDisconnect = made.xDestroy = disconnect;
    made.xOpen = open;
    made.xClose = close;
    made.xFilter = begin;
    made.xNext = advance;
    made.xEof = is_over;
    made.xColumn = column;
    made.xRowid = rowid;
    return made;
}
constexpr sqlite3_module digits = digits_module();

} // namespace

extern "C" int sqlite3_extension_init(sqlite3* db, char**, const sqlite3_api_routines* api) {
    SQLITE_EXTENSION_INIT2(api)
    int code = sqlite3_create_function(db, "slug", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, slug,
                                       nullptr, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_create_function(db, "run", 1, SQLITE_UTF8, nullptr, run, nullptr, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_create_collation(db, "backwards", SQLITE_UTF8, nullptr, compare_backwards);
    if (code == SQLITE_OK) code = sqlite3_create_module(db, "boxes", &boxes, nullptr);
    return code == SQLITE_OK ? sqlite3_create_module(db, "digits", &digits, nullptr) : code;
}
