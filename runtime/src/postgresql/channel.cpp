#include "postgresql/channel.hpp"

#include "headway/error.hpp"

#include <algorithm>
#include <random>
#include <thread>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace headway::detail {
namespace {

using std::chrono::milliseconds;
using steady = std::chrono::steady_clock;

constexpr milliseconds between_beats{50};

[[noreturn]] void stop_waiting() {
    throw error(
        error_code::cancelled,
        "the wait for the server was cancelled, and nothing was changed\nThe next launch tries again.");
}

/// A COPY from the program has no data here; the server takes back what the statement did.
void refuse_copy(PGconn* with, ExecStatusType how) noexcept {
    if (how == PGRES_COPY_IN || how == PGRES_COPY_BOTH)
        PQputCopyEnd(with, "a migration has no data to copy: write INSERT");
    if (how == PGRES_COPY_OUT || how == PGRES_COPY_BOTH) {
        char* row = nullptr;
        while (PQgetCopyData(with, &row, 0) > 0) {
            PQfreemem(row);
        }
    }
}

} // namespace

pg_channel::pg_channel(PGconn* with, const std::function<bool()>& cancelled) noexcept
    : with_(with), cancelled_(cancelled ? &cancelled : nullptr) {}

void pg_channel::beat() {
    next_beat_ = steady::now() + between_beats;
    if (beat_) return beat_();
    if (cancelled_ != nullptr && (*cancelled_)()) stop_waiting();
}

void pg_channel::beat_in_time() {
    if (steady::now() >= next_beat_) beat();
}

/// By itself in a message of the extended protocol, the server refuses what is more than one statement.
bool pg_channel::send(const std::string& sql, bool several) noexcept {
    const int sent = several
                         ? PQsendQuery(with_, sql.c_str())
                         : PQsendQueryParams(with_, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    if (sent == 0) return false;
    while (PQflush(with_) == 1) {
        wait_for_server(between_beats);
        if (PQconsumeInput(with_) == 0) return false;
    }
    return true;
}

void pg_channel::wait_for_server(milliseconds longest) noexcept {
#ifdef _WIN32
    WSAPOLLFD of{static_cast<SOCKET>(PQsocket(with_)), POLLIN, 0};
    WSAPoll(&of, 1, static_cast<int>(longest.count()));
#else
    pollfd of{PQsocket(with_), POLLIN, 0};
    poll(&of, 1, static_cast<int>(longest.count()));
#endif
}

pg_result pg_channel::receive() {
    while (PQisBusy(with_) != 0) {
        wait_for_server(between_beats);
        if (PQconsumeInput(with_) == 0) break; // the result says that the connection is lost
        beat_in_time();
    }
    return pg_result(PQgetResult(with_));
}

/// The last answer but a failure counts before all others.
pg_result pg_channel::ask(const std::string& sql, bool several) {
    pg_result answer;
    beat_in_time();
    if (!send(sql, several)) return answer;
    try {
        for (bool first = true;; first = false) {
            pg_result next = receive();
            const ExecStatusType how = next.status();
            if (how == PGRES_COPY_IN || how == PGRES_COPY_OUT || how == PGRES_COPY_BOTH) {
                refuse_copy(with_, how);
            } else if (!next.is_there()) {
                return answer;
            } else if (first || !answer.has_failed()) {
                answer = std::move(next);
            }
        }
    } catch (...) {
        stop();
        throw;
    }
}

pg_result pg_channel::ask_deaf(const std::string& sql) noexcept {
    return is_lost() ? pg_result() : pg_result(PQexec(with_, sql.c_str()));
}

/// Cancels what is under way and takes its answers off the connection.
void pg_channel::stop() noexcept {
    if (PGcancel* const request = PQgetCancel(with_)) {
        char why[256];
        PQcancel(request, why, sizeof why);
        PQfreeCancel(request);
    }
    for (pg_result rest(PQgetResult(with_)); rest.is_there(); rest = pg_result(PQgetResult(with_))) {
        refuse_copy(with_, rest.status());
    }
}

void pg_channel::nap(milliseconds about) {
    static thread_local std::minstd_rand dice{std::random_device{}()};
    const auto most = static_cast<int>(about.count());
    const steady::time_point end =
        steady::now() + milliseconds(std::uniform_int_distribution<int>(most / 2 + 1, most + 1)(dice));
    for (; steady::now() < end; beat()) {
        std::this_thread::sleep_for(std::min(
            between_beats, std::chrono::duration_cast<milliseconds>(end - steady::now()) + milliseconds(1)));
    }
}

} // namespace headway::detail
