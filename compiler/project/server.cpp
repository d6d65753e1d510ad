#include "project/opened_database.hpp"
#include "project/project.hpp"
#include "project/usage_error.hpp"

#ifdef HEADWAY_HAS_POSTGRESQL
#include "postgresql/connection.hpp"
#endif

#include <fmt/format.h>

namespace headway::compiler {

#ifdef HEADWAY_HAS_POSTGRESQL
namespace {

class opened_server final : public opened_database {
public:
    explicit opened_server(const settings& from) : of_(PQconnectdb(from.server.c_str())) {
        if (PQstatus(of_.get()) != CONNECTION_OK)
            throw std::runtime_error(
                fmt::format("cannot reach the database {}: {}", from.database, PQerrorMessage(of_.get())));
    }

    std::unique_ptr<detail::connection> connect(const options& chosen) override {
        return std::make_unique<detail::postgresql_connection>(of_.get(), chosen);
    }
    void interrupt() override {} // the connection asks whether it shall stop
    void roll_back() override {} // and has done so
    std::vector<log_line> read_log(const settings& from) override;
    SQLite::Database& sqlite() override {
        throw usage_error("what is asked for is for SQLite alone, and the database is a PostgreSQL server's");
    }

private:
    struct closing {
        void operator()(PGconn* of) const noexcept { PQfinish(of); }
    };
    std::unique_ptr<PGconn, closing> of_;
};

std::vector<log_line> opened_server::read_log(const settings& from) {
    const options chosen = runtime_options(from);
    detail::postgresql_connection connection(of_.get(), chosen);
    const detail::pg_result all = connection.log_lines();
    std::vector<log_line> lines;
    for (int row = 0; row < all.rows(); ++row) {
        const auto text = [&](int column) { return std::string(all.text(row, column)); };
        lines.push_back({all.number(row, 0), text(1), text(2), text(3), text(4), text(5), all.number(row, 6),
                         text(7), text(8), text(9)});
    }
    return lines;
}

} // namespace

std::unique_ptr<opened_database> open_server(const settings& from) {
    return std::make_unique<opened_server>(from);
}
#else
std::unique_ptr<opened_database> open_server(const settings& from) {
    throw std::runtime_error(fmt::format(
        "the database {} is a PostgreSQL server's, and this headway was built without libpq", from.database));
}
#endif

} // namespace headway::compiler
