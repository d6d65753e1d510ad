#include "headway/backup.hpp"

#include <SQLiteCpp/Database.h>

namespace headway {

void restore(SQLite::Database& db, const std::string& file, std::chrono::milliseconds busy_timeout) {
    restore(db.getHandle(), file, busy_timeout);
}

} // namespace headway
