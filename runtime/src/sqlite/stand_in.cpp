#include "sqlite/stand_in.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace headway::detail {
namespace {

constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

void return_first(sqlite3_context* context, int count, sqlite3_value** values) {
    if (count > 0) sqlite3_result_value(context, values[0]);
}
void pass_over(sqlite3_context*, int, sqlite3_value**) {}
void return_null(sqlite3_context*) {}

int compare_bytes(void*, int left_size, const void* left, int right_size, const void* right) {
    const int order = std::memcmp(left, right, static_cast<std::size_t>(std::min(left_size, right_size)));
    return order != 0 ? order : left_size - right_size;
}

} // namespace

int stand_in_for_function(sqlite3* db, const char* name, int arity) noexcept {
    return sqlite3_create_function(db, name, arity, flags, nullptr, &return_first, nullptr, nullptr);
}

int stand_in_for_aggregate(sqlite3* db, const char* name, int arity) noexcept {
    return sqlite3_create_window_function(db, name, arity, flags, nullptr, &pass_over, &return_null,
                                          &return_null, &pass_over, nullptr);
}

int stand_in_for_collation(sqlite3* db, const char* name) noexcept {
    return sqlite3_create_collation(db, name, SQLITE_UTF8, nullptr, &compare_bytes);
}

} // namespace headway::detail
