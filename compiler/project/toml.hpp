#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace headway::compiler {

/// A value of a kind that no setting has, such as a number.
struct other_value {};

/// A `key = value` of a configuration file.
struct setting {
    std::string key; ///< With its tables before it: `table.key`.
    std::variant<std::string, bool, std::vector<std::string>, other_value> value;
};

/// Reads TOML; settings come in the order of the file. Throws std::runtime_error, whose message begins with
/// the line and column of the mistake.
[[nodiscard]] std::vector<setting> read_settings(std::istream&);

/// A text as TOML has it, with its quotes.
[[nodiscard]] std::string quote_toml(std::string_view text);

} // namespace headway::compiler
