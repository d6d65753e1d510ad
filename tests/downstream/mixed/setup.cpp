// What the program gives each of its connections.
#include "scramble.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace {

void call_scramble(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const std::string hash = scramble(text == nullptr ? "" : text);
    sqlite3_result_text(context, hash.c_str(), -1, SQLITE_TRANSIENT);
}

/// Compares texts from their ends.
int compare_backwards(void*, int left_size, const void* left, int right_size, const void* right) {
    std::string one(static_cast<const char*>(left), static_cast<std::size_t>(left_size));
    std::string other(static_cast<const char*>(right), static_cast<std::size_t>(right_size));
    std::reverse(one.begin(), one.end());
    std::reverse(other.begin(), other.end());
    return one.compare(other);
}

int create_letters(void*, const char**, int, Fts5Tokenizer** made) {
    *made = nullptr;
    return SQLITE_OK;
}

/// Each letter is a token.
int cut_letters(Fts5Tokenizer*, void* context, int, const char* text, int size,
                int (*token)(void*, int, const char*, int, int, int)) {
    int code = SQLITE_OK;
    for (int at = 0; at < size && code == SQLITE_OK; ++at) {
        code = token(context, 0, text + at, 1, at, at + 1);
    }
    return code;
}

/// https://www.sqlite.org/fts5.html#extending_fts5
fts5_api* find_fts5(sqlite3* db) {
    fts5_api* found = nullptr;
    sqlite3_stmt* query = nullptr;
    sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &query, nullptr);
    sqlite3_bind_pointer(query, 1, &found, "fts5_api_ptr", nullptr);
    sqlite3_step(query);
    sqlite3_finalize(query);
    if (found == nullptr) throw std::runtime_error("this SQLite has no FTS5");
    return found;
}

} // namespace

void headway_setup(sqlite3* db) {
    sqlite3_create_function(db, "scramble", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, &call_scramble,
                            nullptr, nullptr);
    sqlite3_create_collation(db, "backwards", SQLITE_UTF8, nullptr, &compare_backwards);
    fts5_api* const fts5 = find_fts5(db);
    fts5_tokenizer letters{&create_letters, [](Fts5Tokenizer*) {}, &cut_letters};
    fts5->xCreateTokenizer(fts5, "letters", nullptr, &letters, nullptr);
}
