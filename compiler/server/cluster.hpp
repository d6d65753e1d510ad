#pragma once

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
class throwaway_cluster {
public:
    /// Throws std::runtime_error if it cannot be started; the message holds what the server says.
    explicit throwaway_cluster(const std::filesystem::path& programs);
    ~throwaway_cluster();
    throwaway_cluster(const throwaway_cluster&) = delete;
    throwaway_cluster& operator=(const throwaway_cluster&) = delete;

    /// How libpq reaches a database of it.
    [[nodiscard]] std::string connection_to(const std::string& database) const;

private:
    void start(const std::filesystem::path& programs);
    [[noreturn]] void fail(const std::string& what);

    std::filesystem::path directory_;
    pid_t server_ = -1;
};

} // namespace headway::compiler
