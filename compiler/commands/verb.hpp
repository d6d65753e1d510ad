#pragma once

#include "manual/description.hpp"
#include "project/usage_error.hpp"

#include <cstdio>
#include <functional>
#include <span>

namespace headway::compiler {

/// Where a verb prints, and how.
struct shell {
    std::FILE* out;
    std::FILE* err;
    bool colour;   ///< Whether `out` shows colours.
    bool terminal; ///< Whether somebody watches `err`.
    std::FILE* in;
    bool interactive; ///< Whether somebody watches `err` and answers on `in`.
};

/// A verb's work, once its arguments are read. Returns the exit code: 0, or 1 if something is wrong with the
/// user's files or database. Throws usage_error, headway::error, and what the system and SQLiteCpp throw.
using work = std::function<int(const shell&)>;

class arguments;

/// What one verb is called, says about itself and does. Each stands in the file of its name.
struct verb : verb_words {
    work (*declare)(arguments&); ///< Declares its arguments.
};

extern const verb adopt_verb;
extern const verb branches_verb;
extern const verb check_verb;
extern const verb compile_verb;
extern const verb completion_verb;
extern const verb current_verb;
extern const verb diff_verb;
extern const verb downgrade_verb;
extern const verb edit_verb;
extern const verb ensure_version_verb;
extern const verb export_verb;
extern const verb graph_verb;
extern const verb heads_verb;
extern const verb history_verb;
extern const verb import_verb;
extern const verb init_verb;
extern const verb lock_verb;
extern const verb log_verb;
extern const verb manual_verb;
extern const verb merge_verb;
extern const verb reparent_verb;
extern const verb revision_verb;
extern const verb schema_verb;
extern const verb show_verb;
extern const verb snapshot_verb;
extern const verb stamp_verb;
extern const verb status_verb;
extern const verb upgrade_verb;
extern const verb verify_verb;

/// All of them, in the order in which the help lists them.
[[nodiscard]] std::span<const verb* const> verbs() noexcept;

} // namespace headway::compiler
