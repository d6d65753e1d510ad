#include "read/sha.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace headway::compiler {

std::string sha_hex(std::string_view bytes, int bits) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size,
                   bits == 384 ? EVP_sha384() : EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL cannot compute SHA-2");
    std::string text;
    for (unsigned int at = 0; at < size; ++at) {
        text += digits[digest[at] >> 4U];
        text += digits[digest[at] & 15U];
    }
    return text;
}

} // namespace headway::compiler
