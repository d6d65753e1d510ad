#include "commands/verb.hpp"

#include <array>

namespace headway {

std::span<const verb* const> verbs() noexcept {
    static constexpr std::array all{
        &revision_verb, &merge_verb,    &upgrade_verb, &downgrade_verb, &stamp_verb, &current_verb,
        &heads_verb,    &branches_verb, &history_verb, &graph_verb,     &lock_verb,  &compile_verb,
    };
    return all;
}

} // namespace headway
