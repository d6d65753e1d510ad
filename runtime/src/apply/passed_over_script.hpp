#pragma once

#include "headway/history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// How an engine's SQL spells the log.
struct log_in_sql {
    std::string_view table;
    std::string own_lines;     ///< What a line of this history fulfils.
    std::string_view position; ///< The function that says where a text stands in another, 0 for nowhere.
};

/// A query of how many revisions were passed over, or are applied that no row implies, in a database at
/// `rows` as its log has it; nothing if there is none that could have been.
[[nodiscard]] std::string count_passed_over(const history&, const std::vector<std::string>& rows,
                                            const log_in_sql&);

} // namespace headway::detail
