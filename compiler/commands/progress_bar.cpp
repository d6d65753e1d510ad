#include "commands/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway {

std::string render_progress(std::size_t index, std::size_t total, std::string_view revision,
                            std::size_t width) {
    constexpr std::size_t bar = 24;
    const std::size_t done = total == 0 ? bar : bar * index / total;
    const std::string line = fmt::format("[{:#<{}}{:.<{}}] {}/{} {}", "", done, "", bar - done,
                                         std::min(index + 1, total), total, revision);
    return line.substr(0, width);
}

} // namespace headway
