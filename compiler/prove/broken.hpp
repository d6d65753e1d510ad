#pragma once

#include "prove/finding.hpp"
#include "prove/lint.hpp"
#include "schema/schema.hpp"

#include <set>
#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// Finds views and triggers that cannot work: SQLite takes them as they are, and fails when they are used.
class broken_objects {
public:
    /// Says which are broken, without a finding: the state was loaded.
    void load(SQLite::Database&, const schema&);
    /// Reports those that the up section has made, or broken. Statements are prepared, and never run. Costs
    /// nothing where it has made no view or trigger, and has neither dropped nor altered anything.
    void find(const proven_step&, SQLite::Database&, findings& found);

private:
    std::set<std::string> known_; ///< By kind and folded name.
};

} // namespace headway::compiler
