#pragma once

namespace headway::detail {

/// What a `foreign_key_guard` does, as SQL for scripts, which cannot ask it: remembers, within a transaction,
/// the rows whose parents are missing.
extern const char* const remember_orphans;
/// Fails, naming them, if there are others than those that are remembered. A row is known again by its key
/// and its place, or by its place where its table, its parent or its columns have other names.
extern const char* const refuse_orphans;

} // namespace headway::detail
