#include "project/audit.hpp"

#include "plan/walk.hpp"
#include "project/project.hpp"
#include "sqlite/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <unordered_map>

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

std::vector<std::uint32_t> edited_since_applied(const history& h, const std::vector<std::uint32_t>& rows,
                                                const std::vector<log_line>& lines) {
    std::unordered_map<std::string_view, std::string_view> applied_with; // the last time
    for (const log_line& line : lines)
        if (line.operation == "upgrade") applied_with[line.revision] = line.checksum;
    std::vector<std::uint32_t> edited;
    for (const std::uint32_t revision : members_of(with_ancestors(h, set_of(h, rows), edge_kind::all)))
        if (const auto found = applied_with.find(h.id(revision));
            found != applied_with.end() && found->second != checksum_text(h, revision))
            edited.push_back(revision);
    return edited;
}

} // namespace headway::compiler
