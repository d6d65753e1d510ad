#include "read/sha.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;

TEST_CASE("a digest is SHA-256 as FIPS 180-4 has it") {
    CHECK(sha_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("checksums of a file are those that sqlx and Prisma keep") {
    CHECK(sha_hex("", 256) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha_hex("abc", 384) == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                                 "8086072ba1e7cc2358baeca134c825a7");
}

} // namespace headway::tests
