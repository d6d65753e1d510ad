#pragma once

#include "server/proof_server.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>

namespace headway::compiler {

/// The programs of the PostgreSQL server of this machine: those of `PG_CONFIG`, else of the pg_config on the
/// path. Empty where there is none.
[[nodiscard]] std::optional<std::filesystem::path> find_server_programs();

/// A server of nobody else's, empty, which is gone with this: on a socket of its own, as another user where
/// this one is root, whom a server refuses. It ends with this process, whatever ends that.
class throwaway_cluster final : public proof_server {
public:
    /// Throws std::runtime_error if it cannot be started; the message holds what the server says.
    explicit throwaway_cluster(const std::filesystem::path& programs);
    ~throwaway_cluster() override;

    [[nodiscard]] std::string connection_to(const std::string& name) const override;
    [[nodiscard]] std::string maintenance() const override { return connection_to("postgres"); }
    /// Makes a role that can do nothing, for migrations that grant it something.
    void make_role(const std::string& name) const;

private:
    void start(const std::filesystem::path& programs);
    void start_cleaner();
    void clean_up() noexcept;
    [[noreturn]] void fail(const std::string& what);

    std::filesystem::path directory_;
    pid_t server_ = -1;
    pid_t cleaner_ = -1;
    int alive_ = -1; ///< What the cleaner listens at.
};

} // namespace headway::compiler
