#include "planted.hpp"

#include "apply/apply.hpp"
#include "runtime/forwarding_connection.hpp"
#include "runtime/made_database.hpp"
#include "sqlite/connection.hpp"

#include <sqlite3.h>

#include <optional>

namespace headway::reliability {
using namespace detail;
namespace {

/// Runs a script as SQLite would by itself; or passes over what fails.
void run_unwatched(sqlite3* db, std::string_view script, bool goes_on) {
    for (const char* at = script.data(); *at != '\0';) {
        const char* const begin = at;
        sqlite3_stmt* statement = nullptr;
        int code = sqlite3_prepare_v2(db, begin, -1, &statement, &at);
        if (code == SQLITE_OK && statement != nullptr) {
            do {
                code = sqlite3_step(statement);
            } while (code == SQLITE_ROW);
        }
        sqlite3_finalize(statement);
        const bool failed = code != SQLITE_OK && code != SQLITE_DONE;
        if (failed && !goes_on)
            throw statement_failure{false, error_code::statement, 0, sqlite3_errmsg(db), {}, code};
        if (at == begin) return;
    }
}

/// The SQLite connection with one thing done wrongly.
class wrong_connection final : public tests::forwarding_connection<sqlite_connection> {
public:
    wrong_connection(planted_bug bug, sqlite3* db, const options& chosen, const host_setting* setting)
        : forwarding_connection(db, chosen), bug_(bug), db_(db), setting_(setting) {}

    [[nodiscard]] std::vector<std::string> rows() override {
        if (bug_ != planted_bug::no_reread) return right_.rows();
        if (!first_rows_) first_rows_ = right_.rows();
        return *first_rows_;
    }
    void open() override {
        if (bug_ == planted_bug::setting_kept) setting_->set(db_, true);
        right_.open();
        if (bug_ == planted_bug::setting_kept) setting_->set(db_, false);
        if (bug_ == planted_bug::foreign_keys_inside)
            sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    }
    void lock() override {
        right_.lock();
        if (bug_ == planted_bug::foreign_keys_inside)
            sqlite3_exec(db_, "PRAGMA foreign_keys = OFF", nullptr, nullptr, nullptr);
    }
    void run(std::string_view script) override {
        if (bug_ == planted_bug::end_unseen || bug_ == planted_bug::setting_kept)
            run_unwatched(db_, script, bug_ == planted_bug::end_unseen);
        else
            right_.run(script);
    }
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override {
        if (bug_ == planted_bug::version_rows_outside) {
            late_.push_back({{removed.begin(), removed.end()}, {added.begin(), added.end()}});
        } else {
            right_.write_rows(removed, added);
        }
    }
    void commit() override {
        right_.commit();
        if (late_.empty()) return;
        right_.lock();
        right_.create_version_table();
        for (const change& one : late_) {
            right_.write_rows({one.removed.begin(), one.removed.end()}, {one.added.begin(), one.added.end()});
        }
        late_.clear();
        right_.commit();
    }
    [[nodiscard]] bool install(const history& h, const installation& how) override {
        if (bug_ == planted_bug::no_guard) return install_unguarded(h, how);
        if (bug_ != planted_bug::log_missing) return right_.install(h, how);
        return right_.install(h, {how.chosen, [&](connection& image) {
                                      how.fill(image);
                                      sqlite3_exec(handle_of(image), "DELETE FROM headway_log", nullptr,
                                                   nullptr, nullptr);
                                  }});
    }

private:
    bool install_unguarded(const history& h, const installation& how) {
        const tests::made_database image;
        upgrade(image, h, "head", how.chosen);
        right_.roll_back();
        sqlite3_sleep(2); // others are at work
        sqlite3_busy_timeout(db_, 60'000);
        sqlite3_backup* const copy = sqlite3_backup_init(db_, "main", image, "main");
        const int code = copy == nullptr ? SQLITE_ERROR : sqlite3_backup_step(copy, -1);
        sqlite3_backup_finish(copy);
        if (code != SQLITE_DONE) right_.lock();
        return code == SQLITE_DONE;
    }

    struct change {
        std::vector<std::string> removed;
        std::vector<std::string> added;
    };
    planted_bug bug_;
    sqlite3* db_;
    const host_setting* setting_;
    std::optional<std::vector<std::string>> first_rows_;
    std::vector<change> late_;
};

} // namespace

const char* name_of(planted_bug bug) noexcept {
    constexpr const char* names[] = {"none",
                                     "no re-read under the lock",
                                     "foreign-key pragma inside transaction",
                                     "version rows outside transaction",
                                     "installed without a second look",
                                     "installed without the log",
                                     "synchronous = OFF",
                                     "the end of the transaction unseen",
                                     "settings of the host kept"};
    return names[static_cast<int>(bug)];
}

void upgrade_with(planted_bug bug, sqlite3* db, const history& h, const options& chosen,
                  const host_setting* setting) {
    if (bug == planted_bug::none || bug == planted_bug::unsynced) {
        upgrade(db, h, "head", chosen);
        return;
    }
    wrong_connection connection(bug, db, chosen, setting);
    (void)apply(
        connection, h, direction::up, [&](const auto& rows) { return plan_upgrade(h, rows, "head"); },
        chosen);
}

} // namespace headway::reliability
