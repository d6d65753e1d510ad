#pragma once

#include "prove/finding.hpp"
#include "prove/remade_tables.hpp"
#include "prove/row_origins.hpp"
#include "read/source.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// The counters of AUTOINCREMENT of tables that a section makes anew.
class lost_counters {
public:
    /// Puts the counters ahead of the ids that are there, as they are where rows have been deleted.
    lost_counters(SQLite::Database&, const std::vector<remade_table>&);
    /// Reports those that have fallen back behind the section.
    void find(SQLite::Database&, const section&, const row_origins&, findings& found) const;

private:
    struct counter {
        const remade_table& of;
        std::int64_t before;
    };
    std::vector<counter> counters_;
};

} // namespace headway::compiler
