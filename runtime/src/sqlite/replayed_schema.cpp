#include "sqlite/replayed_schema.hpp"

#include "headway/error.hpp"
#include "plan/walk.hpp"
#include "sqlite/stand_in.hpp"
#include "sqlite/statement.hpp"

#include <sqlite3.h>

#include <new>
#include <optional>

namespace headway::detail {
namespace {

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

/// Brings it to a revision.
void upgrade_scratch(const scratch_database& scratch, const history& h, std::string_view row,
                     const options& chosen) {
    options plain;
    plain.version_table = chosen.version_table;
    plain.log = false;
    plain.cancelled = chosen.cancelled;
    try {
        static_cast<void>(upgrade(scratch, h, row, plain));
    } catch (const error& failed) {
        throw failed.with(
            "The history was replayed in memory, to compare the schema of the database. Nothing "
            "was changed.",
            {});
    }
}

} // namespace

std::vector<digested_object> replay_schema(sqlite3* host, const history& h,
                                           const std::vector<std::string>& rows, const options& chosen) {
    const scratch_database scratch(host);
    for (const std::string& row : rows) {
        upgrade_scratch(scratch, h, row, chosen);
    }
    return read_objects(scratch, chosen.version_table);
}

void replay_each_schema(sqlite3* host, const history& h, const options& chosen,
                        const std::function<void(std::uint32_t, std::vector<digested_object>)>& each) {
    std::optional<scratch_database> scratch;
    for (std::uint32_t revision = 0; revision < h.count; ++revision) {
        const revision_set applied = with_ancestors(h, set_of(h, {revision}), edge_kind::all);
        if (revision == 0 || applied[revision - 1] == 0) scratch.emplace(host);
        upgrade_scratch(*scratch, h, h.id(revision), chosen);
        each(revision, read_objects(*scratch, chosen.version_table));
    }
}

} // namespace headway::detail
