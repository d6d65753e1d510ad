// What Headway costs beside what nobody can avoid, on a server that with_server.sh starts. The baselines are
// calls of libpq: one query of the version table; the same statements, one by one in one transaction, with
// the version row.

#include "link/graph.hpp"
#include "postgresql/made_server.hpp"
#include "server/server_proof.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace headway::tests {
namespace {

constexpr int pending_revisions = 1000;
constexpr int proven_revisions = 500;

template <class Act>
double milliseconds_of(Act act) {
    const auto begin = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> of) {
    std::sort(of.begin(), of.end());
    return of[of.size() / 2];
}

void print_ratio(const char* what, const char* unit, double own, double baseline) {
    std::printf("%-46s %10.3f %s, baseline %10.3f %s, ratio %.3f\n", what, own, unit, baseline, unit,
                own / baseline);
}

std::vector<spelled_revision> many_revisions(int count) {
    std::vector<spelled_revision> all;
    for (int number = 0; number < count; ++number) {
        const std::string id = std::to_string(10'000 + number);
        spelled_revision made{id,
                              {},
                              {},
                              "CREATE TABLE t" + id + " (id int PRIMARY KEY, name text NOT NULL);\n" +
                                  "CREATE INDEX ix" + id + " ON t" + id + " (name);",
                              "DROP TABLE t" + id + ";"};
        if (number > 0) made.revises = {std::to_string(9'999 + number)};
        all.push_back(std::move(made));
    }
    return all;
}

void run_floor(const client& db, const std::vector<spelled_revision>& all) {
    db.ask("BEGIN");
    db.ask("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
    for (const spelled_revision& each : all) {
        const std::size_t second = each.up.find("\n");
        db.ask(each.up.substr(0, second));
        db.ask(each.up.substr(second + 1));
    }
    db.ask("INSERT INTO alembic_version VALUES ('" + all.back().id + "')");
    db.ask("COMMIT");
}

void measure_launches(const made_server_database& in, const postgresql_history& history) {
    constexpr int calls = 2000;
    const client db = in.connect();
    std::vector<double> own;
    std::vector<double> baseline;
    for (int round = 0; round < 9; ++round) {
        own.push_back(milliseconds_of([&] {
            for (int call = 0; call < calls; ++call) {
                upgrade(db, history);
            }
        }));
        baseline.push_back(milliseconds_of([&] {
            for (int call = 0; call < calls; ++call) {
                db.ask("SELECT version_num FROM alembic_version");
            }
        }));
    }
    print_ratio("already up to date, per call", "us", median(own) * 1000 / calls,
                median(baseline) * 1000 / calls);
}

compiler::graph graph_of(const std::vector<spelled_revision>& revisions) {
    compiler::diagnostics found;
    std::vector<compiler::source> sources;
    for (const spelled_revision& each : revisions) {
        const std::string text = "-- Made.\n--\n-- Revision ID: " + each.id +
                                 "\n-- Revises:" + (each.revises.empty() ? "" : " " + each.revises.front()) +
                                 "\n\n-- migrate:up\n" + each.up + "\n\n-- migrate:down\n" + each.down + "\n";
        auto source = compiler::read_source(each.id + "_made.sql", text, found, engine::postgresql);
        if (!source) throw std::runtime_error(found.render());
        sources.push_back(std::move(*source));
    }
    compiler::graph history = compiler::link(std::move(sources), {}, found);
    history.of = engine::postgresql;
    return history;
}

/// On the same server: that the proof starts one of its own takes as long whatever the history is.
void measure_proof() {
    const std::vector<spelled_revision> revisions = many_revisions(proven_revisions);
    const compiler::graph history = graph_of(revisions);
    std::vector<double> own;
    std::vector<double> baseline;
    for (int round = 0; round < 3; ++round) {
        own.push_back(milliseconds_of([&] {
            compiler::diagnostics found;
            prove_on_server(history, {"dbname=postgres", {}}, found);
            if (!found.list().empty()) throw std::runtime_error(found.render());
        }));
        const made_server_database in;
        const client plain = in.connect();
        baseline.push_back(milliseconds_of([&] { run_floor(plain, revisions); }));
    }
    print_ratio("the proof of 500 revisions", "ms", median(own), median(baseline));
}

int run_benchmark() {
    const std::vector<spelled_revision> revisions = many_revisions(pending_revisions);
    const made_server_history history(revisions);
    std::vector<double> own;
    std::vector<double> baseline;
    for (int round = 0; round < 5; ++round) {
        const made_server_database in;
        const client db = in.connect();
        own.push_back(milliseconds_of([&] { upgrade(db, history); }));
        if (round == 4) measure_launches(in, history);
        const made_server_database other;
        const client plain = other.connect();
        baseline.push_back(milliseconds_of([&] { run_floor(plain, revisions); }));
    }
    print_ratio("1,000 pending revisions", "ms", median(own), median(baseline));
    measure_proof();
    return 0;
}

} // namespace
} // namespace headway::tests

int main() try { return headway::tests::run_benchmark(); } catch (const std::exception& failed) {
    std::fprintf(stderr, "%s\n", failed.what());
    return 1;
}
