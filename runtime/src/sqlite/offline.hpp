#pragma once

#include "apply/offline_start.hpp"
#include "headway/headway.hpp"

#include <string>

namespace headway::detail {

/// The SQL of a plan, with its version rows and log, as a script for the sqlite3 program. Made by the applier
/// itself, so that it does what the applier does; no database is opened. Throws headway::error, as the
/// applier does.
[[nodiscard]] std::string offline_script(const history&, const offline_start&, const plan&,
                                         const step_heading&, const options&);

/// The same of a stamp, which runs nothing.
[[nodiscard]] std::string offline_stamp(const history&, const offline_start&, const plan&, const options&);

} // namespace headway::detail
