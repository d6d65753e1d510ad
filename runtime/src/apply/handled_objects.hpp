#pragma once

#include "headway/history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// The views, triggers and indexes that sections of a history create or drop. All of them are read when it is
/// first asked: for what goes wrong, and for what is gone.
class handled_objects {
public:
    explicit handled_objects(const history& of) : history_(of) {}
    [[nodiscard]] bool have(std::string_view name);

private:
    const history& history_;
    bool are_read_ = false;
    std::vector<std::string> names_; ///< Folded, in order.
};

} // namespace headway::detail
