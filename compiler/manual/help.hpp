#pragma once

#include "manual/description.hpp"

namespace headway::compiler {

/// What `headway --help` prints.
[[nodiscard]] std::string render_overview(const std::vector<verb_description>&);

/// What `headway VERB --help` prints.
[[nodiscard]] std::string render_help(const verb_description&);

/// How a verb is written: `upgrade [OPTIONS] [TARGET]`.
[[nodiscard]] std::string render_usage(const verb_description&);

} // namespace headway::compiler
