#pragma once

#include "diagnostics/diagnostic.hpp"
#include "link/graph.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace headway::compiler {

/// Runs a history for PostgreSQL on a server of its own: each revision up, down and up again, where the
/// catalog has to be what it was; then all of them in as few transactions as the runtime takes, since what
/// passes one by one may fail together. What is wrong goes to `found`. Throws std::runtime_error if no server
/// can be started.
void prove_on_server(const graph&, const std::filesystem::path& programs, diagnostics& found);

/// What the outcome depends on. The same key gives the same outcome.
[[nodiscard]] std::string server_proof_key(const graph&, const std::filesystem::path& programs);

} // namespace headway::compiler
