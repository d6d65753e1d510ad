#include "layouts/fingerprint.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace headway::compiler {
namespace {

[[noreturn]] void fail() {
    throw std::runtime_error("OpenSSL cannot compute a checksum");
}

/// The register of a CRC-32 with the polynomial of zlib.
std::uint32_t advance(std::uint32_t crc, unsigned char byte) noexcept {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit)
        crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
    return crc;
}

/// SipHash-1-3 under the key 0, as Rust's hasher has it.
std::uint64_t sip_hash(std::string_view bytes) {
    const std::unique_ptr<EVP_MAC, void (*)(EVP_MAC*)> mac(EVP_MAC_fetch(nullptr, "SIPHASH", nullptr),
                                                           EVP_MAC_free);
    if (!mac) fail();
    const std::unique_ptr<EVP_MAC_CTX, void (*)(EVP_MAC_CTX*)> context(EVP_MAC_CTX_new(mac.get()),
                                                                       EVP_MAC_CTX_free);
    const std::array<unsigned char, 16> key{};
    unsigned int size = 8;
    unsigned int first = 1;
    unsigned int last = 3;
    const std::array parameters{OSSL_PARAM_construct_uint(OSSL_MAC_PARAM_SIZE, &size),
                                OSSL_PARAM_construct_uint(OSSL_MAC_PARAM_C_ROUNDS, &first),
                                OSSL_PARAM_construct_uint(OSSL_MAC_PARAM_D_ROUNDS, &last),
                                OSSL_PARAM_construct_end()};
    std::array<unsigned char, 8> result{};
    std::size_t length = 0;
    if (!context || EVP_MAC_init(context.get(), key.data(), key.size(), parameters.data()) != 1 ||
        EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) !=
            1 ||
        EVP_MAC_final(context.get(), result.data(), &length, result.size()) != 1)
        fail();
    std::uint64_t number = 0;
    for (std::size_t at = result.size(); at-- > 0;) // the least significant byte comes first
        number = number << 8U | result[at];
    return number;
}

} // namespace

std::string crc_of_lines(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::uint32_t crc = 0xffffffffU;
    for (const char byte : bytes) {
        if (byte != '\n' && byte != '\r') crc = advance(crc, static_cast<unsigned char>(byte));
    }
    return std::to_string(static_cast<std::int32_t>(~crc));
}

std::string refinery_checksum(std::string_view name, std::string_view version, std::string_view bytes) {
    std::uint32_t number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    std::string text(name);
    text += '\xff'; // ends a text
    for (int shift = 0; shift < 32; shift += 8)
        text += static_cast<char>(number >> static_cast<unsigned>(shift) & 255U);
    text += bytes;
    text += '\xff';
    return std::to_string(sip_hash(text));
}

} // namespace headway::compiler
