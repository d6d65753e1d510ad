#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <vector>

namespace headway::compiler {

/// What the proof of one revision found; becomes a diagnostic when the whole proof is over.
struct finding {
    rule id;
    location where;
    std::string message;
    std::vector<note> notes;
    /// The object of which this is said, as key_of() has it, where a later revision may put it right.
    std::string object = {};
    /// The statements of a table and its indexes, whose constraints the object has to have again.
    std::string before = {};
    /// The id of the first revision behind which this holds no more.
    std::string mended_by = {};
};
using findings = std::vector<finding>;

} // namespace headway::compiler
