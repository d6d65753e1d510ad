#pragma once

#include <string>
#include <string_view>

namespace headway::compiler {

/// Text from files as each format can hold it. Control characters, which could command a terminal and which
/// XML does not know, become U+FFFD; where `lines` is true, LF and tab stay.
[[nodiscard]] std::string escape_terminal(std::string_view text);
/// For XML and HTML, in text and in attributes with double quotes.
[[nodiscard]] std::string escape_markup(std::string_view text, bool lines = false);
/// For a string of Graphviz, without its quotes.
[[nodiscard]] std::string escape_dot(std::string_view text);
/// For a label of Mermaid between double quotes.
[[nodiscard]] std::string escape_mermaid(std::string_view text);

} // namespace headway::compiler
