#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diff/diff.hpp"
#include "headway/plan.hpp"
#include "link/annotations.hpp"
#include "project/log.hpp"
#include "project/status.hpp"
#include "schema/schema.hpp"

#include <string>

namespace headway::compiler {

/// What `--json` prints; compiler/README.md documents the shapes. Pure. Each ends in a line end.

/// `{"steps":[{"revision","direction","rows"}],"final"}`
[[nodiscard]] std::string plan_json(const history&, const plan&);

/// A list of revisions. `current` are the rows of the database, null if nobody has looked.
[[nodiscard]] std::string revisions_json(const annotations&, const std::vector<std::uint32_t>& revisions,
                                         const std::vector<std::string>* current);

/// `{"rows","heads","at_head","unknown"}`
[[nodiscard]] std::string whereabouts_json(const whereabouts&);

/// A list of log lines.
[[nodiscard]] std::string log_json(const std::vector<log_line>&);

/// `{"database","rows","heads","at_head","unknown","pending","irreversible","edited","lock"}`
[[nodiscard]] std::string status_json(const graph&, const project_status&);

/// `{"ok","pending","unknown","edited","lock","drift","diagnostics"}`
[[nodiscard]] std::string check_json(const graph&, const project_status&,
                                     const std::vector<std::string>& drift, const diagnostics&);

/// The same where the project or its database could not be read, so that nothing else is known: why is in
/// `found`, or else in `failure`, which has no rule. `lock` is null.
[[nodiscard]] std::string failed_check_json(const diagnostics& found, std::string_view failure);

/// `{"tables","indexes","views","triggers"}`, in canonical order.
[[nodiscard]] std::string schema_json(const schema&);

/// `{"up","down","irreversible","hazards":[{"code","object","message"}]}`
[[nodiscard]] std::string migration_json(const migration&);

/// `[{"rule","severity","message","file","line","column","notes":[{"message","file","line","column"}]}]`
[[nodiscard]] std::string diagnostics_json(const diagnostics&);

} // namespace headway::compiler
