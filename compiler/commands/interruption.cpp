#include "commands/interruption.hpp"

#include <pthread.h>

#include <chrono>

namespace headway::compiler {
namespace {

sigset_t watched() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

/// The signals are blocked in every thread, so that the one that waits for them gets them: no handler, which
/// could only reach what is global.
interruption::interruption(std::function<void()> stop) : stop_(std::move(stop)) {
    const sigset_t signals = watched();
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
    waiting_ = std::thread([this] { wait(); });
}

interruption::~interruption() {
    over_ = true;
    pthread_kill(waiting_.native_handle(), SIGTERM); // wakes it if it still waits
    waiting_.join();
    // What nobody has waited for would end the process as soon as it is let through.
    const sigset_t signals = watched();
    const timespec at_once{};
    while (sigtimedwait(&signals, nullptr, &at_once) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void interruption::wait() {
    const sigset_t signals = watched();
    int caught = 0;
    sigwait(&signals, &caught);
    if (over_) return;
    requested_ = true;
    // Again and again: what is to be stopped may not have begun when it is first asked to.
    for (; !over_; std::this_thread::sleep_for(std::chrono::milliseconds(1)))
        stop_();
}

} // namespace headway::compiler
