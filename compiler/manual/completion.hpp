#pragma once

#include "manual/description.hpp"

#include <string>
#include <vector>

namespace headway::compiler {

/// Scripts that complete `headway …` in a shell. Pure. Revisions they ask `headway completion --revisions`
/// for.
[[nodiscard]] std::string render_bash(const std::vector<verb_description>&);
[[nodiscard]] std::string render_zsh(const std::vector<verb_description>&);
[[nodiscard]] std::string render_fish(const std::vector<verb_description>&);

} // namespace headway::compiler
