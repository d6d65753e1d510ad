#pragma once

#include "sql/spelled_name.hpp"
#include "text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace headway::detail {

/// The version table's name, which may have a schema before it.
struct pg_table_name {
    std::optional<std::string_view> schema;
    std::string_view table;
};
[[nodiscard]] inline pg_table_name split_table_name(std::string_view name) noexcept {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return {std::nullopt, name};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

/// The same as SQL spells it.
[[nodiscard]] inline std::string spelled_pg_table(std::string_view name) {
    const auto [schema, table] = split_table_name(name);
    return schema ? joined({quoted(*schema), ".", quoted(table)}) : quoted(table);
}

/// What stands behind its name in CREATE TABLE: Alembic's, byte for byte.
[[nodiscard]] inline std::string pg_version_columns(std::string_view table) {
    return joined({" (\n\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT ", quoted(joined({table, "_pkc"})),
                   " PRIMARY KEY (version_num)\n)"});
}

} // namespace headway::detail
