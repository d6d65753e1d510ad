#include "catch.hpp"
#include "sqlite/image.hpp"

#include <random>
#include <string>
#include <vector>

namespace headway::tests {
namespace {
using detail::pack_image;
using detail::unpack_image;

std::string unpacked(const std::string& packed, std::size_t size) {
    std::string bytes(size, '\0');
    const bool whole = unpack_image(packed, reinterpret_cast<unsigned char*>(bytes.data()), size);
    return whole ? bytes : "refused";
}

} // namespace

TEST_CASE("what is packed without its zeros is unpacked with them") {
    std::mt19937 chance(1);
    for (const std::size_t size : std::vector<std::size_t>{0, 1, 3, 4, 5, 127, 128, 129, 4096, 70'000}) {
        for (const unsigned rarity : {1U, 2U, 9U, 3000U}) {
            std::string bytes(size, '\0');
            for (char& byte : bytes) {
                if (chance() % rarity == 0) byte = static_cast<char>(chance());
            }
            CHECK(unpacked(pack_image(bytes), size) == bytes);
        }
    }
    CHECK(pack_image(std::string(4'000'000, '\0')).size() < 10);
}

TEST_CASE("what was not packed so is refused, and nothing is written behind the end") {
    const std::string bytes = "head" + std::string(5000, '\0') + "tail" + std::string(100, '\0');
    const std::string packed = pack_image(bytes);
    CHECK(unpacked(packed, bytes.size() - 1) == "refused");
    CHECK(unpacked(packed, bytes.size() + 1) == "refused");
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK(unpacked(packed.substr(0, size), bytes.size()) == "refused");
    }
    std::mt19937 chance(2);
    for (int round = 0; round < 10'000; ++round) {
        std::string damaged = packed;
        for (int byte = 0; byte < 3; ++byte) {
            damaged[chance() % damaged.size()] = static_cast<char>(chance());
        }
        std::string room(bytes.size() + 16, '\x55');
        (void)unpack_image(damaged, reinterpret_cast<unsigned char*>(room.data()), bytes.size());
        CHECK(room.substr(bytes.size()) == std::string(16, '\x55'));
    }
    CHECK(unpacked(std::string(20, '\xff'), 10) == "refused");
}

} // namespace headway::tests
