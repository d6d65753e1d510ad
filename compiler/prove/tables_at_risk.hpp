#pragma once

#include "prove/lint.hpp"

#include <vector>

namespace headway::compiler {

/// A section that has run without rows.
struct way {
    const section& script;
    const statement_log& log;
    const schema& seeded;                 ///< Where rows are made up: before the up section.
    const schema& start;                  ///< Before this section.
    const schema& reached;                ///< Behind this section.
    bool is_only_way;                     ///< There is no section that leads back.
    const restored_constraints* restored; ///< Of the step.
};
[[nodiscard]] way way_up(const proven_step&);
[[nodiscard]] way way_down(const proven_step&, const statement_log& down);

/// The tables of the schema before of which rows can make the section fail, or lose something: those that it
/// reads, updates, deletes from, renames, rebuilds, gives a column that is NOT NULL or has a default, or an
/// index that is unique or computed; and those that refer to rows which it may take away. In the order of
/// the schema.
[[nodiscard]] std::vector<const schema_object*> tables_at_risk(const way&);

} // namespace headway::compiler
