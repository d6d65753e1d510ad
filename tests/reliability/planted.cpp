#include "planted.hpp"

#include "apply/apply.hpp"
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
class wrong_connection final : public connection {
public:
    wrong_connection(planted_bug bug, sqlite3* db, const options& chosen, const host_setting* setting)
        : bug_(bug), db_(db), right_(db, chosen), setting_(setting) {}

    [[nodiscard]] engine kind() const noexcept override { return right_.kind(); }
    [[nodiscard]] bool is_exactly(std::string_view row) override { return right_.is_exactly(row); }
    [[nodiscard]] std::vector<std::string> rows() override {
        if (bug_ != planted_bug::no_reread) return right_.rows();
        if (!first_rows_) first_rows_ = right_.rows();
        return *first_rows_;
    }
    [[nodiscard]] bool has_version_table() override { return right_.has_version_table(); }
    [[nodiscard]] std::vector<booked_step> booked(std::string_view query) override {
        return right_.booked(query);
    }
    void open() override {
        if (bug_ == planted_bug::setting_kept) setting_->set(db_, true);
        right_.open();
        if (bug_ == planted_bug::setting_kept) setting_->set(db_, false);
        if (bug_ == planted_bug::foreign_keys_inside)
            sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    }
    void close() noexcept override { right_.close(); }
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
    void run_alone(std::string_view script) override { right_.run_alone(script); }
    void run_code(const history& h, step one, const options& chosen) override {
        right_.run_code(h, one, chosen);
    }
    [[nodiscard]] bool has_to_commit() const noexcept override { return right_.has_to_commit(); }
    void create_version_table() override { right_.create_version_table(); }
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override {
        if (bug_ == planted_bug::version_rows_outside) {
            late_.push_back({{removed.begin(), removed.end()}, {added.begin(), added.end()}});
        } else {
            right_.write_rows(removed, added);
        }
    }
    void write_log(const log_record& record) override { right_.write_log(record); }
    void spare_others(std::function<bool(std::string_view)> is_own) override {
        right_.spare_others(std::move(is_own));
    }
    [[nodiscard]] bool has_object(std::string_view name) override { return right_.has_object(name); }
    void check() override { right_.check(); }
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
    void roll_back() noexcept override { right_.roll_back(); }
    void read_log(const std::function<void(const logged_revision&)>& each) override { right_.read_log(each); }
    [[nodiscard]] logged_script logged(std::int64_t sequence) override { return right_.logged(sequence); }
    void on_beat(std::function<void()> beat) override { right_.on_beat(std::move(beat)); }
    void verify(verification::check* look, const history& h, const options& chosen) override {
        right_.verify(look, h, chosen);
    }
    [[nodiscard]] std::string back_up(const backup_policy& how) override { return right_.back_up(how); }
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
    sqlite_connection right_;
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
