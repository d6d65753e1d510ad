#include "sqlite/image.hpp"

#include <cstdint>
#include <cstring>

namespace headway::detail {
namespace {

constexpr unsigned bits = 7;
constexpr unsigned more = 1U << bits;

void put_number(std::string& out, std::size_t number) {
    for (; number >= more; number >>= bits) {
        out += static_cast<char>((number & (more - 1)) | more);
    }
    out += static_cast<char>(number);
}

/// Takes a number from the front. More than there is of anything if it has no end.
std::size_t take_number(std::string_view& from) noexcept {
    std::uint64_t number = 0;
    for (unsigned shift = 0; !from.empty() && shift < 64; shift += bits) {
        const auto byte = static_cast<unsigned char>(from.front());
        from.remove_prefix(1);
        number |= std::uint64_t{byte & (more - 1)} << shift;
        if ((byte & more) == 0) return static_cast<std::size_t>(number);
    }
    return SIZE_MAX;
}

} // namespace

std::string pack_image(std::string_view image) {
    constexpr std::string_view gap("\0\0\0\0", 4); // fewer zeros take less room than two numbers
    std::string packed;
    while (!image.empty()) {
        const std::size_t bytes = image.find(gap) == image.npos ? image.size() : image.find(gap);
        put_number(packed, bytes);
        packed += image.substr(0, bytes);
        image.remove_prefix(bytes);
        const std::size_t end = image.find_first_not_of('\0');
        const std::size_t zeros = end == image.npos ? image.size() : end;
        put_number(packed, zeros);
        image.remove_prefix(zeros);
    }
    return packed;
}

bool unpack_image(std::string_view packed, unsigned char* into, std::size_t size) noexcept {
    while (!packed.empty()) {
        const std::size_t bytes = take_number(packed);
        if (bytes > packed.size() || bytes > size) return false;
        std::memcpy(into, packed.data(), bytes);
        packed.remove_prefix(bytes);
        const std::size_t zeros = take_number(packed);
        if (zeros > size - bytes) return false;
        into += bytes + zeros;
        size -= bytes + zeros;
    }
    return size == 0;
}

} // namespace headway::detail
