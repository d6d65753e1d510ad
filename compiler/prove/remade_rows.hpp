#pragma once

#include "prove/finding.hpp"
#include "prove/lost_counters.hpp"
#include "prove/remade_tables.hpp"
#include "prove/row_origins.hpp"
#include "prove/stale_searches.hpp"
#include "prove/statement_log.hpp"
#include "prove/table_content.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace headway::compiler {

/// What becomes of the rows of tables that a section makes anew: their values, their ids, and what goes by
/// these. Rows that are missing are another matter.
class remade_rows {
public:
    /// The state is that before the section, `start`; the section led from it to `reached` before.
    remade_rows(SQLite::Database&, const section&, const statement_log&, const schema& start,
                const schema& reached);
    remade_rows(const remade_rows&) = delete; // parts of it refer to each other
    remade_rows& operator=(const remade_rows&) = delete;
    [[nodiscard]] const row_origins& origins() const noexcept { return origins_; }
    /// The state is that behind the section. With `says_columns` also columns that a copy forgets, which are
    /// named elsewhere where there is a way back.
    void find_losses(bool says_columns, findings& found) const;

private:
    SQLite::Database& database_;
    const section& of_;
    const schema& reached_;
    row_origins origins_;
    std::vector<remade_table> remade_;
    std::vector<table_content> before_; ///< Of each of them.
    lost_counters counters_;
    stale_searches searches_;
};

} // namespace headway::compiler
