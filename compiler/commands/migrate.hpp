#pragma once

#include "emit/table.hpp"
#include "headway/plan.hpp"
#include "project/project.hpp"

#include <functional>
#include <optional>

namespace SQLite {
class Database;
}

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
    bool purge = false; ///< Of `stamp`.
};

/// Declares `--extension`: what migrations call that the sqlite3 library lacks.
void declare_extensions(arguments&, migrate_request&);
/// Loads them.
void load_extensions(const migrate_request&, SQLite::Database&);

/// Declares `--sql`, `--plan`, `--json`, `--current`, and where the project is.
void declare_migration(arguments&, migrate_request&);

/// Throws usage_error where the options contradict each other; else returns the request.
[[nodiscard]] const migrate_request& check_migration(const migrate_request&);

/// A project packed for the planner.
class planned_project {
public:
    explicit planned_project(project loaded)
        : project_(std::move(loaded)), table_(project_.history, 1), history_(table_.view()) {}
    planned_project(const planned_project&) = delete;
    planned_project& operator=(const planned_project&) = delete;

    [[nodiscard]] const settings& from() const noexcept { return project_.from; }
    [[nodiscard]] const graph& revisions() const noexcept { return project_.history; }
    [[nodiscard]] const history& packed() const noexcept { return history_; }
    [[nodiscard]] const std::shared_ptr<const source_text>& lock() const noexcept { return project_.lock; }
    /// Gives the project away; what is packed stays.
    [[nodiscard]] project take() { return std::move(project_); }

    /// The rows to plan from: those that `--current` describes, otherwise the database's.
    [[nodiscard]] std::vector<std::string> rows(const std::optional<std::string>& current) const;

private:
    project project_;
    table table_;
    history history_;
};

/// The revisions that a target names; the database is asked where it is only if that matters.
[[nodiscard]] std::vector<std::uint32_t> find_revisions(const planned_project&, std::string_view target);

/// Prints the steps of a plan, and where they lead.
void print_plan(const planned_project&, const plan&, bool as_json, const shell&);

/// Applies or takes back revisions by `perform`, and prints what it did and where the database is now. Ctrl-C
/// stops it: what is under way is rolled back. Returns the exit code.
int migrate(const planned_project&, SQLite::Database&, const std::function<report(const options&)>& perform,
            const shell&);

} // namespace headway::compiler
