#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diff/diff.hpp"
#include "project/declarations.hpp"
#include "project/settings.hpp"

#include <memory>
#include <string>

namespace headway::compiler {

/// The two schemas that a migration leads between, for places in messages.
struct schema_texts {
    std::shared_ptr<const source_text> before;
    std::shared_ptr<const source_text> after;
};

/// What the planner is to know of the project: what the application provides, the tables that are Headway's,
/// and the rows of the database if one is named. Throws what opening the database throws.
[[nodiscard]] diff_options diff_options_of(const settings&, const declared_request&);

/// Adds why there is no migration to `found`, each reason at its place in the schemas.
void report_refusals(const migration&, const schema_texts&, diagnostics& found);
/// Adds the hazards of `up` as errors.
void report_hazards(const migration&, const schema_texts&, diagnostics& found);

/// The two sections of a migration file, from the line `-- migrate:up` on.
[[nodiscard]] std::string render_sections(const migration&);

} // namespace headway::compiler
