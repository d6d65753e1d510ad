#include "sqlite/one_sqlite.hpp"

#include "headway/error.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <cstring>

namespace headway::detail {

void require_one_sqlite(const history& h) {
    const char* const of_header = h.sqlite.source_id;
    if (of_header == nullptr) return;
    const char* const of_library = sqlite3_sourceid();
    // They begin with a date. A shared library may be updated behind the program's back.
    const int order = std::strcmp(of_library, of_header);
    if (order == 0 || (order > 0 && !h.sqlite.is_static)) return;
    throw error(
        error_code::settings,
        joined(
            {"the program was compiled with one SQLite and calls another: its header is of ", of_header,
             ", the library of ", of_library,
             "\nLink one SQLite alone, the one whose header is included, and name its target: "
             "add_migrations(... SQLITE <target>), or set(HEADWAY_SQLITE <target>). Nothing was changed."}));
}

} // namespace headway::detail
