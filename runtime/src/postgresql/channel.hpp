#pragma once

#include "postgresql/result.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace headway::detail {

/// Speaks with the server over the caller's connection, statement by statement, and listens meanwhile to who
/// wants to stop.
class pg_channel {
public:
    /// `cancelled` may be empty; else it has to outlive this.
    pg_channel(PGconn* with, const std::function<bool()>& cancelled) noexcept;

    [[nodiscard]] PGconn* handle() const noexcept { return with_; }
    [[nodiscard]] bool is_lost() const noexcept { return PQstatus(with_) != CONNECTION_OK; }
    [[nodiscard]] bool is_in_transaction() const noexcept {
        return PQtransactionStatus(with_) == PQTRANS_INTRANS || PQtransactionStatus(with_) == PQTRANS_INERROR;
    }

    /// What is called from now on instead of asking `cancelled`; it throws if it shall stop.
    void on_beat(std::function<void()> beat) { beat_ = std::move(beat); }
    /// Throws if somebody wants to stop.
    void beat();

    /// The answer to one statement, or to several if none of them has an answer of its own that matters. What
    /// failed is in the answer; what a beat throws comes out when the statement is cancelled.
    [[nodiscard]] pg_result ask(const std::string& sql, bool several = false);
    /// The same without listening, for what has to be done whatever anybody wants.
    pg_result ask_deaf(const std::string& sql) noexcept;

    /// Waits a while, about as long as said, so that those who wait for one another do not stay in step.
    void nap(std::chrono::milliseconds);

private:
    [[nodiscard]] bool send(const std::string& sql, bool several) noexcept;
    [[nodiscard]] pg_result receive();
    void wait_for_server(std::chrono::milliseconds) noexcept;
    void beat_in_time();
    void stop() noexcept;

    PGconn* with_;
    const std::function<bool()>* cancelled_;
    std::function<void()> beat_;
    std::chrono::steady_clock::time_point next_beat_{};
};

} // namespace headway::detail
