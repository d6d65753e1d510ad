#pragma once

#include <string>
#include <string_view>

namespace headway::compiler {

/// The checksums that tools keep of a file, as their tables have them; `bytes` are those of the file as it
/// stands on the disk.

/// Flyway's: CRC-32 of the lines without their ends and without a byte order mark, as a signed number.
[[nodiscard]] std::string crc_of_lines(std::string_view bytes);
/// Refinery's: SipHash-1-3 of name, number and bytes, the way Rust hashes them, as an unsigned number.
[[nodiscard]] std::string refinery_checksum(std::string_view name, std::string_view version,
                                            std::string_view bytes);

} // namespace headway::compiler
