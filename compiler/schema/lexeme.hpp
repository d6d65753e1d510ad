#pragma once

#include "sql/token.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace headway {

/// The first token from `offset` on that is neither space nor comment.
[[nodiscard]] token next_meaning(std::string_view sql, std::size_t offset) noexcept;

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
    friend bool operator==(const lexeme&, const lexeme&) = default;
};
using lexemes = std::vector<lexeme>;

[[nodiscard]] lexemes normalise(std::string_view sql, statement_kind);
/// The text behind `DEFAULT`, where SQLite takes any name for a string: `Foo`, `"Foo"` and `'Foo'` are one.
[[nodiscard]] lexemes normalise_default(std::string_view sql);
/// The lexemes as one line of SQL for messages.
[[nodiscard]] std::string to_string(const lexemes&);

/// Whether a folded name is that of a column or an object of the schemas at hand.
using known_name = std::function<bool(const std::string&)>;

/// Whether two statements of valid schemas mean the same. `known` decides what `"…"` is.
[[nodiscard]] bool same_meaning(const lexemes&, const lexemes&, const known_name& known);

} // namespace headway
