// A module whose rows stand in a table of its own that SQLite does not know for a shadow table, and that
// stays behind when the virtual table is renamed: `v_cells00` of a table `v` of one column, `text`.

#include <sqlite3ext.h>

#include <new>
#include <string>

SQLITE_EXTENSION_INIT3

namespace {

struct box : sqlite3_vtab {
    sqlite3* db = nullptr;
    std::string cells; ///< As SQL spells it.
};

struct reading : sqlite3_vtab_cursor {
    sqlite3_stmt* rows = nullptr;
    int code = SQLITE_DONE;
};

std::string cells_of(const char* const* names) {
    char* const quoted = sqlite3_mprintf("\"%w\".\"%w_cells00\"", names[1], names[2]);
    std::string text(quoted == nullptr ? "" : quoted);
    sqlite3_free(quoted);
    return text;
}

int run(sqlite3* db, const std::string& sql) {
    return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
}

int connect(sqlite3* db, void*, int, const char* const* names, sqlite3_vtab** made, char**) {
    auto* const one = new (std::nothrow) box{};
    if (one == nullptr) return SQLITE_NOMEM;
    one->db = db;
    one->cells = cells_of(names);
    *made = one;
    return sqlite3_declare_vtab(db, "CREATE TABLE x (text)");
}

int create(sqlite3* db, void* aux, int count, const char* const* names, sqlite3_vtab** made, char** message) {
    const int code = run(db, "CREATE TABLE " + cells_of(names) + " (text)");
    return code == SQLITE_OK ? connect(db, aux, count, names, made, message) : code;
}

int disconnect(sqlite3_vtab* table) {
    delete static_cast<box*>(table);
    return SQLITE_OK;
}

int destroy(sqlite3_vtab* table) {
    const auto* const one = static_cast<box*>(table);
    const int code = run(one->db, "DROP TABLE IF EXISTS " + one->cells);
    return code == SQLITE_OK ? disconnect(table) : code;
}

int plan(sqlite3_vtab*, sqlite3_index_info*) {
    return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** made) {
    *made = new (std::nothrow) reading{};
    return *made == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int close(sqlite3_vtab_cursor* at) {
    sqlite3_finalize(static_cast<reading*>(at)->rows);
    delete static_cast<reading*>(at);
    return SQLITE_OK;
}

int advance(sqlite3_vtab_cursor* at) {
    auto* const now = static_cast<reading*>(at);
    now->code = sqlite3_step(now->rows);
    return now->code == SQLITE_ROW || now->code == SQLITE_DONE ? SQLITE_OK : now->code;
}

int begin(sqlite3_vtab_cursor* at, int, const char*, int, sqlite3_value**) {
    auto* const now = static_cast<reading*>(at);
    const auto* const one = static_cast<box*>(at->pVtab);
    sqlite3_finalize(now->rows);
    now->rows = nullptr;
    const std::string sql = "SELECT text, rowid FROM " + one->cells;
    const int code = sqlite3_prepare_v2(one->db, sql.c_str(), -1, &now->rows, nullptr);
    return code == SQLITE_OK ? advance(at) : code;
}

int is_over(sqlite3_vtab_cursor* at) {
    return static_cast<reading*>(at)->code != SQLITE_ROW ? 1 : 0;
}

int column(sqlite3_vtab_cursor* at, sqlite3_context* context, int) {
    sqlite3_result_value(context, sqlite3_column_value(static_cast<reading*>(at)->rows, 0));
    return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* at, sqlite3_int64* id) {
    *id = sqlite3_column_int64(static_cast<reading*>(at)->rows, 1);
    return SQLITE_OK;
}

int rename(sqlite3_vtab*, const char*) {
    return SQLITE_OK;
}

constexpr sqlite3_module boxes_module() {
    sqlite3_module made{};
    made.xCreate = create;
    made.xConnect = connect;
    made.xBestIndex = plan;
    made.xDisconnect = disconnect;
    made.xDestroy = destroy;
    made.xOpen = open;
    made.xClose = close;
    made.xFilter = begin;
    made.xNext = advance;
    made.xEof = is_over;
    made.xColumn = column;
    made.xRowid = rowid;
    made.xRename = rename;
    return made;
}

} // namespace

extern const sqlite3_module boxes;
const sqlite3_module boxes = boxes_module();
