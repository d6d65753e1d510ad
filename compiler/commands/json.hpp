#pragma once

#include "commands/annotations.hpp"
#include "headway/plan.hpp"

#include <string>

namespace headway {

/// What `--json` prints; the README documents the shapes. Pure. Each ends in a line end.

/// `{"steps":[{"revision","direction","rows"}],"final"}`
[[nodiscard]] std::string plan_json(const history&, const plan&);

/// A list of revisions. `current` are the rows of the database, null if nobody has looked.
[[nodiscard]] std::string revisions_json(const annotations&, const std::vector<std::uint32_t>& revisions,
                                         const std::vector<std::string>* current);

/// `{"rows","heads","at_head","unknown"}`
struct position_in_history {
    std::vector<std::string> rows;
    std::vector<std::string> heads;
    std::vector<std::string> unknown; ///< Rows that the history does not know.
    bool at_head;
};
[[nodiscard]] std::string position_json(const position_in_history&);

} // namespace headway
