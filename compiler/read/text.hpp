#pragma once

#include "diagnostics/diagnostic.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace headway::compiler {

/// The bytes of a file without a byte order mark and with LF line ends, so that they are the same on every
/// checkout.
[[nodiscard]] std::string normalise(std::string_view bytes);

/// Reports NUL bytes and bytes that are no UTF-8; true if there are none.
[[nodiscard]] bool check_encoding(const std::shared_ptr<const source_text>& file, diagnostics& found);

/// White space as SQLite has it, at both ends or at one.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
[[nodiscard]] std::string_view trim_end(std::string_view text) noexcept;

/// Without the blank lines at its beginning and the space at its end. What the first line is indented by
/// stays.
[[nodiscard]] std::string_view trim_lines(std::string_view text) noexcept;

/// The place of a part of the file's text: `part` must be a view into it.
[[nodiscard]] location place_of(const std::shared_ptr<const source_text>& file, std::string_view part);

} // namespace headway::compiler
