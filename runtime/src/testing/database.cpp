#include "headway/testing.hpp"

#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <utility>

namespace headway::testing {

database::database(setup* prepare) : prepare_(prepare) {
    if (sqlite3_open_v2(":memory:", &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
        sqlite3_close(db_);
        throw error(error_code::database, "no database can be opened in memory");
    }
    if (prepare_ != nullptr) prepare_(db_);
}

database::database(const history& h, std::string_view target, setup* prepare) : database(prepare) {
    static_cast<void>(upgrade(db_, h, target));
}

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
