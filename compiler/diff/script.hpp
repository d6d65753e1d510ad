#pragma once

#include "schema/preparation.hpp"
#include "sql/statement.hpp"

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A statement that SQLite refused, with the place of the trouble in the script.
class script_error : public std::runtime_error {
public:
    script_error(const std::string& message, std::size_t statement, std::size_t offset)
        : std::runtime_error(message), statement_(statement), offset_(offset) {}
    /// Where the statement begins.
    [[nodiscard]] std::size_t statement() const noexcept { return statement_; }
    [[nodiscard]] std::size_t offset() const noexcept { return offset_; }

private:
    std::size_t statement_;
    std::size_t offset_;
};

/// Runs the statements of `sql` one by one. Throws script_error; what ran before stays.
void run_script(SQLite::Database&, std::string_view sql);
/// The same of the statements that were found in it.
void run_script(SQLite::Database&, std::string_view sql, const std::vector<script_span>& statements);

/// An empty database in memory that can reach no file. Foreign keys are off.
[[nodiscard]] SQLite::Database open_scratch(const preparation&);
/// A database in memory with the content of `from`.
[[nodiscard]] SQLite::Database copy_scratch(SQLite::Database& from, const preparation&);

} // namespace headway::compiler
