#pragma once

#include "headway/history.hpp"

#include <string_view>

namespace headway::detail {

/// Finds revisions by their ids, fastest if they are asked for in the history's order or its reverse.
class finder {
public:
    explicit finder(const history& h) : history_(h) {}
    /// The revision's index, or `count` if the history does not have it.
    [[nodiscard]] std::uint32_t find(std::string_view id) noexcept {
        for (std::uint32_t looked = 0; looked < history_.count; ++looked) {
            last_ = last_ == 0 ? history_.count - 1 : last_ - 1;
            if (history_.id(last_) == id) return last_;
        }
        return history_.count;
    }

private:
    const history& history_;
    std::uint32_t last_ = 0;
};

} // namespace headway::detail
