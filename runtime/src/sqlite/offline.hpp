#pragma once

#include "headway/headway.hpp"
#include "headway/plan.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// What a script is written for.
struct offline_start {
    std::vector<std::string> rows; ///< Of the version table when the script begins.
    bool purges = false;           ///< It forgets whatever rows there are instead.
};

/// The words about a step of a plan that stand above its statements, as a comment.
using step_heading = std::function<std::string(step)>;

/// The SQL of a plan, with its version rows and log, as a script for the sqlite3 program. Made by the applier
/// itself, so that it does what the applier does; no database is opened. Throws headway::error, as the
/// applier does.
[[nodiscard]] std::string offline_script(const history&, const offline_start&, const plan&,
                                         const step_heading&, const options&);

/// The same of a stamp, which runs nothing.
[[nodiscard]] std::string offline_stamp(const history&, const offline_start&, const plan&, const options&);

} // namespace headway::detail
