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

/// Finds views, triggers and virtual tables that cannot work: SQLite takes them as they are, and fails when
/// they are used.
class broken_objects {
public:
    /// Says which are broken, without a finding: the state was loaded.
    void load(SQLite::Database&, const schema&);
    /// Reports those that the up section has made, or broken. Statements are prepared, and never run but
    /// for reading a virtual table. Costs nothing where it has made nothing of the kind, and has neither
    /// dropped nor altered anything.
    void find(const proven_step&, SQLite::Database&, findings& found);
    /// Whether the object of this key was broken when it was looked at last.
    [[nodiscard]] bool has(const std::string& key) const { return known_.contains(key); }

private:
    std::set<std::string> known_; ///< By kind and folded name.
};

} // namespace headway::compiler
