#include "commands/verb.hpp"

#include <array>

namespace headway::compiler {

std::span<const verb* const> verbs() noexcept {
    static constexpr std::array all{
        &init_verb,    &import_verb,    &export_verb,  &revision_verb,   &merge_verb,  &reparent_verb,
        &upgrade_verb, &downgrade_verb, &stamp_verb,   &adopt_verb,      &status_verb, &current_verb,
        &heads_verb,   &branches_verb,  &history_verb, &graph_verb,      &show_verb,   &schema_verb,
        &log_verb,     &check_verb,     &diff_verb,    &lock_verb,       &edit_verb,   &ensure_version_verb,
        &verify_verb,  &snapshot_verb,  &compile_verb, &completion_verb, &manual_verb,
    };
    return all;
}

} // namespace headway::compiler
