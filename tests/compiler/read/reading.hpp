#pragma once

#include "read/source.hpp"

#include "catch.hpp"

#include <algorithm>

namespace headway::tests {
using namespace compiler;

/// A file that is as it should be, up to where its sections begin.
inline const std::string good_header = "-- Add a table.\n--\n-- Revision ID: 005\n-- Revises: 004\n\n";
inline const std::string good_sections =
    "-- migrate:up\nCREATE TABLE a (b);\n\n-- migrate:down\nDROP TABLE a;\n";

/// What is printed for a file of these bytes.
inline std::string complaints(std::string_view bytes, std::string path = "005_x.sql") {
    diagnostics found;
    const bool valid = read_source(std::move(path), bytes, found).has_value();
    const auto& list = found.list();
    CHECK(valid == std::none_of(list.begin(), list.end(), [](const diagnostic& each) {
              return each.level == severity::error && leaves_out(each.id);
          }));
    return found.render();
}

/// Its lines that name a place: `005_x.sql:2:4: error: message [code]`, without the file's name.
inline std::string places(std::string_view bytes) {
    const std::string all = complaints(bytes);
    constexpr std::string_view prefix = "005_x.sql:";
    std::string result;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = all.find('\n', begin);
        const std::string_view line = std::string_view(all).substr(begin, end - begin);
        if (line.starts_with(prefix)) result.append(line.substr(prefix.size())).append("\n");
        begin = end + 1;
    }
    return result;
}

/// A file that must be valid.
inline source read_valid(std::string_view bytes, std::string path = "m/005_x.sql") {
    diagnostics found;
    auto result = read_source(std::move(path), bytes, found);
    INFO(found.render());
    REQUIRE(result);
    return std::move(*result);
}

} // namespace headway::tests
