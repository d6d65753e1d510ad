#pragma once

#include "headway/backup.hpp"
#include "headway/error.hpp"
#include "headway/history.hpp"
#include "headway/plan.hpp"
#include "headway/version.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

/// Applies a history to an SQLite database.
///
/// Every function takes the connection as SQLite's own `sqlite3*`, which stays the caller's, or as what wraps
/// one and hands it out by `getHandle()`, as SQLiteCpp's `SQLite::Database` does. Use a connection from one
/// thread at a time; different connections may be used from different threads, and different processes may
/// upgrade one file at once: each revision is applied once.
///
/// They throw headway::error (see error.hpp) and std::bad_alloc. When one throws, no transaction is open and
/// the connection's settings are as they were.
///
/// While something is applied, foreign keys are off, all that decides about the meaning of SQL is as SQLite
/// has it by itself, whatever the caller has set, and an authorizer is set, and a progress handler if
/// `options` asks for progress or can cancel. They are put back, except that SQLite cannot say which
/// authorizer and progress handler the caller had set: afterwards there are none, so set yours after the
/// upgrade. What can only be found out, such as `PRAGMA case_sensitive_like`, is refused with
/// `error_code::settings`.
///
/// Other connections to the database notice a change of the schema by themselves and compile their statements
/// anew; what they fetched before, such as the number of columns of a `SELECT *`, they must fetch again.
namespace headway {

/// How the pending revisions are divided into transactions. A `transaction:false` section always divides
/// them.
enum class transaction_mode : std::uint8_t {
    all_pending,  ///< Either all are applied or nothing has changed.
    per_revision, ///< What precedes a failing revision stays applied.
};

/// What to do with a database that is at revisions which the history does not know: one that a newer version
/// of the application has upgraded.
enum class unknown_policy : std::uint8_t {
    /// Throw `unknown_revision`, naming those revisions, when they were applied and by which version.
    refuse,
    /// Leave it as it is, if the log says of each of them that it is compatible with a revision this history
    /// has (`Compatible with:`); otherwise refuse.
    allow,
    /// Take them back, newest first, by the down sections that the log holds, in one transaction with what is
    /// then pending; refuse if one of them is irreversible. This runs SQL that the *file* carries, under the
    /// same authorizer as a migration: never use it on files from strangers.
    step_back,
};

/// What to do with revisions that were passed over: an applied revision descends from them, and did not when
/// it was applied, as the log tells. A fix that was brought to an older release leaves such a database, and
/// so does a revision that was given another parent. The same goes for revisions that have crossed: they came
/// below an applied one which does not descend from them today, so that no row of the version table stands
/// for them, and they would be applied twice. A database whose log is not kept shows none.
enum class passed_over_policy : std::uint8_t {
    /// Throw `passed_over`, naming them, when something else is to be applied or taken back; when nothing is,
    /// the log is read only for `verification::applied`.
    refuse,
    /// Let `upgrade` apply them before what is pending, though the proof has seen them in another order, and
    /// count what has crossed as applied. Every launch reads the log then. `downgrade` refuses as above.
    apply,
};

struct options;
namespace detail {
class connection;
struct adopted;
} // namespace detail

/// What to check before anything is applied, also when nothing is pending. A program carries the checks that
/// it names and no others.
class verification {
public:
    static const verification none;
    /// That what the log says was applied has the checksum it has in this history, else `edited`; and before
    /// that, if `options::on_passed_over` refuses them, that nothing was passed over.
    static const verification applied;
    /// That the schema is what the history yields at the database's revisions; else `drifted`, with the
    /// differences by object. At the heads that is one pass over the schema, elsewhere the history is
    /// replayed in memory. Compared are the tokens of `sqlite_schema.sql`: space, comments, quotes around
    /// names, the case of names and keywords, and the order of a table's constraints make no difference; the
    /// order of columns does. The version table, the log and what SQLite and virtual tables keep for
    /// themselves are left out, also objects of others that `options::ignore` or `IGNORE` of
    /// add_migrations() names, and so is a database at revisions that the history does not know:
    /// `options::on_unknown` decides about that.
    static const verification schema;

    /// Not to be called: what a check is.
    using check = void(detail::connection&, const history&, const options&);
    [[nodiscard]] constexpr check* function() const noexcept { return check_; }

private:
    constexpr explicit verification(check* of) noexcept : check_(of) {}
    check* check_;
};

namespace detail {
verification::check verify_applied;
verification::check verify_schema;
} // namespace detail
inline constexpr verification verification::none{nullptr};
inline constexpr verification verification::applied{&detail::verify_applied};
inline constexpr verification verification::schema{&detail::verify_schema};

/// What else tells where a database is that has tables and no version table, where no bookkeeping does that
/// the history takes over. A program carries the code for it only if it names it.
class adopt {
public:
    static const adopt by_bookkeeping; ///< Nothing: the whole history is applied to such a database.
    /// Its schema, which has to be that of one revision: it is taken over at that one, and the log says so.
    /// If no revision has it, or several that differ in rows alone have it, nothing is changed and `drifted`
    /// is thrown, with the nearest ones and the differences by object. Compared is as by
    /// `verification::schema`, and what other tools keep their records in is left out. A table that was
    /// compiled with `ADOPT schema` has a digest of the schema of every revision; of another the history is
    /// replayed in memory. A database without tables is a new one. For SQLite alone.
    static const adopt by_schema;

    /// Not to be called: what recognises a database.
    using recogniser = void(detail::connection&, const history&, const options&, detail::adopted& into);
    [[nodiscard]] constexpr recogniser* function() const noexcept { return recogniser_; }

private:
    constexpr explicit adopt(recogniser* of) noexcept : recogniser_(of) {}
    recogniser* recogniser_;
};

namespace detail {
adopt::recogniser adopt_by_schema;
} // namespace detail
inline constexpr adopt adopt::by_bookkeeping{nullptr};
inline constexpr adopt adopt::by_schema{&detail::adopt_by_schema};

struct progress {
    std::string_view revision; ///< The one under way. Lives as long as the history.
    direction way;
    std::size_t index; ///< Its place among those of this call, from 0.
    std::size_t total; ///< How many there are.
    /// 0 when the revision begins; counts on while it runs.
    std::size_t beat;
};

struct options {
    /// The table that says where the database is. Alembic's name and shape.
    std::string_view version_table = "alembic_version";
    /// Whether to keep the audit trail `headway_log`.
    bool log = true;
    /// How long to wait for each lock that another connection holds. A busy timeout of the connection is off
    /// meanwhile; a busy handler of the caller's own keeps working and is asked first.
    std::chrono::milliseconds busy_timeout{30'000};
    transaction_mode transaction = transaction_mode::all_pending;
    unknown_policy on_unknown = unknown_policy::refuse;
    passed_over_policy on_passed_over = passed_over_policy::refuse;
    verification verify = verification::none;
    /// What tells where a database without a version table is, besides other tools' bookkeeping.
    adopt unstamped = adopt::by_bookkeeping;
    /// Names of objects that are no business of the history, besides those of its `IGNORE`, for
    /// `verification::schema` and `adopt::by_schema`: `*` stands for any letters, `?` for one. What is on a
    /// table of such a name is left out with it. What a revision makes is verified whatever it is called;
    /// `adopt::by_schema` does not look at it.
    std::vector<std::string_view> ignore{};
    /// `keep_backups(3)`, for one.
    backup_policy backup{};
    /// Called when a revision begins and now and then while it runs, from within the call. What it throws
    /// comes out of the call, after everything was rolled back. It must not use the connection.
    std::function<void(const progress&)> on_progress{};
    /// Asked between revisions, now and then within long ones, and by every call while it waits for a lock,
    /// at least ten times a second: true stops and rolls back with `error_code::cancelled`. Pass
    /// `[token] { return token.stop_requested(); }`.
    std::function<bool()> cancelled{};
    /// Written to the log with each revision.
    std::string_view application{};
    std::string_view application_version{};
    /// For `stamp`: forget the rows that are there first, whether the history knows them or not.
    bool purge = false;
};

struct applied_step {
    std::string_view revision; ///< Its id; lives as long as the history.
    std::string_view summary;
    direction way;
    std::chrono::nanoseconds duration;
};

struct report {
    std::vector<applied_step> steps; ///< What this call applied, in order.
    std::chrono::nanoseconds duration{0};
    /// Revisions that the history does not know: left applied by `unknown_policy::allow`, taken back, in this
    /// order, by `step_back`.
    std::vector<std::string> unknown;
    /// Where the backup is, or empty.
    std::string backup;
    /// True if the database held nothing and was brought to the head in one write, from the image that the
    /// history has. The steps are those of a replay then, and took no time.
    bool installed = false;
    /// The tool that had kept the database before this call took it over, `its schema` if that told where it
    /// was, or empty; lives as long as the history.
    std::string_view adopted{};
    /// True if there was nothing to do, also when another process did it while this one waited.
    [[nodiscard]] bool up_to_date() const noexcept { return steps.empty(); }
};

/// Applies what `target` needs and the database lacks. Nothing to do is success, takes no lock and allocates
/// nothing. All revisions are applied in one transaction, except around `transaction:false` sections.
/// Twin: `pending`.
report upgrade(sqlite3*, const history&, std::string_view target = "head", const options& = {});

/// Takes back what descends from `target`, newest first. Irreversible revisions in the way are refused before
/// anything runs.
report downgrade(sqlite3*, const history&, std::string_view target, const options& = {});

/// Says that the database is at `targets`, without running anything. Returns the rows written.
std::vector<std::string> stamp(sqlite3*, const history&, const std::vector<std::string_view>& targets,
                               const options& = {});

/// The ids that `upgrade` with the same arguments would apply, in order. Reads only.
[[nodiscard]] std::vector<std::string_view> pending(sqlite3*, const history&,
                                                    std::string_view target = "head", const options& = {});

/// The rows of the version table, sorted; none if there is no such table. Reads only.
[[nodiscard]] std::vector<std::string> current(sqlite3*, const options& = {});

template <class Database, class = handle_within<Database>>
report upgrade(Database&& db, const history& h, std::string_view target = "head",
               const options& chosen = {}) {
    return upgrade(db.getHandle(), h, target, chosen);
}
template <class Database, class = handle_within<Database>>
report downgrade(Database&& db, const history& h, std::string_view target, const options& chosen = {}) {
    return downgrade(db.getHandle(), h, target, chosen);
}
template <class Database, class = handle_within<Database>>
std::vector<std::string> stamp(Database&& db, const history& h, const std::vector<std::string_view>& targets,
                               const options& chosen = {}) {
    return stamp(db.getHandle(), h, targets, chosen);
}
template <class Database, class = handle_within<Database>>
[[nodiscard]] std::vector<std::string_view>
pending(Database&& db, const history& h, std::string_view target = "head", const options& chosen = {}) {
    return pending(db.getHandle(), h, target, chosen);
}
template <class Database, class = handle_within<Database>>
[[nodiscard]] std::vector<std::string> current(Database&& db, const options& chosen = {}) {
    return current(db.getHandle(), chosen);
}

} // namespace headway
