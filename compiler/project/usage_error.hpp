#pragma once

#include <stdexcept>

namespace headway::compiler {

/// A mistake on the command line that only shows when its parts are seen together; the exit code is 2.
struct usage_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace headway::compiler
