#pragma once

#include "sql/spelled_name.hpp"
#include "text.hpp"

#include <string>
#include <string_view>

namespace headway::detail {

/// The version table's name, which may have a schema before it, as SQL spells it.
[[nodiscard]] inline std::string spelled_pg_table(std::string_view name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return quoted(name);
    return joined({quoted(name.substr(0, dot)), ".", quoted(name.substr(dot + 1))});
}

/// What stands behind its name in CREATE TABLE: Alembic's, byte for byte.
[[nodiscard]] inline std::string pg_version_columns(std::string_view table) {
    return joined({" (\n\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT ", quoted(joined({table, "_pkc"})),
                   " PRIMARY KEY (version_num)\n)"});
}

} // namespace headway::detail
