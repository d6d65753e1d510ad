#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace headway::compiler {

/// What the proof of one revision found; becomes a diagnostic when the whole proof is over.
struct finding {
    rule id;
    location where;
    std::string message;
    std::vector<note> notes;
};
using findings = std::vector<finding>;

} // namespace headway::compiler
