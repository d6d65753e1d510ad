#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway::detail {

/// The image of a database with its runs of zeros left out, of which it mostly consists. Again and again: how
/// many bytes follow, these bytes, how many zeros follow; numbers as in protocol buffers, 7 bits in a byte.
[[nodiscard]] std::string pack_image(std::string_view image);

/// Writes what was packed into `size` bytes that are 0. False if it is something else.
[[nodiscard]] bool unpack_image(std::string_view packed, unsigned char* into, std::size_t size) noexcept;

} // namespace headway::detail
