#include "postgresql/planted.hpp"

#include "apply/apply.hpp"
#include "postgresql/connection.hpp"

#include <optional>
#include <utility>

namespace headway::tests {
using namespace detail;
namespace {

void execute(PGconn* db, const char* sql) {
    pg_result answer(PQexec(db, sql));
    if (answer.has_failed())
        throw statement_failure{false, error_code::statement, 0, answer.message(db), sql, answer.sqlstate()};
}

/// The connection of PostgreSQL with one thing done wrongly.
class wrong_server_connection final : public connection {
public:
    wrong_server_connection(server_bug bug, PGconn* db, const options& chosen)
        : bug_(bug), db_(db), right_(db, chosen) {}

    [[nodiscard]] engine kind() const noexcept override { return right_.kind(); }
    [[nodiscard]] bool is_exactly(std::string_view row) override { return right_.is_exactly(row); }
    [[nodiscard]] std::vector<std::string> rows() override {
        if (bug_ != server_bug::no_reread) return right_.rows();
        if (!first_rows_) first_rows_ = right_.rows();
        return *first_rows_;
    }
    [[nodiscard]] bool has_version_table() override { return right_.has_version_table(); }
    [[nodiscard]] std::vector<booked_step> booked(std::string_view query) override {
        return right_.booked(query);
    }
    void open() override { right_.open(); }
    void close() noexcept override { right_.close(); }
    void lock() override {
        if (bug_ == server_bug::no_lock)
            execute(db_, "BEGIN");
        else
            right_.lock();
    }
    void run(std::string_view script) override { right_.run(script); }
    void run_alone(std::string_view script) override {
        if (bug_ == server_bug::index_unrepaired)
            execute(db_, std::string(script).c_str());
        else
            right_.run_alone(script);
    }
    void run_code(const history& h, step one, const options& chosen) override {
        right_.run_code(h, one, chosen);
    }
    [[nodiscard]] bool has_to_commit() const noexcept override { return right_.has_to_commit(); }
    void create_version_table() override { right_.create_version_table(); }
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override {
        if (first_rows_) first_rows_ = {added.begin(), added.end()};
        if (bug_ != server_bug::rows_outside) return right_.write_rows(removed, added);
        removed_ = {removed.begin(), removed.end()};
        added_ = {added.begin(), added.end()};
    }
    void write_log(const log_record& record) override { right_.write_log(record); }
    void spare_others(std::function<bool(std::string_view)> is_own) override {
        right_.spare_others(std::move(is_own));
    }
    [[nodiscard]] bool has_object(std::string_view name) override { return right_.has_object(name); }
    void check() override { right_.check(); }
    void commit() override {
        right_.commit();
        if (bug_ != server_bug::rows_outside) return;
        right_.lock();
        right_.write_rows({removed_.begin(), removed_.end()}, {added_.begin(), added_.end()});
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
        return right_.install(h, how);
    }

private:
    server_bug bug_;
    PGconn* db_;
    postgresql_connection right_;
    std::optional<std::vector<std::string>> first_rows_;
    std::vector<std::string> removed_;
    std::vector<std::string> added_;
};

} // namespace

const char* name_of(server_bug bug) noexcept {
    switch (bug) {
    case server_bug::no_lock:
        return "no lock";
    case server_bug::no_reread:
        return "no reread";
    case server_bug::rows_outside:
        return "rows outside";
    case server_bug::index_unrepaired:
        return "index unrepaired";
    default:
        return "none";
    }
}

void upgrade_with(server_bug bug, PGconn* db, const postgresql_history& h, const options& chosen) {
    if (bug == server_bug::none) {
        upgrade(db, h, "head", chosen);
        return;
    }
    wrong_server_connection wrong(bug, db, chosen);
    static_cast<void>(apply(
        wrong, h.of, direction::up, [&](const auto& rows) { return plan_upgrade(h.of, rows, "head"); },
        chosen));
}

} // namespace headway::tests
