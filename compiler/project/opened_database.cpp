#include "project/opened_database.hpp"

#include "sqlite/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

class opened_file final : public opened_database {
public:
    explicit opened_file(SQLite::Database of) : of_(std::move(of)) {}

    std::unique_ptr<detail::connection> connect(const options& chosen) override {
        return std::make_unique<detail::sqlite_connection>(of_.getHandle(), chosen);
    }
    void interrupt() override { sqlite3_interrupt(of_.getHandle()); }
    void roll_back() override {
        if (sqlite3_get_autocommit(of_.getHandle()) == 0) of_.exec("ROLLBACK");
    }
    std::vector<log_line> read_log(const settings& from) override { return compiler::read_log(of_, from); }
    SQLite::Database& sqlite() override { return of_; }

private:
    SQLite::Database of_;
};

} // namespace

std::unique_ptr<opened_database> open_any(const settings& from, access wanted) {
    if (!from.server.empty()) return open_server(from);
    return std::make_unique<opened_file>(open_database(from, wanted));
}

} // namespace headway::compiler
