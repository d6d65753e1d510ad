#include "server/server_proof.hpp"

#include "apply/session.hpp"
#include "emit/table.hpp"
#include "headway/postgresql.hpp"
#include "postgresql/connection.hpp"
#include "read/sha.hpp"
#include "server/catalog.hpp"
#include "server/cluster.hpp"
#include "server/server_lint.hpp"
#include "server/table_watch.hpp"
#include "server/touched_objects.hpp"
#include "sql/language.hpp"
#include "sql/psql_token.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace headway::compiler {
namespace {

/// The runtime's own connection to a database of the server.
class proof_session {
public:
    proof_session(proof_server& on, const std::string& database)
        : db_(on.connect(database)),
          reader_(on.connect(database)),
          connection_(db_.get(), chosen_),
          locks_(db_.get(), reader_.get()),
          notes_(db_.get(), locks_),
          open_(connection_) {
        catalog::prepare(reader_.get());
    }

    [[nodiscard]] PGconn* handle() const noexcept { return db_.get(); }
    /// Beside it, for what migrations do to their session makes no difference to what another one reads.
    [[nodiscard]] PGconn* reader() const noexcept { return reader_.get(); }
    [[nodiscard]] const lock_reader& locks() const noexcept { return locks_; }
    [[nodiscard]] detail::postgresql_connection& connection() noexcept { return connection_; }

    /// What sections have touched since the last call.
    [[nodiscard]] touched_objects take_touched() { return std::exchange(touched_, {}); }

    /// What keeps a section from running; nothing then has happened.
    [[nodiscard]] std::optional<detail::statement_failure> run(const section& part) {
        connection_.lock();
        try {
            if (part.transaction) {
                connection_.run(part.sql());
                connection_.check();
                touched_.add(notes_.take());
                connection_.commit();
            } else {
                connection_.roll_back();
                touched_.everything = true;
                connection_.run_alone(part.sql());
            }
        } catch (const detail::statement_failure& failed) {
            connection_.roll_back();
            return failed;
        } catch (const error& failed) { // of what is deferred; it has no place
            connection_.roll_back();
            return detail::statement_failure{false, failed.code(),       0, failed.what(),
                                             {},    failed.engine_code()};
        }
        return std::nullopt;
    }

private:
    options chosen_{};
    opened_connection db_;
    opened_connection reader_;
    detail::postgresql_connection connection_;
    lock_reader locks_;
    touch_notes notes_;
    detail::session open_;
    touched_objects touched_;
};

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

/// Another order in which the revisions can be applied, as far from the history's own as there is.
std::vector<std::uint32_t> other_order(const graph& history) {
    const std::size_t count = history.revisions.size();
    std::vector<std::vector<std::uint32_t>> children(count);
    std::vector<std::size_t> missing(count, 0);
    for (std::uint32_t at = 0; at < count; ++at) {
        for (const auto* parents : {&history.revisions[at].revises, &history.revisions[at].depends_on}) {
            missing[at] += parents->size();
            for (const std::uint32_t parent : *parents)
                children[parent].push_back(at);
        }
    }
    std::vector<std::uint32_t> ready;
    for (std::uint32_t at = 0; at < count; ++at)
        if (missing[at] == 0) ready.push_back(at);
    std::vector<std::uint32_t> order;
    while (!ready.empty()) {
        const auto last = std::max_element(ready.begin(), ready.end());
        const std::uint32_t next = *last;
        ready.erase(last);
        order.push_back(next);
        for (const std::uint32_t child : children[next])
            if (--missing[child] == 0) ready.push_back(child);
    }
    return order;
}

/// Carries the proof from revision to revision.
class server_prover {
public:
    server_prover(proof_server& on, const graph& history, diagnostics& found)
        : on_(on), history_(history), found_(found) {}

    void prove() {
        bool can_run = true;
        for (const linked_revision& each : history_.revisions) {
            can_run = judge_words(each.from.up, found_) && can_run;
            can_run = (each.from.irreversible || judge_words(each.from.down, found_)) && can_run;
        }
        if (can_run && prove_one_by_one() && !found_.has_errors()) {
            prove_launch("together", transaction_mode::all_pending, "in one transaction");
            prove_launch("each_alone", transaction_mode::per_revision, "without their down sections between");
            prove_other_order();
        }
    }

private:
    /// False if a revision cannot run: others would fail by that.
    bool prove_one_by_one() {
        const proof_database in(on_, "one_by_one");
        proof_session to(on_, "one_by_one");
        table_watch watch(to.handle(), to.reader(), to.locks());
        catalog before(to.reader());
        touched_objects since;
        since.everything = true;
        for (const linked_revision& each : history_.revisions) {
            watch.begin(since);
            since = {};
            const auto renew = [&](const catalog& from) {
                const touched_objects touched = to.take_touched();
                since.add(touched);
                return from.renewed(to.reader(), touched);
            };
            if (!prove_revision(to, watch, each.from, before, renew)) return false;
        }
        head_ = before.all();
        return true;
    }

    bool run(proof_session& to, const section& part, std::string_view when) {
        const auto failed = to.run(part);
        if (!failed) return true;
        found_.add(failed->refused ? rule::transaction_control : rule::sql_error,
                   place_of_failure(part, *failed), fmt::format("{}{}", with_sqlstate(*failed), when));
        return false;
    }

    /// The same, and what it does to the tables that are there.
    bool run_watched(proof_session& to, table_watch& watch, const section& part) {
        server_lint lint(part, found_);
        to.connection().watch([&](std::string_view, std::string_view statement) {
            lint.judge(statement, watch.look(statement));
            lint.judge(statement, watch.changes());
        });
        const bool runs = run(to, part, "");
        to.connection().watch(nullptr);
        return runs;
    }

    /// A program that dies behind such a section runs it again.
    void prove_repeatable(proof_session& to, const section& part) {
        if (part.transaction) return;
        const auto failed = to.run(part);
        if (failed)
            found_.add(rule::alone_not_repeatable, place_of_failure(part, *failed),
                       fmt::format("this fails where it has run before: {}", with_sqlstate(*failed)));
    }

    void compare(const section& at, std::string_view what, const catalog& wanted, const catalog& found) {
        const location where = at.marker.file == nullptr ? at.where : at.marker;
        tell(rule::round_trip, where, what, differences_of(wanted, found));
    }

    void tell(rule id, const location& where, std::string_view what, const std::vector<std::string>& told) {
        constexpr std::size_t most = 8;
        if (told.empty()) return;
        diagnostic& added = found_.add(id, where, fmt::format("{}: {}", what, told.front()));
        for (std::size_t index = 1; index < std::min(told.size(), most); ++index)
            added.notes.push_back({{}, told[index]});
    }

    /// `before` is the catalog before it and, in the end, behind it; `renew` brings one up to date.
    bool prove_revision(proof_session& to, table_watch& watch, const source& of, catalog& before,
                        const std::function<catalog(const catalog&)>& renew) {
        if (!run_watched(to, watch, of.up)) return false;
        prove_repeatable(to, of.up);
        catalog after = renew(before);
        if (!of.irreversible) {
            if (!run(to, of.down, "")) return false;
            prove_repeatable(to, of.down);
            const catalog taken_back = renew(after);
            compare(of.down, "down does not undo up", before, taken_back);
            if (!run(to, of.up, ", behind its down section")) return false;
            const catalog again = renew(taken_back);
            compare(of.down, "up behind down does not give what up gave", after, again);
            after = again;
        }
        before = std::move(after);
        return true;
    }

    /// As a program that is launched on a new database.
    void prove_launch(const char* name, transaction_mode mode, std::string_view how) {
        const proof_database in(on_, name);
        const opened_connection to = on_.connect(name);
        const table packed(history_, 1);
        options chosen;
        chosen.transaction = mode;
        try {
            upgrade(to.get(), postgresql_history{packed.view()}, "heads", chosen);
        } catch (const error& failed) {
            const auto at = std::find_if(
                history_.revisions.begin(), history_.revisions.end(),
                [&](const linked_revision& each) { return each.from.id.text == failed.revision(); });
            const std::string message = failed.what();
            found_.add(rule::sql_error, at == history_.revisions.end() ? location() : at->from.up.marker,
                       fmt::format("what passes revision by revision fails {}: {}", how,
                                   message.substr(0, message.find('\n'))));
        }
    }

    /// Databases that one branch came to first are to be like those that the other came to first.
    void prove_other_order() {
        const std::vector<std::uint32_t> order = other_order(history_);
        if (std::is_sorted(order.begin(), order.end())) return;
        const proof_database in(on_, "other_order");
        proof_session to(on_, "other_order");
        for (const std::uint32_t each : order) {
            const section& part = history_.revisions[each].from.up;
            const auto failed = to.run(part);
            if (!failed) continue;
            found_.add(rule::confluence, place_of_failure(part, *failed),
                       fmt::format("this fails where the other branch is applied first, or later: {}",
                                   with_sqlstate(*failed)));
            return;
        }
        const std::vector<cataloged> there = catalog(to.reader()).all();
        const std::vector<std::string> told =
            differences_of(without_column_numbers(head_), without_column_numbers(there));
        const location& where = place_of_merge();
        constexpr std::string_view what = "the order in which branches are applied makes a difference";
        tell(rule::confluence, where, what, told);
        if (told.empty()) tell(rule::column_order, where, what, differences_of(head_, there));
    }

    /// Of the last merge point, else of the last head.
    [[nodiscard]] const location& place_of_merge() const {
        const auto merge = std::find_if(
            history_.revisions.rbegin(), history_.revisions.rend(),
            [](const linked_revision& each) { return each.revises.size() + each.depends_on.size() > 1; });
        return (merge == history_.revisions.rend() ? history_.revisions.back() : *merge).from.id.where;
    }

    proof_server& on_;
    const graph& history_;
    diagnostics& found_;
    std::vector<cataloged> head_; ///< What the history yields.
};

} // namespace

void prove_on_server(const graph& history, const server_choice& chosen, diagnostics& found) {
    if (!chosen.url.empty()) {
        named_server on(chosen.url);
        return server_prover(on, history, found).prove();
    }
    throwaway_cluster on(chosen.programs);
    for (const std::string& role : chosen.roles)
        on.make_role(role);
    server_prover(on, history, found).prove();
}

std::string server_proof_key(const graph& history, const server_choice& chosen) {
    std::string text = fmt::format("{} {}\n", HEADWAY_VERSION, chosen.programs.string());
    std::error_code gone;
    if (chosen.url.empty()) // another release
        text += fmt::format("{}\n", std::filesystem::file_size(chosen.programs / "postgres", gone));
    else
        text += fmt::format("{}\n", named_server(chosen.url).version());
    for (const std::string& role : chosen.roles)
        text += fmt::format("role {}\n", role);
    for (const linked_revision& each : history.revisions)
        text += to_hex(each.from.checksum) + "\n";
    return sha_hex(text);
}

} // namespace headway::compiler
