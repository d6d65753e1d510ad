#pragma once

#include <string>
#include <string_view>

namespace headway::compiler {

/// Text from a file or a database as it may be printed: what would move a terminal's cursor, change its
/// colours or turn the order of letters, and bytes that are no UTF-8, are replaced, each by one U+FFFD. Those
/// of `kept` stay.
[[nodiscard]] std::string shown(std::string_view text, std::string_view kept = "");

/// The same for messages of several lines: line ends stay, but no line can be taken for a command to the
/// runner of a workflow, which begins with `::`.
[[nodiscard]] std::string shown_lines(std::string_view text);

} // namespace headway::compiler
