#pragma once

#include "headway/plan.hpp"

#include <functional>
#include <string>
#include <vector>

namespace headway::detail {

/// What a script is written for.
struct offline_start {
    std::vector<std::string> rows; ///< Of the version table when the script begins.
    bool purges = false;           ///< It forgets whatever rows there are instead.
};

/// The words about a step of a plan that stand above its statements, as a comment.
using step_heading = std::function<std::string(step)>;

} // namespace headway::detail
