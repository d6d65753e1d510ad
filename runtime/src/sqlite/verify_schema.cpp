// A file of its own, which a host links only if it names `verification::schema`.

#include "apply/newer.hpp"
#include "headway/headway.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/name_pattern.hpp"
#include "sqlite/schema_digest.hpp"
#include "sqlite/stand_in.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <new>

namespace headway::detail {
namespace {

using objects = std::vector<digested_object>;

/// An empty database in memory, in which a history can be replayed that uses what only `host` has.
class scratch_database {
public:
    explicit scratch_database(sqlite3* host) {
        const bool opened = sqlite3_open(":memory:", &db_) == SQLITE_OK && provide_functions(host) &&
                            sqlite3_collation_needed(db_, nullptr, &provide_collation) == SQLITE_OK;
        if (opened) return;
        sqlite3_close(db_);
        throw std::bad_alloc(); // there is no other reason
    }
    ~scratch_database() { sqlite3_close(db_); }
    scratch_database(const scratch_database&) = delete;
    scratch_database& operator=(const scratch_database&) = delete;
    operator sqlite3*() const noexcept { return db_; }

private:
    static void provide_collation(void*, sqlite3* db, int, const char* name) {
        stand_in_for_collation(db, name);
    }

    [[nodiscard]] bool has_function(const char* name, std::int64_t arity) const {
        sqlite_statement query;
        return query.prepare(db_, "SELECT 1 FROM pragma_function_list WHERE name = ?1 AND narg = ?2") ==
                   SQLITE_OK &&
               query.bind(1, std::string_view(name)) == SQLITE_OK && query.bind(2, arity) == SQLITE_OK &&
               query.step() == SQLITE_ROW;
    }

    [[nodiscard]] bool provide_functions(sqlite3* host) {
        sqlite_statement query;
        if (query.prepare(
                host, "SELECT DISTINCT name, narg, type = 's' FROM pragma_function_list WHERE builtin = 0") !=
            SQLITE_OK)
            return false;
        int code = query.step();
        for (; code == SQLITE_ROW; code = query.step()) {
            const std::string name(query.text(0));
            const std::int64_t arity = query.number(1);
            if (has_function(name.c_str(), arity)) continue;
            const auto provide = query.number(2) != 0 ? &stand_in_for_function : &stand_in_for_aggregate;
            if (provide(db_, name.c_str(), static_cast<int>(arity)) != SQLITE_OK) return false;
        }
        return code == SQLITE_DONE;
    }

    sqlite3* db_ = nullptr;
};

/// What the history yields at these revisions.
objects replay(sqlite3* host, const history& h, const std::vector<std::string>& rows, const options& chosen) {
    const scratch_database scratch(host);
    options plain;
    plain.version_table = chosen.version_table;
    plain.log = false;
    plain.cancelled = chosen.cancelled;
    try {
        for (const std::string& row : rows) {
            static_cast<void>(upgrade(scratch, h, row, plain));
        }
    } catch (const error& failed) {
        throw failed.with(
            "The history was replayed in memory, to verify the schema of the database. Nothing was "
            "changed.",
            {});
    }
    return read_objects(scratch, chosen.version_table);
}

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

std::string describe_change(const digested_object& due, const digested_object& live) {
    if (due.sql.empty()) return joined({"\n  ", live.name, " has another statement"});
    return joined({"\n  ", live.name, " has ", where_they_part(live.name, due.sql, live.sql)});
}

/// Names of what others keep in the database.
class ignored_names {
public:
    ignored_names(const history& h, const options& chosen) : patterns_(chosen.ignore) {
        for (std::string_view one = h.ignored; !one.empty(); one = one.data() + one.size() + 1) {
            patterns_.push_back(one);
        }
    }
    bool has(const digested_object& object) const {
        const std::string_view name = std::string_view(object.name).substr(object.name.find(' ') + 1);
        return std::any_of(patterns_.begin(), patterns_.end(), [&](std::string_view pattern) {
            return fits(pattern, name) || fits(pattern, object.table);
        });
    }

private:
    std::vector<std::string_view> patterns_;
};

/// One line for each object that is not the same; both are sorted.
std::string differences(const objects& due, const objects& live, const ignored_names& ignored) {
    std::string text;
    auto left = due.begin();
    auto right = live.begin();
    while (left != due.end() || right != live.end()) {
        if (right == live.end() || (left != due.end() && comes_before(left->name, right->name))) {
            text += joined({"\n  ", left->name, " is missing"});
            ++left;
        } else if (left == due.end() || comes_before(right->name, left->name)) {
            if (!right->may_be_modules && !ignored.has(*right))
                text += joined({"\n  ", right->name, " comes from no revision"});
            ++right;
        } else {
            if (left->digest != right->digest) text += describe_change(*left, *right);
            ++left;
            ++right;
        }
    }
    return text;
}

/// The same with what the statements say, if the history can be replayed.
std::string explained(const std::string& found, sqlite3* db, const history& h,
                      const std::vector<std::string>& rows, const objects& live, const options& chosen) {
    try {
        return differences(replay(db, h, rows, chosen), live, {h, chosen});
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
    std::string found = differences(by_table ? at_heads(h) : replay(db, h, rows, chosen), live, {h, chosen});
    if (found.empty()) return;
    if (by_table) found = explained(found, db, h, rows, live, chosen);
    throw error(
        error_code::drifted,
        joined({"the schema of the database is not that of ", names_of(rows), ":", found,
                "\nIt was changed by something else than its migrations. Undo that or restore a backup; what "
                "is to stay belongs into a revision."}));
}

} // namespace headway::detail
