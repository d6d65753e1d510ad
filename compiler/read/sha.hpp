#pragma once

#include <string>
#include <string_view>

namespace headway::compiler {

/// SHA-256 or SHA-384 (FIPS 180-4), by the number of their bits, as hexadecimal digits in lower case.
[[nodiscard]] std::string sha_hex(std::string_view bytes, int bits = 256);

} // namespace headway::compiler
