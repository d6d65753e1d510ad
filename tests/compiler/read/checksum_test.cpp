#include "reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::tests {
using namespace compiler;
namespace {

struct text_of {
    std::string path = "005_x.sql";
    std::string header = "-- A.\n-- Revision ID: 005\n";
    std::string revises = "-- Revises: 3, 4\n";
    std::string depends_on = "-- Depends on: 2\n";
    std::string up_options;
    std::string up = "SELECT 1;";
    std::string down_options;
    std::string down = "SELECT 2;";

    std::string hex() const {
        return to_hex(read_valid(fmt::format("{}{}{}-- migrate:up{}\n{}\n-- migrate:down{}\n{}", header,
                                             revises, depends_on, up_options, up, down_options, down),
                                 path)
                          .checksum);
    }
};

} // namespace

TEST_CASE("the checksum is SHA-256 over the documented bytes") {
    // Computed by another program: python3's hashlib, over struct.pack('>Q', …) and the texts.
    CHECK(text_of{}.hex() == "b46836bcd986db85659c77daada110c044aad0823de7c79cf90bb028be2dab84");
}

TEST_CASE("editing the header's prose, labels or date does not change the checksum") {
    text_of edited;
    edited.header =
        "-- Quite another text.\n--\n-- Revision ID: 005\n-- Branch labels: x\n-- Create Date: 2025-01-01\n";
    CHECK(edited.hex() == text_of{}.hex());
}

TEST_CASE("blank lines around the sections do not change the checksum") {
    text_of edited;
    edited.up = fmt::format("\n\n{}  \n\t\n", edited.up);
    edited.down += "\n\n";
    CHECK(edited.hex() == text_of{}.hex());
}

TEST_CASE("everything else changes the checksum") {
    std::vector<text_of> edited(11);
    edited[0].path = "5_x.sql";
    edited[0].header = "-- A.\n-- Revision ID: 5\n";
    edited[1].revises = "-- Revises: 3\n";
    edited[2].revises = "-- Revises: 34\n";
    edited[3].revises = "-- Revises: 3, 4, 2\n";
    edited[3].depends_on.clear();
    edited[4].up_options = " transaction:false";
    edited[5].down_options = " transaction:false";
    edited[6].down_options = " irreversible";
    edited[6].down.clear();
    edited[7].up = "SELECT  1;";
    edited[8].up = "SELECT 1; -- why";
    edited[9].down = "SELECT 1;";
    edited[9].up = "SELECT 2;";
    edited[10].up = " SELECT 1;";
    std::vector<std::string> sums{text_of{}.hex()};
    for (const text_of& each : edited)
        sums.push_back(each.hex());
    std::sort(sums.begin(), sums.end());
    CHECK(std::adjacent_find(sums.begin(), sums.end()) == sums.end());
}

TEST_CASE("a checksum is written with its zeros") {
    CHECK(to_hex({0x1, 0x23, 0xABCDEF, 0}) == "0000000000000001"
                                              "0000000000000023"
                                              "0000000000abcdef"
                                              "0000000000000000");
}

} // namespace headway::tests
