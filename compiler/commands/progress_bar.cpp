#include "commands/progress_bar.hpp"

#include <fmt/format.h>

#include <sys/ioctl.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// A line that fills the last column would move some terminals to the next line.
std::size_t columns_of(std::FILE* terminal) noexcept {
    winsize size{};
    const bool known = ::ioctl(::fileno(terminal), TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    return known ? size.ws_col - std::size_t{1} : 79;
}

} // namespace

std::string render_progress(std::size_t index, std::size_t total, std::string_view revision,
                            std::size_t width) {
    constexpr std::size_t bar = 24;
    const std::size_t done = total == 0 ? bar : bar * index / total;
    const std::string line = fmt::format("[{:#<{}}{:.<{}}] {}/{} {}", "", done, "", bar - done,
                                         std::min(index + 1, total), total, revision);
    return line.substr(0, width);
}

progress_bar::progress_bar(const shell& io, std::chrono::milliseconds patience)
    : io_(io), next_(clock::now() + patience) {}

progress_bar::~progress_bar() {
    if (drawn_.empty()) return;
    std::fputs("\r\x1b[K", io_.err);
    std::fflush(io_.err);
}

void progress_bar::show(std::size_t index, std::size_t total, std::string_view revision) {
    constexpr std::chrono::milliseconds moment(40);
    if (!io_.terminal || clock::now() < next_) return;
    next_ = clock::now() + moment;
    std::string line = render_progress(index, total, revision, columns_of(io_.err));
    if (line == drawn_) return;
    drawn_ = std::move(line);
    std::fputs(("\r" + drawn_ + "\x1b[K").c_str(), io_.err);
    std::fflush(io_.err);
}

} // namespace headway::compiler
