#include "sqlite/version_table.hpp"

#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {

std::string spelled_table(std::string_view name) {
    const bool plain =
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos &&
        (name.front() < '0' || name.front() > '9') &&
        sqlite3_keyword_check(name.data(), static_cast<int>(name.size())) == 0;
    return plain ? std::string(name) : quoted(name);
}

std::string version_table_sql(std::string_view place, std::string_view name) {
    return joined({"CREATE TABLE IF NOT EXISTS ", place, spelled_table(name),
                   " (\n\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT ",
                   spelled_table(joined({name, "_pkc"})), " PRIMARY KEY (version_num)\n)"});
}

} // namespace headway::detail
