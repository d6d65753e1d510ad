#pragma once

#include "prove/finding.hpp"
#include "prove/remade_tables.hpp"
#include "prove/row_origins.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// Text searches over tables that a section makes anew: they find rows by their rowids.
class stale_searches {
public:
    /// Makes the searches anew, so that they fit the rows that are there.
    stale_searches(SQLite::Database&, const schema& start, const schema& reached,
                   const std::vector<remade_table>&);
    /// Reports those that do not fit any more behind the section.
    void find(SQLite::Database&, const section&, const row_origins&, findings& found) const;

private:
    struct search {
        const schema_object& now;
        const remade_table& of;
    };
    std::vector<search> searches_;
};

} // namespace headway::compiler
