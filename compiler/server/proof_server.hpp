#pragma once

#include <string>
#include <vector>

namespace headway::compiler {

/// A server that a history is run on.
class proof_server {
public:
    proof_server() = default;
    proof_server(const proof_server&) = delete;
    proof_server& operator=(const proof_server&) = delete;
    virtual ~proof_server() = default;

    /// Makes an empty database, which is gone with this. Throws std::runtime_error if the server refuses.
    void make_database(const std::string& name);
    /// How libpq reaches one that was made.
    [[nodiscard]] virtual std::string connection_to(const std::string& name) const = 0;
    /// How it reaches one that is there.
    [[nodiscard]] virtual std::string maintenance() const = 0;

protected:
    /// What the server calls a database.
    [[nodiscard]] virtual std::string real_name(const std::string& name) const { return name; }
    /// Runs a statement there that needs no answer. Throws std::runtime_error if it fails.
    void command(const std::string& sql) const;

    std::vector<std::string> made_; ///< What the server calls those that were made.
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
