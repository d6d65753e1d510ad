#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

struct schema;

/// What the proof of one revision found; becomes a diagnostic when the whole proof is over.
struct finding {
    rule id;
    location where;
    std::string message;
    std::vector<note> notes;
    /// Whether the next revision, behind which this is the schema, makes again what this one lets go: then
    /// nothing was wrong, since nobody stays between the two. None if it cannot.
    std::function<bool(const schema&, SQLite::Database&)> is_put_right = {};
    /// What any later revision may put right: the object of which this is said, as key_of() has it, and the
    /// id of the first revision behind which it holds no more. Empty where there is none.
    std::string object = {};
    std::string mended_by = {};
};
using findings = std::vector<finding>;

} // namespace headway::compiler
