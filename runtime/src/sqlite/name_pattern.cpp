#include "sqlite/name_pattern.hpp"

#include "sql/spelled_name.hpp"

#include <sqlite3.h>

namespace headway::detail {

bool fits(std::string_view pattern, std::string_view name) {
    return sqlite3_strglob(fold(pattern).c_str(), fold(name).c_str()) == 0;
}

} // namespace headway::detail
