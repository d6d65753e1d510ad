#pragma once

#include "commands/verb.hpp"

namespace headway {

/// Scripts that complete `headway …` in a shell. Pure. Revisions are asked of `headway history`.
[[nodiscard]] std::string render_bash(const std::vector<verb_description>&);
[[nodiscard]] std::string render_zsh(const std::vector<verb_description>&);
[[nodiscard]] std::string render_fish(const std::vector<verb_description>&);

} // namespace headway
