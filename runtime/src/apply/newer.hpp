#pragma once

#include "apply/apply.hpp"
#include "apply/connection.hpp"
#include "headway/history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// Whether the history has every one of the rows.
[[nodiscard]] bool knows_all(const history&, const std::vector<std::string>& rows);

/// What a newer version of the application has done to a database, as its log tells it.
struct newer_revisions {
    std::vector<std::string> unknown;    ///< Those that the history does not know, newest first.
    std::vector<std::int64_t> sequences; ///< Their lines of the log.
    std::vector<std::string> known_rows; ///< The rows without them: what they descend from, sorted.
    std::string told;                    ///< A line for each, for messages.
    std::string first_row;               ///< One of the rows that are not known.
    std::string unlogged;                ///< What the log should tell and does not, if anything.
    std::string no_promise;  ///< Why the program cannot work on the database as it is, if it cannot.
    std::string no_way_back; ///< Why they cannot be taken back, if they cannot.
};

/// `rows` are those of the version table, not all of them known.
[[nodiscard]] newer_revisions read_newer(connection&, const history&, const std::vector<std::string>& rows);

/// Throws `unknown_revision`, naming them; `why` is what the reader should do or know.
[[noreturn]] void refuse(const newer_revisions&, std::string_view why);

/// Refuses a newer database, if that is the policy or no other can be followed.
void require_policy(const options&, const newer_revisions&);

/// Refuses one whose newer revisions cannot be taken back.
void require_way_back(const newer_revisions&);

/// Takes one of them back by its line of the log.
void take_back_by_log(connection&, std::string_view revision, std::int64_t sequence, bool log);

/// Leaves a newer database alone, if it promises that this program can work on it as it is.
[[nodiscard]] report allow(newer_revisions, const planner& make_plan);

struct setting_out {
    std::vector<std::string> rows;
    std::vector<std::uint32_t> first; ///< What another tool never ran, though the rows imply it.
};
/// The rows from which `apply` would set out: those of the version table, or, if the database is newer and
/// the options allow for that, those that the history has of it, or, if another tool has kept it so far,
/// those that a takeover would write. Throws as `apply` would.
[[nodiscard]] setting_out rows_to_set_out_from(connection&, const history&, const planner& make_plan,
                                               const options&);

} // namespace headway::detail
