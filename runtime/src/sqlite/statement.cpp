#include "sqlite/statement.hpp"

#include <sqlite3.h>

#include <utility>

namespace headway::detail {

sqlite_statement::sqlite_statement(sqlite_statement&& from) noexcept
    : statement_(std::exchange(from.statement_, nullptr)) {}

sqlite_statement& sqlite_statement::operator=(sqlite_statement&& from) noexcept {
    std::swap(statement_, from.statement_);
    return *this;
}

sqlite_statement::~sqlite_statement() {
    sqlite3_finalize(statement_);
}

int sqlite_statement::prepare(sqlite3* db, const char* sql, const char** tail, bool keep) noexcept {
    sqlite3_finalize(std::exchange(statement_, nullptr));
    return sqlite3_prepare_v3(db, sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0, &statement_, tail);
}

int sqlite_statement::parameters() const noexcept {
    return sqlite3_bind_parameter_count(statement_);
}

int sqlite_statement::bind(int parameter, std::string_view text) noexcept {
    const char* bytes = text.data() == nullptr ? "" : text.data(); // a null pointer would bind NULL
    return sqlite3_bind_text64(statement_, parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

int sqlite_statement::bind(int parameter, std::int64_t number) noexcept {
    return sqlite3_bind_int64(statement_, parameter, number);
}

int sqlite_statement::bind(int parameter, double number) noexcept {
    return sqlite3_bind_double(statement_, parameter, number);
}

int sqlite_statement::bind(int parameter, const void* bytes, std::size_t size) noexcept {
    return size == 0 ? sqlite3_bind_zeroblob(statement_, parameter, 0)
                     : sqlite3_bind_blob64(statement_, parameter, bytes, size, SQLITE_STATIC);
}

int sqlite_statement::step() noexcept {
    return sqlite3_step(statement_);
}

void sqlite_statement::reset() noexcept {
    if (!exists()) return;
    sqlite3_reset(statement_);
}

int sqlite_statement::columns() const noexcept {
    return sqlite3_column_count(statement_);
}

bool sqlite_statement::is_null(int column) const noexcept {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

bool sqlite_statement::is_text(int column) const noexcept {
    return sqlite3_column_type(statement_, column) == SQLITE_TEXT;
}

std::string_view sqlite_statement::text(int column) const noexcept {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t sqlite_statement::number(int column) const noexcept {
    return sqlite3_column_int64(statement_, column);
}

} // namespace headway::detail
