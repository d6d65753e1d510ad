#pragma once

#include "manual/description.hpp"

namespace headway::compiler {

/// The manual page headway(1), in troff. Pure.
[[nodiscard]] std::string render_manual(const std::vector<verb_description>&, std::string_view version);

} // namespace headway::compiler
