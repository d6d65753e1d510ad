#pragma once

#include <istream>
#include <string>
#include <vector>

namespace headway::compiler {

/// A `key = value` of a configuration file, quotes taken off.
struct setting {
    std::string key; ///< With its section before a point.
    std::string value;
};
/// Reads the TOML that settings need. Throws std::runtime_error.
[[nodiscard]] std::vector<setting> read_settings(std::istream&);

} // namespace headway::compiler
