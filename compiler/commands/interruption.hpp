#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace headway::compiler {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM do not end the process: `stop` is called for them, over and
/// over until the interruption ends, from a thread of its own. One at a time, from the main thread.
class interruption {
public:
    explicit interruption(std::function<void()> stop);
    interruption(const interruption&) = delete;
    interruption& operator=(const interruption&) = delete;
    ~interruption();

    /// Whether somebody has asked to stop.
    [[nodiscard]] bool requested() const noexcept { return requested_; }

private:
    void wait();

    std::function<void()> stop_;
    sigset_t before_{};
    std::atomic<bool> requested_ = false;
    std::atomic<bool> over_ = false;
    std::thread waiting_; ///< Last: it uses the others.
};

} // namespace headway::compiler
