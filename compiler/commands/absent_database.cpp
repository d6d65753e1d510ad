#include "commands/absent_database.hpp"

#include "diagnostics/shown.hpp"
#include "project/database.hpp"

#include <fmt/format.h>

namespace headway::compiler {

void mention_absence(const settings& from, const shell& io) {
    if (!names_database(from) || database_exists(from)) return;
    std::fflush(io.out); // what is said goes to another stream
    fmt::print(io.err, "headway: there is no database {} yet: it is taken for an empty one\n",
               shown(from.database));
}

} // namespace headway::compiler
