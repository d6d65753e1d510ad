// A file of its own, which a host links only if it names `verification::schema`.

#include "apply/newer.hpp"
#include "headway/headway.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/replayed_schema.hpp"
#include "sqlite/schema_difference.hpp"
#include "sqlite/schema_digest.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

using objects = std::vector<digested_object>;

/// What it yields at its heads, by the table.
objects at_heads(const history& h) {
    objects all;
    for (std::uint32_t index = 0; index < h.object_count; ++index) {
        all.push_back({std::string(h.object(index)), {}, h.objects[index].digest});
    }
    return all;
}

bool is_at_heads(const history& h, const std::vector<std::string>& rows) {
    return rows.size() == h.head_count &&
           std::all_of(h.heads, h.heads + h.head_count, [&](std::uint32_t head) {
               return std::any_of(rows.begin(), rows.end(),
                                  [&](const std::string& row) { return row == h.id(head); });
           });
}

/// The same with what the statements say, if the history can be replayed.
std::string explained(const std::string& found, sqlite3* db, const history& h,
                      const std::vector<std::string>& rows, const objects& live, const options& chosen) {
    try {
        return differences(replay_schema(db, h, rows, chosen), live, ignored_names(h, chosen));
    } catch (const error&) {
        return found;
    }
}

std::string names_of(const std::vector<std::string>& rows) {
    if (rows.empty()) return "a database without revisions";
    std::string text = rows.size() == 1 ? "revision" : "revisions";
    for (const std::string& row : rows) {
        text += joined({&row == &rows.front() ? " " : ", ", row});
    }
    return text;
}

} // namespace

void verify_schema(connection& to, const history& h, const options& chosen) {
    sqlite3* const db = handle_of(to);
    const std::vector<std::string> rows = to.rows();
    if (!knows_all(h, rows)) return;
    const objects live = read_objects(db, chosen.version_table);
    const bool by_table = h.objects != nullptr && is_at_heads(h, rows);
    std::string found = differences(by_table ? at_heads(h) : replay_schema(db, h, rows, chosen), live,
                                    ignored_names(h, chosen));
    if (found.empty()) return;
    if (by_table) found = explained(found, db, h, rows, live, chosen);
    throw error(
        error_code::drifted,
        joined({"the schema of the database is not that of ", names_of(rows), ":", found,
                "\nIt was changed by something else than its migrations. Undo that or restore a backup; what "
                "is to stay belongs into a revision."}));
}

} // namespace headway::detail
