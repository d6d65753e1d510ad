#pragma once

#include "commands/over_project.hpp"
#include "headway/plan.hpp"
#include "project/opened_database.hpp"

#include <functional>
#include <optional>

namespace headway::compiler {

/// What `upgrade`, `downgrade` and `stamp` have in common.
struct migrate_request {
    settings_flags where;
    std::string target;
    std::vector<std::string> targets;    ///< Of `stamp`.
    std::optional<std::string> current;  ///< What `--current` says.
    std::vector<std::string> extensions; ///< Paths; of `upgrade` and `downgrade`.
    bool plan = false;
    bool sql = false;
    bool json = false;
    bool purge = false;             ///< Of `stamp`.
    bool detect = false;            ///< Of `stamp`.
    declared_request provided{};    ///< Of `stamp --detect`.
    bool apply_passed_over = false; ///< Of `upgrade`.
    bool step_back = false;         ///< Of `upgrade` and `downgrade`.
};

/// Declares `--extension`: what migrations call that the sqlite3 library lacks.
void declare_extensions(arguments&, migrate_request&);
/// Loads them.
void load_extensions(const migrate_request&, opened_database&);

/// Declares `--sql`, `--plan`, `--json`, `--current`, and where the project is.
void declare_migration(arguments&, migrate_request&);

/// Throws usage_error where the options contradict each other.
void check_migration(const migrate_request&);

/// Where a script of `--sql` begins and ends.
struct script_range {
    std::vector<std::string> rows;
    std::string target;
};
/// Reads `FROM:TO`. Without `FROM`, the script begins at `--current`, else at `otherwise`; throws usage_error
/// if that is empty too.
[[nodiscard]] script_range parse_range(const project&, const migrate_request&, std::string_view otherwise);

/// The SQL of a plan that begins at `rows`, as a script for the sqlite3 program, or for psql.
[[nodiscard]] std::string render_script(const project&, const std::vector<std::string>& rows, const plan&);

/// What the runtime is told; views into the project's settings.
[[nodiscard]] options runtime_options(const project&, const migrate_request&);

/// The plan of a request for a database at `rows`, with what its log says was passed over before all else.
/// Throws headway::error where there is any and the request does not say that it is to be made up for. With
/// `--current` no log is read.
[[nodiscard]] plan plan_of(const project&, const migrate_request&, direction,
                           const std::vector<std::string>& rows);

/// Prints the steps of a plan, and where they lead.
void print_plan(const project&, const plan&, bool as_json, const shell&);

/// Applies or takes back revisions by `perform`, and prints what it did and where the database is now. Ctrl-C
/// stops it: what is under way is rolled back. Returns the exit code.
int migrate(const project&, const migrate_request&, direction, opened_database&,
            const std::function<report(const options&)>& perform, const shell&);

/// What it performs to upgrade. All that it is made of has to outlive it.
[[nodiscard]] std::function<report(const options&)> upgrade_to(const std::string& target, const project&,
                                                               opened_database&);

} // namespace headway::compiler
