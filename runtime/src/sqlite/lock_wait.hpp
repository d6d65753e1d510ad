#pragma once

#include "apply/moment.hpp"

#include <algorithm>
#include <chrono>
#include <functional>

struct sqlite3;

namespace headway::detail {

/// Waits for the locks of other connections, no longer than it may, and listens meanwhile. While it lives,
/// the timeout that the program has set on its connection is off: SQLite would wait by itself, and listen to
/// nobody. A busy handler of the program's own stays, since SQLite does not hand it out.
class lock_wait {
public:
    /// `cancelled` may be empty; else it has to outlive this.
    lock_wait(sqlite3*, std::chrono::milliseconds longest, const std::function<bool()>& cancelled) noexcept;
    ~lock_wait();
    lock_wait(const lock_wait&) = delete;
    lock_wait& operator=(const lock_wait&) = delete;

    [[nodiscard]] std::chrono::milliseconds longest() const noexcept { return longest_; }
    /// What is called from now on instead of asking `cancelled`; it throws if it shall stop.
    void on_beat(std::function<void()> beat) { beat_ = std::move(beat); }
    [[nodiscard]] bool has_beat() const noexcept { return static_cast<bool>(beat_); }
    /// Throws if somebody wants to stop.
    void beat() const;

    /// Calls `attempt`, which returns one of SQLite's result codes, until no other connection is in its way
    /// or the time is over. Returns its last result, and throws if it shall stop.
    template <class Attempt>
    int until_free(Attempt attempt) const;

private:
    void take_timeout() const noexcept;
    [[nodiscard]] bool is_worth_waiting(int code) const noexcept;
    void nap(int ms) const;

    sqlite3* db_;
    std::chrono::milliseconds longest_;
    mutable int of_program_ = -1; ///< The timeout that is to be put back, in ms; -1 as long as it is there.
    const std::function<bool()>* cancelled_;
    std::function<void()> beat_;
};

template <class Attempt>
int lock_wait::until_free(Attempt attempt) const {
    constexpr int longest_nap = 50; // ms: short enough that thirty waiting processes all get their turn
    take_timeout();
    const std::chrono::steady_clock::time_point deadline = deadline_after(longest_);
    int code = attempt();
    for (int ms = 1; is_worth_waiting(code) && std::chrono::steady_clock::now() < deadline;
         ms = std::min(2 * ms, longest_nap)) {
        nap(ms);
        code = attempt();
    }
    return code;
}

} // namespace headway::detail
