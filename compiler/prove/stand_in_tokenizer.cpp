#include "prove/stand_in_tokenizer.hpp"

#include <sqlite3.h>

#include <memory>

namespace headway::compiler {
namespace {

using owned_statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

/// Nothing if SQLite lacks the function that it calls.
owned_statement prepare(sqlite3* db, const char* sql) {
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v2(db, sql, -1, &made, nullptr);
    return {made, &sqlite3_finalize};
}

/// FTS3 and FTS4 give and take the address of a tokenizer as a blob, where it is bound
/// (https://www.sqlite.org/fts3.html#custom_application_defined_tokenizers).
void stand_in_for_fts3(sqlite3* db, const std::string& name) {
    const owned_statement query = prepare(db, "SELECT fts3_tokenizer(?)");
    if (!query) return;
    sqlite3_bind_text(query.get(), 1, "simple", -1, SQLITE_STATIC);
    if (sqlite3_step(query.get()) != SQLITE_ROW) return;
    const owned_statement registration = prepare(db, "SELECT fts3_tokenizer(?, ?)");
    if (!registration) return;
    sqlite3_bind_text(registration.get(), 1, name.c_str(), -1, SQLITE_STATIC);
    sqlite3_bind_value(registration.get(), 2, sqlite3_column_value(query.get(), 0));
    sqlite3_step(registration.get());
}

/// (https://www.sqlite.org/fts5.html#extending_fts5)
fts5_api* api_of_fts5(sqlite3* db) {
    fts5_api* api = nullptr;
    const owned_statement query = prepare(db, "SELECT fts5(?1)");
    if (!query) return nullptr;
    sqlite3_bind_pointer(query.get(), 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(query.get());
    return api;
}

/// The default tokenizer, for one that takes arguments of its own.
struct default_tokenizer {
    fts5_tokenizer functions{};
    void* context = nullptr;
};

int create_without_arguments(void* context, const char**, int, Fts5Tokenizer** made) {
    const auto& standard = *static_cast<default_tokenizer*>(context);
    return standard.functions.xCreate(standard.context, nullptr, 0, made);
}

void destroy(void* context) {
    delete static_cast<default_tokenizer*>(context);
}

void stand_in_for_fts5(sqlite3* db, const std::string& name) {
    fts5_api* const api = api_of_fts5(db);
    if (api == nullptr) return;
    auto standard = std::make_unique<default_tokenizer>();
    if (api->xFindTokenizer(api, "unicode61", &standard->context, &standard->functions) != SQLITE_OK) return;
    fts5_tokenizer own = standard->functions;
    own.xCreate = &create_without_arguments;
    if (api->xCreateTokenizer(api, name.c_str(), standard.get(), &own, &destroy) == SQLITE_OK)
        static_cast<void>(standard.release()); // SQLite destroys it
}

} // namespace

void stand_in_for_tokenizer(sqlite3* db, const std::string& name) {
    stand_in_for_fts3(db, name);
    stand_in_for_fts5(db, name);
}

} // namespace headway::compiler
