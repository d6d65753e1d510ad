#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace headway::tests {

/// Stands between a client and the server, for one connection, and cuts it.
class cutting_proxy {
public:
    /// Where the cut is: before or behind the message `at`, of either side, from 1.
    struct cut {
        int at;
        bool behind;
    };
    /// Listens in `directory`, and speaks to the server whose sockets are in `server`.
    cutting_proxy(std::string directory, std::string server, cut);
    ~cutting_proxy();
    cutting_proxy(const cutting_proxy&) = delete;
    cutting_proxy& operator=(const cutting_proxy&) = delete;

    /// Whether the connection came so far.
    [[nodiscard]] bool has_cut() const noexcept { return has_cut_; }

private:
    void serve(const std::string& server);
    bool pass_on(int from, int to);

    std::string path_;
    cut where_;
    int listening_;
    int messages_ = 0;
    std::atomic<bool> has_cut_{false};
    std::thread thread_;
};

} // namespace headway::tests
