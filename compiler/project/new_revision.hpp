#pragma once

#include "project/project.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// A revision that is to be written.
struct new_revision {
    std::string id{};
    std::string message{}; ///< The first line is the summary.
    std::vector<std::string> revises{};
    std::vector<std::string> depends_on{};
    std::vector<std::string> labels{};
    std::int64_t created = 0; ///< Seconds since 1970 UTC; 0 if nobody knows.
    std::optional<std::uint32_t> user_version{};
    std::string recorded_as{}; ///< Empty if that is the id.
    std::string up{};          ///< SQL; empty for a section to be filled in.
    std::string down{};
    bool up_transaction = true;
    bool down_transaction = true;
    std::string irreversible{}; ///< Why there is no way down; empty if there is one.
    bool in_cpp = false;        ///< Its functions are to be filled in, and it has no SQL.
};

/// `{revision}_{slug}.sql`, or `.cpp`
[[nodiscard]] std::string file_name(const new_revision&);

/// The text of its file. Pure.
[[nodiscard]] std::string render_revision(const new_revision&);

/// An id of twelve random hexadecimal digits, and the time now.
[[nodiscard]] std::string random_revision_id();
[[nodiscard]] std::int64_t seconds_now();

/// Finds what else is wrong with a history.
using examiner = std::function<void(const graph&, diagnostics& found)>;

struct written_revision {
    std::string path;
    diagnostics found; ///< With an error in it nothing was written.
};
/// Writes the file and adds it to `headway.lock`, unless the history would not be one with it, or `examine`
/// finds an error. Throws std::runtime_error if there is a file of that name, std::system_error.
[[nodiscard]] written_revision write_revision(project, const new_revision&, const examiner& examine = {});

/// Brings the line of one revision in `headway.lock` up to date after it was edited; leaves the others alone.
void lock_again(const project&, std::string_view revision);

} // namespace headway::compiler
