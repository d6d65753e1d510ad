#pragma once

#include "sql/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// What a statement of `sqlite_schema` is read as, since names and strings look alike.
enum class statement_kind : std::uint8_t { table, virtual_table, other };

enum class lexeme_kind : std::uint8_t {
    word,    ///< A bare keyword or name, folded.
    name,    ///< A quoted token that can only be a name, folded.
    either,  ///< `"…"` where an expression may stand: a name if there is such a name, else a string; exact.
    literal, ///< A string (decoded, behind one `'`), number or blob; exact.
    symbol,
};

/// A token in the form in which equality sees it: no space, no comment, no quotes.
struct lexeme {
    lexeme_kind kind;
    std::string text;
    friend bool operator==(const lexeme& left, const lexeme& right) noexcept {
        return left.kind == right.kind && left.text == right.text;
    }
};
using lexemes = std::vector<lexeme>;

/// Which of the two a statement is that made a table.
[[nodiscard]] statement_kind kind_of_table(std::string_view sql) noexcept;
/// Whether a bare word, folded, is a value; quoted it would be a name or a string.
[[nodiscard]] bool is_value(std::string_view folded) noexcept;

/// What SQLite takes in any order, the clauses of a column and the constraints of a table, is put into one;
/// what says nothing, such as ASC, is left out.
[[nodiscard]] lexemes normalise(std::string_view sql, statement_kind);
/// The text behind `DEFAULT`, where SQLite takes any name for a string: `Foo`, `"Foo"` and `'Foo'` are one,
/// and so are `0`, `(0)` and `FALSE`.
[[nodiscard]] lexemes normalise_default(std::string_view sql);

} // namespace headway::detail
