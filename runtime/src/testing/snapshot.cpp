#include "headway/error.hpp"
#include "headway/testing.hpp"
#include "sqlite/statement.hpp"
#include "testing/step_run.hpp"
#include "testing/table_content.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace headway::testing {
using namespace detail;
namespace {

namespace fs = std::filesystem;

/// A file that is being filled: removed with its owner unless it was kept.
class new_database {
public:
    new_database(fs::path file, setup* prepare) : file_(std::move(file)) {
        if (fs::exists(file_)) throw error(error_code::io, joined({file_.string(), " exists already"}));
        if (sqlite3_open_v2(part().c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
            SQLITE_OK) {
            sqlite3_close(db_);
            throw error(error_code::io, joined({part(), " cannot be made"}));
        }
        if (prepare != nullptr) prepare(db_);
    }
    ~new_database() {
        sqlite3_close(db_);
        std::error_code ignored;
        fs::remove(part(), ignored);
    }
    new_database(const new_database&) = delete;
    new_database& operator=(const new_database&) = delete;
    operator sqlite3*() const noexcept { return db_; }

    void keep() {
        sqlite3_close(db_);
        db_ = nullptr;
        fs::rename(part(), file_);
    }

private:
    [[nodiscard]] std::string part() const { return file_.string() + ".part"; }

    fs::path file_;
    sqlite3* db_ = nullptr;
};

std::string name_of_heads(const history& h) {
    std::string name;
    for (std::uint32_t at = 0; at < h.head_count; ++at) {
        name += joined({at == 0 ? "" : "_", h.id(h.heads[at])});
    }
    return name;
}

} // namespace

std::string snapshot(const history& h, const request& asked, const std::string& directory) {
    const fs::path file = fs::path(directory) / (name_of_heads(h) + ".db");
    new_database db(file, asked.prepare);
    for (std::uint32_t index = 0; index < h.count; ++index) {
        static_cast<void>(upgrade(db, h, h.id(index)));
        const std::string rows = rows_file(asked.fixtures, h.id(index));
        if (const auto sql = read_rows(rows)) {
            try {
                static_cast<void>(run_sql(db, *sql));
            } catch (const error& failed) {
                throw error(failed.code(), joined({rows, ": ", failed.what()}), failed.engine_code());
            }
        }
    }
    const table_contents contents = read_contents(db, read_state(db));
    db.keep();
    std::ofstream expected(fs::path(file).replace_extension(".expect"));
    for (const auto& [table, content] : contents) {
        expected << table << ' ' << content.count << '\n';
    }
    if (!expected.flush()) throw error(error_code::io, "what is expected of the snapshot cannot be written");
    return file.string();
}

} // namespace headway::testing
