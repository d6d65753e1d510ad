#pragma once

#include "sql/spelled_name.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace headway::detail {

/// A prepared statement, finalized with its owner. Functions return SQLite's result codes.
class sqlite_statement {
public:
    sqlite_statement() noexcept = default;
    sqlite_statement(sqlite_statement&&) noexcept;
    sqlite_statement& operator=(sqlite_statement&&) noexcept;
    ~sqlite_statement();

    /// Prepares the first statement of `sql`, which ends in a NUL; `tail`, if given, becomes what follows it.
    int prepare(sqlite3*, const char* sql, const char** tail = nullptr, bool keep = false) noexcept;
    /// False if nothing is prepared, or the text held nothing but comments.
    [[nodiscard]] bool exists() const noexcept { return statement_ != nullptr; }
    [[nodiscard]] sqlite3_stmt* handle() const noexcept { return statement_; }

    [[nodiscard]] int parameters() const noexcept;
    int bind(int parameter, std::string_view text) noexcept;
    int bind(int parameter, std::int64_t number) noexcept;
    int bind(int parameter, double number) noexcept;
    int bind(int parameter, const void* bytes, std::size_t size) noexcept;
    int step() noexcept;
    /// What is bound stays so, but is read by no other step than the next.
    void reset() noexcept;

    [[nodiscard]] int columns() const noexcept;
    [[nodiscard]] bool is_null(int column) const noexcept;
    [[nodiscard]] bool is_text(int column) const noexcept;
    /// Good until the next step or reset.
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] std::int64_t number(int column) const noexcept;

private:
    sqlite3_stmt* statement_ = nullptr;
};

} // namespace headway::detail
