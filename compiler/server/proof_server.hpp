#pragma once

#include "postgresql/result.hpp"

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

namespace headway::compiler {

using opened_connection = std::unique_ptr<PGconn, void (*)(PGconn*)>;

/// A server that a history is run on.
class proof_server {
public:
    proof_server() = default;
    proof_server(const proof_server&) = delete;
    proof_server& operator=(const proof_server&) = delete;
    virtual ~proof_server() = default;

    /// Makes an empty database, which is gone with this. Throws std::runtime_error if the server refuses.
    void make_database(const std::string& name);
    /// The roles that there are.
    [[nodiscard]] std::vector<std::string> roles() const;
    /// Drops roles that were made since there were `kept`, behind the database of which they may own a part.
    void drop_roles_but(const std::vector<std::string>& kept, const std::string& database);
    /// A connection to one that was made, of which nobody hears the notices.
    [[nodiscard]] opened_connection connect(const std::string& name) const;
    /// How libpq reaches one that was made.
    [[nodiscard]] virtual std::string connection_to(const std::string& name) const = 0;
    /// How it reaches one that is there.
    [[nodiscard]] virtual std::string maintenance() const = 0;

protected:
    /// What the server calls a database.
    [[nodiscard]] virtual std::string real_name(const std::string& name) const { return name; }
    /// Runs a statement there. Throws std::runtime_error if it fails.
    detail::pg_result command(const std::string& sql) const;

    std::vector<std::string> made_; ///< What the server calls those that were made.
};

/// A database for a part of the proof. Roles are a server's, not a database's: those that migrations make in
/// it go with this, so that they can be made again in the next.
class proof_database {
public:
    proof_database(proof_server& on, std::string name);
    ~proof_database();
    proof_database(const proof_database&) = delete;
    proof_database& operator=(const proof_database&) = delete;

private:
    proof_server& on_;
    std::string name_;
    std::vector<std::string> roles_; ///< That were there before.
};

/// One that somebody has named, on which databases may be made; those that are made are dropped with this.
class named_server final : public proof_server {
public:
    explicit named_server(std::string url);
    ~named_server() override;

    [[nodiscard]] std::string connection_to(const std::string& name) const override;
    [[nodiscard]] std::string maintenance() const override { return url_; }
    /// Which release it is. Throws std::runtime_error if it cannot be reached.
    [[nodiscard]] int version() const;

private:
    [[nodiscard]] std::string real_name(const std::string& name) const override;

    std::string url_;
};

} // namespace headway::compiler
