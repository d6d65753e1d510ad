#pragma once

#include "project/proof.hpp"

namespace headway::compiler {

/// Proves a history for PostgreSQL on a server, of this machine or as the request says, unless it was found
/// to be right before. Adds a note where there is no server.
void prove_on_a_server(const proof_request&, const graph&, diagnostics& found);

} // namespace headway::compiler
