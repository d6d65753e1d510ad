#pragma once

#include <cstddef>
#include <string_view>

namespace headway::compiler {

/// Bytes of the code point that begins at `at`, 1 to 4; 0 if none does: the bytes there are no UTF-8 (RFC
/// 3629: overlong forms, surrogates and what lies beyond U+10FFFF are none).
[[nodiscard]] std::size_t code_point_size(std::string_view text, std::size_t at) noexcept;

/// The offset of the first byte that belongs to no code point, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text) noexcept;

/// Code points of the text; a byte that belongs to none counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

} // namespace headway::compiler
