#pragma once

#include "diagnostics/diagnostic.hpp"
#include "link/graph.hpp"

namespace headway {

struct prove_options {};

/// Replays a linked history in memory, revision by revision: up, down, up again, and the schema must be each
/// time what it has to be. What is wrong goes to `found`; a revision whose up section fails is left out with
/// all that descends from it, and the others are proven.
///
/// Throws std::bad_alloc and, if SQLite itself fails, SQLite::Exception or headway::error.
void prove(const graph&, const prove_options&, diagnostics& found);

} // namespace headway
