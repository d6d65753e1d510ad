#pragma once

#include "commands/migrate.hpp"

namespace headway::compiler {

/// Where a script begins and ends.
struct script_range {
    std::vector<std::string> rows;
    std::string target;
};
/// Reads `FROM:TO`. Without `FROM`, the script begins at `--current`, else at `otherwise`; throws usage_error
/// if that is empty too.
[[nodiscard]] script_range parse_range(const planned_project&, const migrate_request&,
                                       std::string_view otherwise);

/// The SQL of a plan that begins at `rows`, with its version rows and log, as a script for the sqlite3
/// program. Made by the runtime's own applier, so that it does what the applier does.
[[nodiscard]] std::string render_script(const planned_project&, const std::vector<std::string>& rows,
                                        const plan&);
/// The same of a stamp. One that purges forgets whatever rows the database has.
[[nodiscard]] std::string render_stamp(const planned_project&, const std::vector<std::string>& rows,
                                       const plan&, bool purges);

} // namespace headway::compiler
