#pragma once

#include "diff/conversion.hpp"

#include <string>
#include <vector>

namespace headway::compiler {

/// What a trial of a conversion showed.
struct proof {
    std::vector<refusal> failures;    ///< None if the conversion does what it should.
    std::vector<std::string> untried; ///< Tables that change, and for which no row could be made up.
};

/// Runs `sql` on a private copy of `of.from` with rows in it, and looks whether `of.to` is reached, with
/// every row that both can hold still there, with its values and its rowid.
[[nodiscard]] proof prove(const conversion& of, const conversion_plan&, const std::string& sql);

} // namespace headway::compiler
