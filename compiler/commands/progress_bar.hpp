#pragma once

#include "commands/verb.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace headway::compiler {

/// One line of at most `width` columns about step `index` (from 0) of `total`: a bar, the count, and the
/// revision under way. Pure.
[[nodiscard]] std::string render_progress(std::size_t index, std::size_t total, std::string_view revision,
                                          std::size_t width);

/// That line on the terminal, if somebody watches one. It goes when this goes.
class progress_bar {
public:
    /// Work that is done before `patience` is over needs no bar.
    explicit progress_bar(const shell& io, std::chrono::milliseconds patience = {});
    progress_bar(const progress_bar&) = delete;
    progress_bar& operator=(const progress_bar&) = delete;
    ~progress_bar();

    /// Draws it anew, unless it was drawn a moment ago: call this again while a step takes long.
    void show(std::size_t index, std::size_t total, std::string_view revision);

private:
    using clock = std::chrono::steady_clock;

    const shell& io_;
    clock::time_point next_; ///< When it may be drawn again.
    std::string drawn_;
};

} // namespace headway::compiler
