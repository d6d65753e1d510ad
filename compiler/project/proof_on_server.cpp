#include "project/proof_on_server.hpp"

#include "emit/output.hpp"

#ifdef HEADWAY_HAS_POSTGRESQL
#include "server/cluster.hpp"
#include "server/server_proof.hpp"
#endif

#include <fmt/format.h>

#include <filesystem>

namespace headway::compiler {
namespace {

/// What a build that says nothing would be taken for.
void note_unproven(const graph& history, diagnostics& found) {
    found.add(
        rule::unproven, {},
        fmt::format(
            "nothing was proven of these {} revisions: there is no PostgreSQL server on this machine to "
            "run them on; install one (Debian: postgresql-15), or name its pg_config by PG_CONFIG",
            history.revisions.size()));
}

} // namespace

void prove_on_a_server(const proof_request& request, const graph& history, diagnostics& found) {
    if (history.revisions.empty() || found.has_errors()) return;
#ifdef HEADWAY_HAS_POSTGRESQL
    const auto programs = find_server_programs();
    if (programs || !request.server.empty()) {
        const server_choice chosen{request.server, programs.value_or(std::filesystem::path()), request.roles};
        const std::filesystem::path kept = std::filesystem::path(request.cache) / "server-proof";
        const std::string key = server_proof_key(history, chosen);
        if (!request.cache.empty() && read_file(kept) == key) return;
        const std::size_t before = found.list().size();
        prove_on_server(history, chosen, found);
        if (request.cache.empty() || found.list().size() > before) return; // to be said again
        std::filesystem::create_directories(request.cache);
        write_if_changed(kept, key);
        return;
    }
#else
    static_cast<void>(request);
#endif
    note_unproven(history, found);
}

} // namespace headway::compiler
