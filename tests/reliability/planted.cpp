#include "planted.hpp"

#include "apply/apply.hpp"
#include "sqlite/connection.hpp"

#include <sqlite3.h>

#include <optional>

namespace headway::reliability {
using namespace detail;
namespace {

/// The SQLite connection with one thing done wrongly.
class wrong_connection final : public connection {
public:
    wrong_connection(planted_bug bug, sqlite3* db, const options& chosen)
        : bug_(bug), db_(db), right_(db, chosen) {}

    [[nodiscard]] engine kind() const noexcept override { return right_.kind(); }
    [[nodiscard]] bool is_exactly(std::string_view row) override { return right_.is_exactly(row); }
    [[nodiscard]] std::vector<std::string> rows() override {
        if (bug_ != planted_bug::no_reread) return right_.rows();
        if (!first_rows_) first_rows_ = right_.rows();
        return *first_rows_;
    }
    void open() override {
        right_.open();
        if (bug_ == planted_bug::foreign_keys_inside)
            sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    }
    void close() noexcept override { right_.close(); }
    void lock() override {
        right_.lock();
        if (bug_ == planted_bug::foreign_keys_inside)
            sqlite3_exec(db_, "PRAGMA foreign_keys = OFF", nullptr, nullptr, nullptr);
    }
    void run(std::string_view script) override { right_.run(script); }
    void run_alone(std::string_view script) override { right_.run_alone(script); }
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

private:
    struct change {
        std::vector<std::string> removed;
        std::vector<std::string> added;
    };
    planted_bug bug_;
    sqlite3* db_;
    sqlite_connection right_;
    std::optional<std::vector<std::string>> first_rows_;
    std::vector<change> late_;
};

} // namespace

const char* name_of(planted_bug bug) noexcept {
    constexpr const char* names[] = {"none", "no re-read under the lock",
                                     "foreign-key pragma inside transaction",
                                     "version rows outside transaction", "synchronous = OFF"};
    return names[static_cast<int>(bug)];
}

void upgrade_with(planted_bug bug, sqlite3* db, const history& h, const options& chosen) {
    if (bug == planted_bug::none || bug == planted_bug::unsynced) {
        upgrade(db, h, "head", chosen);
        return;
    }
    wrong_connection connection(bug, db, chosen);
    (void)apply(
        connection, h, direction::up, [&](const auto& rows) { return plan_upgrade(h, rows, "head"); },
        chosen);
}

} // namespace headway::reliability
