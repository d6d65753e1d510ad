#include "read/code.hpp"
#include "read/source.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <new>
#include <stdexcept>

namespace headway::compiler {
namespace {

void require(int success) {
    if (success != 1) throw std::runtime_error("OpenSSL cannot compute SHA-256");
}

class hasher {
public:
    hasher();
    void number(std::uint64_t value);
    void text(std::string_view text);
    void names(const std::vector<spelled>& names);
    checksum finish();

private:
    struct free_context {
        void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, free_context> context_;
};

hasher::hasher() {
    // Nothing that OpenSSL's configuration file says matters here, and reading it costs more than hashing a
    // history of usual size.
    require(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr));
    context_.reset(EVP_MD_CTX_new());
    if (!context_) throw std::bad_alloc();
    require(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void hasher::number(std::uint64_t value) {
    std::array<unsigned char, 8> bytes;
    for (std::size_t index = 0; index < bytes.size(); ++index)
        bytes[index] = static_cast<unsigned char>(value >> (56 - 8 * index));
    require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

void hasher::text(std::string_view text) {
    number(text.size());
    require(EVP_DigestUpdate(context_.get(), text.data(), text.size()));
}

void hasher::names(const std::vector<spelled>& names) {
    number(names.size());
    for (const spelled& each : names)
        text(each.text);
}

checksum hasher::finish() {
    std::array<unsigned char, 32> bytes;
    require(EVP_DigestFinal_ex(context_.get(), bytes.data(), nullptr));
    checksum words{};
    for (std::size_t index = 0; index < bytes.size(); ++index)
        words[index / 8] = words[index / 8] << 8 | bytes[index];
    return words;
}

std::string_view option_of(const section& of) noexcept {
    return of.transaction ? "" : "transaction:false";
}

} // namespace

checksum checksum_of(const source& of) {
    hasher hash;
    hash.text(of.id.text);
    hash.names(of.revises);
    hash.names(of.depends_on);
    if (of.code) {
        hash.text("c++");
        hash.text(cpp_meaning(of.file->text));
        return hash.finish();
    }
    hash.text(option_of(of.up));
    hash.text(of.up.sql());
    hash.text(of.irreversible ? "irreversible" : option_of(of.down));
    hash.text(of.down.sql());
    return hash.finish();
}

checksum locked_checksum_of(const source& of) {
    if (of.of_engines.empty()) return of.checksum;
    hasher hash;
    hash.text(of.id.text);
    hash.names(of.revises);
    hash.names(of.depends_on);
    hash.text(of.of_engines);
    return hash.finish();
}

std::string to_hex(const checksum& of) {
    return fmt::format("{:016x}{:016x}{:016x}{:016x}", of[0], of[1], of[2], of[3]);
}

} // namespace headway::compiler
