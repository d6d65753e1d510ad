#pragma once

#include "headway/postgresql.hpp"
#include "runtime/made_history.hpp"

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace headway::tests {

/// A connection to the server that the environment names.
class client {
public:
    explicit client(const std::string& database, const std::string& more = {})
        : db_(PQconnectdb(("dbname=" + database + " " + more).c_str())) {
        if (PQstatus(db_.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(db_.get()));
        PQsetNoticeProcessor(
            db_.get(), [](void*, const char*) {}, nullptr);
    }
    [[nodiscard]] PGconn* get() const noexcept { return db_.get(); }
    operator PGconn*() const noexcept { return db_.get(); }

    /// The first value of the answer; each row's, with a line end between.
    std::string ask(const std::string& sql) const {
        const std::unique_ptr<PGresult, void (*)(PGresult*)> answer(PQexec(db_.get(), sql.c_str()), PQclear);
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
            throw std::runtime_error(PQresultErrorMessage(answer.get()));
        std::string text;
        for (int row = 0; row < PQntuples(answer.get()); ++row) {
            if (row > 0) text += '\n';
            text += PQgetvalue(answer.get(), row, 0);
        }
        return text;
    }

private:
    struct closing {
        void operator()(PGconn* db) const noexcept { PQfinish(db); }
    };
    std::unique_ptr<PGconn, closing> db_;
};

/// A database of its own, for one test.
class made_server_database {
public:
    made_server_database() : name_("made_" + std::to_string(next_number())) {
        const client to("postgres");
        to.ask("CREATE DATABASE " + name_);
    }
    ~made_server_database() {
        try {
            client("postgres").ask("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        } catch (const std::exception&) { // the server may be gone
        }
    }
    made_server_database(const made_server_database&) = delete;
    made_server_database& operator=(const made_server_database&) = delete;

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] client connect(const std::string& more = {}) const { return client(name_, more); }

private:
    static int next_number() {
        static int number = 0;
        return ++number;
    }
    std::string name_;
};

/// A history for PostgreSQL made by hand.
class made_server_history {
public:
    explicit made_server_history(std::vector<spelled_revision> revisions)
        : made_(std::move(revisions), {history_format, engine::postgresql}), history_{made_} {}
    operator const postgresql_history&() const noexcept { return history_; }

private:
    made_history made_;
    postgresql_history history_;
};

} // namespace headway::tests
