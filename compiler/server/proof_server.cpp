#include "server/proof_server.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>
#include <unistd.h>

namespace headway::compiler {
namespace {

opened_connection open_connection(const std::string& to) {
    opened_connection db(PQconnectdb(to.c_str()), PQfinish);
    if (PQstatus(db.get()) != CONNECTION_OK)
        throw std::runtime_error(
            fmt::format("cannot reach the server for the proof: {}", PQerrorMessage(db.get())));
    PQsetNoticeProcessor(
        db.get(), [](void*, const char*) {}, nullptr);
    return db;
}

/// A value of a connection string.
std::string quoted_value(const char* value) {
    std::string text = "'";
    for (; *value != '\0'; ++value) {
        if (*value == '\'' || *value == '\\') text += '\\';
        text += *value;
    }
    return text + "'";
}

} // namespace

detail::pg_result proof_server::command(const std::string& sql) const {
    const opened_connection to = open_connection(maintenance());
    detail::pg_result done(PQexec(to.get(), sql.c_str()));
    if (done.has_failed())
        throw std::runtime_error("the server for the proof refuses: " + done.message(to.get()));
    return done;
}

opened_connection proof_server::connect(const std::string& name) const {
    return open_connection(connection_to(name));
}

void proof_server::make_database(const std::string& name) {
    static_cast<void>(
        command(fmt::format("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", real_name(name))));
    made_.push_back(real_name(name));
}

std::vector<std::string> proof_server::roles() const {
    const detail::pg_result all = command("SELECT quote_ident(rolname) FROM pg_roles");
    std::vector<std::string> names;
    for (int row = 0; row < all.rows(); ++row)
        names.emplace_back(all.text(row, 0));
    return names;
}

void proof_server::drop_roles_but(const std::vector<std::string>& kept, const std::string& database) {
    std::vector<std::string> made = roles();
    std::erase_if(
        made, [&](const std::string& one) { return std::find(kept.begin(), kept.end(), one) != kept.end(); });
    if (made.empty()) return;
    static_cast<void>(command(fmt::format("DROP DATABASE {}", real_name(database))));
    static_cast<void>(command(fmt::format("DROP ROLE {}", fmt::join(made, ", "))));
}

proof_database::proof_database(proof_server& on, std::string name)
    : on_(on), name_(std::move(name)), roles_(on.roles()) {
    on_.make_database(name_);
}

proof_database::~proof_database() {
    try {
        on_.drop_roles_but(roles_, name_);
    } catch (const std::exception&) { // they stay, and the next that makes them fails
    }
}

named_server::named_server(std::string url) : url_(std::move(url)) {}

named_server::~named_server() {
    for (const std::string& each : made_) {
        try {
            static_cast<void>(command(fmt::format("DROP DATABASE IF EXISTS {}", each)));
        } catch (const std::exception&) { // it is gone, or cannot be reached any more
        }
    }
}

std::string named_server::real_name(const std::string& name) const {
    return fmt::format("headway_proof_{}_{}", getpid(), name);
}

std::string named_server::connection_to(const std::string& name) const {
    char* wrong = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfoParse(url_.c_str(), &wrong), PQconninfoFree);
    if (options == nullptr) {
        const std::string why = wrong == nullptr ? "" : wrong;
        PQfreemem(wrong);
        throw std::runtime_error("the server for the proof is no connection string of libpq: " + why);
    }
    std::string text = fmt::format("dbname={}", real_name(name));
    for (const PQconninfoOption* each = options.get(); each->keyword != nullptr; ++each) {
        if (each->val != nullptr && std::string_view(each->keyword) != "dbname")
            text += fmt::format(" {}={}", each->keyword, quoted_value(each->val));
    }
    return text;
}

int named_server::version() const {
    return PQserverVersion(open_connection(url_).get());
}

} // namespace headway::compiler
