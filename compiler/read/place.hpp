#pragma once

#include "read/source.hpp"

#include <cstddef>

namespace headway::compiler {

/// The token `offset` bytes into a section.
[[nodiscard]] location token_at(const section&, std::size_t offset);

/// The first line of the statement that follows `offset`: comments before it are passed over.
[[nodiscard]] location statement_at(const section&, std::size_t offset);

/// The line such as `-- migrate:up` above a section; without one its beginning.
[[nodiscard]] location marker_of(const section&);

/// Whether there is a statement in the section.
[[nodiscard]] bool has_sql(const section&);

} // namespace headway::compiler
