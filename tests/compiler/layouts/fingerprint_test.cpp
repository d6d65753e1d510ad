#include "layouts/fingerprint.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;

TEST_CASE("Flyway's checksum is of the lines without their ends, and signed") {
    CHECK(crc_of_lines("") == "0");
    CHECK(crc_of_lines("123456789") == "-873187034"); // 0xcbf43926, the check value of CRC-32
    CHECK(crc_of_lines("12345\r\n67\n89\n") == crc_of_lines("123456789"));
    CHECK(crc_of_lines("\xEF\xBB\xBF"
                       "123456789") == crc_of_lines("123456789"));
    CHECK(crc_of_lines("a") != crc_of_lines("b"));
}

TEST_CASE("Refinery's checksum depends on name, number and bytes") {
    const std::string one = refinery_checksum("create", "1", "SELECT 1;");
    CHECK(one.find_first_not_of("0123456789") == one.npos);
    CHECK(one != refinery_checksum("created", "1", "SELECT 1;"));
    CHECK(one != refinery_checksum("create", "2", "SELECT 1;"));
    CHECK(one != refinery_checksum("create", "1", "SELECT 1;\n"));
}

} // namespace headway::tests
