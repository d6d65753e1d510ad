#pragma once

#include "diagnostics/diagnostic.hpp"
#include "link/graph.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace headway::compiler {

/// Where a history is run.
struct server_choice {
    std::string url;                  ///< Of a server that somebody has named; empty to start one.
    std::filesystem::path programs;   ///< Of that.
    std::vector<std::string> roles{}; ///< That it is to have.
};

/// Runs a history for PostgreSQL on a server: each revision up, down and up again, where the catalog has to
/// be what it was; then all of them as programs do on a new database, since what passes one by one may fail
/// together. What is wrong goes to `found`. Throws std::runtime_error if there is no server to be had.
void prove_on_server(const graph&, const server_choice&, diagnostics& found);

/// What the outcome depends on. The same key gives the same outcome.
[[nodiscard]] std::string server_proof_key(const graph&, const server_choice&);

} // namespace headway::compiler
