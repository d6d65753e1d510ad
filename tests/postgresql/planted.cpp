#include "postgresql/planted.hpp"

#include "apply/apply.hpp"
#include "postgresql/connection.hpp"
#include "runtime/forwarding_connection.hpp"

#include <optional>

namespace headway::tests {
using namespace detail;
namespace {

void execute(PGconn* db, const char* sql) {
    pg_result answer(PQexec(db, sql));
    if (answer.has_failed())
        throw statement_failure{false, error_code::statement, 0, answer.message(db), sql, answer.sqlstate()};
}

/// The connection of PostgreSQL with one thing done wrongly.
class wrong_server_connection final : public forwarding_connection<postgresql_connection> {
public:
    wrong_server_connection(server_bug bug, PGconn* db, const options& chosen)
        : forwarding_connection(db, chosen), bug_(bug), db_(db) {}

    [[nodiscard]] std::vector<std::string> rows() override {
        if (bug_ != server_bug::no_reread) return right_.rows();
        if (!first_rows_) first_rows_ = right_.rows();
        return *first_rows_;
    }
    void lock() override {
        if (bug_ == server_bug::no_lock)
            execute(db_, "BEGIN");
        else
            right_.lock();
    }
    void run_alone(std::string_view script) override {
        if (bug_ == server_bug::index_unrepaired)
            execute(db_, std::string(script).c_str());
        else
            right_.run_alone(script);
    }
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override {
        if (first_rows_) first_rows_ = {added.begin(), added.end()};
        if (bug_ != server_bug::rows_outside) return right_.write_rows(removed, added);
        removed_ = {removed.begin(), removed.end()};
        added_ = {added.begin(), added.end()};
    }
    void commit() override {
        right_.commit();
        if (bug_ != server_bug::rows_outside) return;
        right_.lock();
        right_.write_rows({removed_.begin(), removed_.end()}, {added_.begin(), added_.end()});
        right_.commit();
    }

private:
    server_bug bug_;
    PGconn* db_;
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
