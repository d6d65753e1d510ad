#include "server/server_proof.hpp"

#include "apply/session.hpp"
#include "emit/table.hpp"
#include "headway/postgresql.hpp"
#include "postgresql/connection.hpp"
#include "read/sha.hpp"
#include "server/catalog.hpp"
#include "server/cluster.hpp"
#include "sql/language.hpp"
#include "sql/psql_token.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <tuple>

namespace headway::compiler {
namespace {

/// A database of the cluster, and the runtime's own connection to it.
class proof_session {
public:
    proof_session(const throwaway_cluster& on, const std::string& database)
        : db_(PQconnectdb(on.connection_to(database).c_str())), connection_(db_.get(), chosen_) {
        if (PQstatus(db_.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(db_.get()));
        PQsetNoticeProcessor(
            db_.get(), [](void*, const char*) {}, nullptr);
    }

    [[nodiscard]] PGconn* handle() const noexcept { return db_.get(); }

    /// What keeps a section from running; nothing then has happened.
    [[nodiscard]] std::optional<detail::statement_failure> run(const section& part) {
        const detail::session open(connection_);
        connection_.lock();
        try {
            if (part.transaction) {
                connection_.run(part.sql());
                connection_.check();
                connection_.commit();
            } else {
                connection_.roll_back();
                connection_.run_alone(part.sql());
            }
        } catch (const detail::statement_failure& failed) {
            return failed;
        } catch (const error& failed) { // of what is deferred; it has no place
            return detail::statement_failure{false, failed.code(),       0, failed.what(),
                                             {},    failed.engine_code()};
        }
        return std::nullopt;
    }

private:
    struct closing {
        void operator()(PGconn* of) const noexcept { PQfinish(of); }
    };
    options chosen_{};
    std::unique_ptr<PGconn, closing> db_;
    detail::postgresql_connection connection_;
};

void make_database(const throwaway_cluster& on, const std::string& name) {
    const proof_session to(on, "postgres");
    const detail::pg_result made(PQexec(to.handle(), ("CREATE DATABASE " + name).c_str()));
    if (made.has_failed())
        throw std::runtime_error("cannot make a database for the proof: " + made.message(to.handle()));
}

location place_of_failure(const section& part, const detail::statement_failure& failed) {
    const std::string_view sql = part.sql();
    const token word = detail::next_psql_token(sql, std::min(failed.offset, sql.size()));
    return {part.where.file, part.where.begin + word.begin,
            part.where.begin + std::min(word.end, sql.find('\n', word.begin))};
}

std::string with_sqlstate(const detail::statement_failure& failed) {
    const std::string state = error(failed.code, "", failed.engine_code).sqlstate();
    return state.empty() ? failed.message : fmt::format("{} ({})", failed.message, state);
}

/// What one catalog has and the other has not, or otherwise.
std::vector<std::string> differences_of(const std::vector<cataloged>& wanted,
                                        const std::vector<cataloged>& found) {
    const auto less = [](const cataloged& left, const cataloged& right) {
        return std::tie(left.name, left.meaning) < std::tie(right.name, right.meaning);
    };
    std::vector<cataloged> sorted[] = {wanted, found};
    for (std::vector<cataloged>& each : sorted)
        std::sort(each.begin(), each.end(), less);
    std::vector<cataloged> lost;
    std::vector<cataloged> left;
    std::set_difference(sorted[0].begin(), sorted[0].end(), sorted[1].begin(), sorted[1].end(),
                        std::back_inserter(lost), less);
    std::set_difference(sorted[1].begin(), sorted[1].end(), sorted[0].begin(), sorted[0].end(),
                        std::back_inserter(left), less);
    std::vector<std::string> told;
    for (const cataloged& each : left) {
        const auto before = std::find_if(lost.begin(), lost.end(),
                                         [&](const cataloged& one) { return one.name == each.name; });
        if (before == lost.end()) {
            told.push_back(fmt::format("{} is left behind", each.name));
        } else {
            told.push_back(fmt::format("{} was `{}` and is `{}`", each.name, before->meaning, each.meaning));
            lost.erase(before);
        }
    }
    for (const cataloged& each : lost)
        told.push_back(fmt::format("{} is lost", each.name));
    return told;
}

/// Carries the proof from revision to revision.
class server_prover {
public:
    server_prover(const throwaway_cluster& on, const graph& history, diagnostics& found)
        : on_(on), history_(history), found_(found) {}

    void prove() {
        make_database(on_, "one_by_one");
        proof_session to(on_, "one_by_one");
        std::vector<cataloged> before = read_catalog(to.handle());
        for (const linked_revision& each : history_.revisions) {
            if (!prove_revision(to, each.from, before)) return; // others would fail by that
        }
        if (!found_.has_errors()) prove_together();
    }

private:
    bool run(proof_session& to, const section& part, std::string_view when) {
        const auto failed = to.run(part);
        if (!failed) return true;
        found_.add(failed->refused ? rule::transaction_control : rule::sql_error,
                   place_of_failure(part, *failed), fmt::format("{}{}", with_sqlstate(*failed), when));
        return false;
    }

    void compare(const section& at, std::string_view what, const std::vector<cataloged>& wanted,
                 const std::vector<cataloged>& found) {
        const std::vector<std::string> told = differences_of(wanted, found);
        if (told.empty()) return;
        const location where = at.marker.file == nullptr ? at.where : at.marker;
        diagnostic& added = found_.add(rule::round_trip, where, fmt::format("{}: {}", what, told.front()));
        for (std::size_t index = 1; index < std::min<std::size_t>(told.size(), 8); ++index)
            added.notes.push_back({{}, told[index]});
    }

    bool prove_revision(proof_session& to, const source& of, std::vector<cataloged>& before) {
        if (!run(to, of.up, "")) return false;
        std::vector<cataloged> after = read_catalog(to.handle());
        if (!of.irreversible) {
            if (!run(to, of.down, "")) return false;
            compare(of.down, "down does not undo up", before, read_catalog(to.handle()));
            if (!run(to, of.up, ", behind its down section")) return false;
            compare(of.down, "up behind down does not give what up gave", after, read_catalog(to.handle()));
        }
        before = std::move(after);
        return true;
    }

    /// As a program that is launched on a new database.
    void prove_together() {
        make_database(on_, "together");
        const proof_session to(on_, "together");
        const table packed(history_, 1);
        try {
            upgrade(to.handle(), postgresql_history{packed.view()}, "heads");
        } catch (const error& failed) {
            const auto at = std::find_if(
                history_.revisions.begin(), history_.revisions.end(),
                [&](const linked_revision& each) { return each.from.id.text == failed.revision(); });
            const std::string message = failed.what();
            found_.add(rule::sql_error, at == history_.revisions.end() ? location() : at->from.up.marker,
                       fmt::format("what passes revision by revision fails in one transaction: {}",
                                   message.substr(0, message.find('\n'))));
        }
    }

    const throwaway_cluster& on_;
    const graph& history_;
    diagnostics& found_;
};

} // namespace

void prove_on_server(const graph& history, const std::filesystem::path& programs, diagnostics& found) {
    const throwaway_cluster on(programs);
    server_prover(on, history, found).prove();
}

std::string server_proof_key(const graph& history, const std::filesystem::path& programs) {
    std::string text = fmt::format("{} {}\n", HEADWAY_VERSION, programs.string());
    std::error_code gone;
    text += fmt::format("{}\n", std::filesystem::file_size(programs / "postgres", gone)); // another release
    for (const linked_revision& each : history.revisions)
        text += to_hex(each.from.checksum) + "\n";
    return sha_hex(text);
}

} // namespace headway::compiler
