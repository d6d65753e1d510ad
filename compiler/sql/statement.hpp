#pragma once

#include "sql/language.hpp"
#include <cstddef>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The offset of what has no place in a text.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// A statement in its script.
struct script_span {
    std::size_t begin; ///< Of its first token.
    std::size_t end;   ///< Of its last token but for the semicolon.
    std::size_t next;  ///< Behind its semicolon.
    /// Its bytes, without the semicolon.
    [[nodiscard]] std::string_view in(std::string_view script) const noexcept {
        return script.substr(begin, end - begin);
    }
};

/// The statements of a script, as SQLite would take them one by one.
[[nodiscard]] std::vector<script_span> find_statements(std::string_view script);

} // namespace headway::compiler
