#include "postgresql/cutting_proxy.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace headway::tests {
namespace {

sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        throw std::runtime_error("a socket's path is too long: " + path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

int new_socket() {
    const int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0) throw std::runtime_error("socket() failed");
    return made;
}

} // namespace

cutting_proxy::cutting_proxy(std::string directory, std::string server, cut where)
    : path_(std::move(directory) + "/.s.PGSQL.5432"), where_(where), listening_(new_socket()) {
    unlink(path_.c_str());
    const sockaddr_un address = address_of(path_);
    if (bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        listen(listening_, 1) != 0)
        throw std::runtime_error("cannot listen at " + path_);
    thread_ = std::thread([this, server = std::move(server)] { serve(server + "/.s.PGSQL.5432"); });
}

cutting_proxy::~cutting_proxy() {
    shutdown(listening_, SHUT_RDWR);
    thread_.join();
    close(listening_);
    unlink(path_.c_str());
}

/// What is read at once counts as a message: either side waits for the other's answer.
bool cutting_proxy::pass_on(int from, int to) {
    std::array<char, 65536> bytes;
    const ssize_t size = read(from, bytes.data(), bytes.size());
    if (size <= 0) return false;
    const bool cuts = ++messages_ == where_.at;
    has_cut_ = has_cut_ || cuts;
    if (cuts && !where_.behind) return false;
    return send(to, bytes.data(), static_cast<std::size_t>(size), MSG_NOSIGNAL) == size && !cuts;
}

void cutting_proxy::serve(const std::string& server) {
    const int client = accept(listening_, nullptr, nullptr);
    if (client < 0) return;
    const int upstream = new_socket();
    const sockaddr_un address = address_of(server);
    if (connect(upstream, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        for (bool goes_on = true; goes_on;) {
            std::array<pollfd, 2> both{pollfd{client, POLLIN, 0}, pollfd{upstream, POLLIN, 0}};
            if (poll(both.data(), both.size(), -1) < 0 && errno != EINTR) break;
            if (both[0].revents != 0) goes_on = pass_on(client, upstream);
            if (goes_on && both[1].revents != 0) goes_on = pass_on(upstream, client);
        }
    }
    close(client);
    close(upstream);
}

} // namespace headway::tests
