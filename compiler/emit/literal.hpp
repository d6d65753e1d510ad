#pragma once

#include <string>
#include <string_view>

namespace headway::compiler {

/// Appends `bytes` to `out` as adjacent string literals, indented and one to a line of source, which begin
/// anew behind every line end and NUL of `bytes`. Plain ASCII; no literal is longer than 2,100 bytes of
/// source, no escape reaches into the next character, and there are no trigraphs.
void render_literal(std::string& out, std::string_view bytes);

} // namespace headway::compiler
