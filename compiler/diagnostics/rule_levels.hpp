#pragma once

#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// How a project judges rules, where it is not as the table does.
class rule_levels {
public:
    /// Reads `code=error`, `warning`, `note` or `off`. Returns what is wrong with it, or nothing.
    [[nodiscard]] std::string set(std::string_view setting);
    /// The level of a diagnostic of `id` whose own level is `level`; none if the rule is off.
    [[nodiscard]] std::optional<severity> judge(rule id, severity level) const noexcept;

private:
    struct entry {
        rule id;
        std::optional<severity> level;
    };
    std::vector<entry> entries_; ///< The last one of a rule counts.
};

} // namespace headway::compiler
