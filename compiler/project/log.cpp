#include "project/log.hpp"

#include "project/project.hpp"
#include "sqlite/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace headway::compiler {
using namespace detail;

std::vector<log_line> read_log(SQLite::Database& from, const settings& of) {
    std::vector<log_line> lines;
    const options chosen = runtime_options(of);
    const std::string log = sqlite_connection(from.getHandle(), chosen).log_lines();
    if (log.empty()) return lines;
    SQLite::Statement query(
        from, log + "SELECT sequence, revision, operation, checksum, started, finished, duration_us,"
                    " headway, application, application_version FROM own ORDER BY sequence");
    query.bind(1, of.version_table);
    while (query.executeStep())
        lines.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(),
                         query.getColumn(2).getString(), query.getColumn(3).getString(),
                         query.getColumn(4).getString(), query.getColumn(5).getString(),
                         query.getColumn(6).getInt64(), query.getColumn(7).getString(),
                         query.getColumn(8).getString(), query.getColumn(9).getString()});
    return lines;
}

} // namespace headway::compiler
