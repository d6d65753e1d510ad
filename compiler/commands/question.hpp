#pragma once

#include "commands/verb.hpp"

#include <string_view>

namespace headway::compiler {

/// Asks on the terminal, where somebody has to be (`shell::interactive`). Anything but yes is no.
[[nodiscard]] bool ask(std::string_view question, const shell&);

} // namespace headway::compiler
