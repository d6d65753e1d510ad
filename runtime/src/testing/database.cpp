#include "headway/testing.hpp"

#include "headway/error.hpp"
#include "plan/walk.hpp"
#include "sqlite/connection.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace headway::testing {
namespace {

/// The bytes of something that is compared by them.
template <class Value>
std::string_view bytes_of(const Value& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// All that a database at a target depends on: the texts of the table rather than where it lies, since one
/// that is made at run time may lie where another did.
std::string made_from(const history& h, std::string_view target, setup* prepare) {
    std::string key;
    std::string storage;
    const auto add = [&](std::string_view part) {
        const std::size_t size = part.size();
        key += bytes_of(size);
        key += part;
    };
    add(target);
    add(bytes_of(prepare));
    add(bytes_of(h.image.install));
    for (std::uint32_t index = 0; index < h.count; ++index) {
        const revision_row& row = h.rows[index];
        add(h.id(index));
        add(up_sql(h, index, storage));
        add(down_sql(h, index, storage));
        add(bytes_of(row.flags));
        add(bytes_of(row.checksum));
        for (const std::uint32_t parent : detail::parents_of(h, index, detail::edge_kind::all)) {
            add(bytes_of(parent));
        }
    }
    for (std::uint32_t index = 0; index < h.code.count; ++index) {
        add(bytes_of(h.code.rows[index].upgrade));
    }
    return key;
}

database copy_of_first(const history& h, std::string_view target, setup* prepare) {
    static std::mutex mutex;
    static std::map<std::string, database> made;
    std::string key = made_from(h, target, prepare);
    const std::lock_guard lock(mutex);
    const auto found = made.find(key);
    if (found != made.end()) return found->second.copy();
    database first(prepare);
    static_cast<void>(upgrade(first, h, target));
    return made.emplace(std::move(key), std::move(first)).first->second.copy();
}

} // namespace

database::database(setup* prepare) : prepare_(prepare) {
    if (sqlite3_open_v2(":memory:", &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
        sqlite3_close(db_);
        throw error(error_code::database, "no database can be opened in memory");
    }
    if (prepare_ != nullptr) prepare_(db_);
}

database::database(const history& h, std::string_view target, setup* prepare)
    : database(copy_of_first(h, target, prepare)) {}

database::database(database&& from) noexcept
    : db_(std::exchange(from.db_, nullptr)), prepare_(from.prepare_) {}

database& database::operator=(database&& from) noexcept {
    std::swap(db_, from.db_);
    std::swap(prepare_, from.prepare_);
    return *this;
}

database::~database() {
    sqlite3_close(db_);
}

database database::copy() const {
    database made(prepare_);
    sqlite3_backup* const copying = sqlite3_backup_init(made.db_, "main", db_, "main");
    const int code = copying == nullptr ? SQLITE_ERROR : sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (code != SQLITE_DONE)
        throw error(detail::code_of(code, error_code::database),
                    detail::joined({"the database cannot be copied: ", sqlite3_errmsg(made.db_)}), code);
    return made;
}

} // namespace headway::testing
