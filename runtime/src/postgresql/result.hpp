#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace headway::detail {

/// What the server has answered to a statement.
class pg_result {
public:
    pg_result() noexcept = default;
    explicit pg_result(PGresult* of) noexcept : of_(of) {}

    [[nodiscard]] bool is_there() const noexcept { return of_ != nullptr; }
    [[nodiscard]] ExecStatusType status() const noexcept { return PQresultStatus(of_.get()); }
    [[nodiscard]] bool has_failed() const noexcept;
    [[nodiscard]] int rows() const noexcept { return PQntuples(of_.get()); }
    [[nodiscard]] bool is_null(int row, int column) const noexcept {
        return PQgetisnull(of_.get(), row, column) != 0;
    }
    /// Good as long as the result.
    [[nodiscard]] std::string_view text(int row, int column) const noexcept;
    [[nodiscard]] bool is_true(int row, int column) const noexcept { return text(row, column) == "t"; }
    [[nodiscard]] std::int64_t number(int row, int column) const noexcept;
    /// `COMMIT`, `INSERT 0 1`; empty if the statement has failed.
    [[nodiscard]] std::string_view tag() const noexcept { return PQcmdStatus(of_.get()); }
    /// How many rows the statement has written; 0 if it writes none.
    [[nodiscard]] std::int64_t written() const noexcept;

    /// As `sqlstate_number`; 0 if nothing has failed, or if the connection is lost.
    [[nodiscard]] int sqlstate() const noexcept;
    /// What went wrong, with the server's details and its hint, in one line.
    [[nodiscard]] std::string message(const PGconn*) const;
    /// The byte of `statement` at which the server stopped; 0 if it does not say.
    [[nodiscard]] std::size_t place_in(std::string_view statement) const noexcept;

private:
    struct clearing {
        void operator()(PGresult* of) const noexcept { PQclear(of); }
    };
    [[nodiscard]] std::string_view field(int code) const noexcept;

    std::unique_ptr<PGresult, clearing> of_;
};

} // namespace headway::detail
