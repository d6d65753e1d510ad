#include "diagnostics/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace headway::compiler {
namespace {

constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;

/// Skips ASCII, eight bytes at once.
std::size_t behind_ascii(std::string_view text, std::size_t at) noexcept {
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

struct lead {
    std::size_t size;     ///< Bytes of the whole code point; 0 for a byte that leads none.
    unsigned char lowest; ///< The range of the second byte.
    unsigned char highest;
};

/// The table of RFC 3629, section 4.
constexpr lead lead_of(unsigned char byte) noexcept {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

} // namespace

std::size_t code_point_size(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const lead first = lead_of(byte(at));
    if (first.size == 1) return 1;
    if (first.size == 0 || at + first.size > text.size()) return 0;
    if (byte(at + 1) < first.lowest || byte(at + 1) > first.highest) return 0;
    for (std::size_t next = at + 2; next < at + first.size; ++next) {
        if ((byte(next) & 0xC0) != 0x80) return 0;
    }
    return first.size;
}

std::size_t find_invalid_utf8(std::string_view text) noexcept {
    for (std::size_t at = behind_ascii(text, 0); at < text.size(); at = behind_ascii(text, at)) {
        const std::size_t size = code_point_size(text, at);
        if (size == 0) return at;
        at += size;
    }
    return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += std::max<std::size_t>(1, code_point_size(text, at));
    }
    return count;
}

} // namespace headway::compiler
