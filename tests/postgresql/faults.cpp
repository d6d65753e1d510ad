#include "postgresql/faults.hpp"

#include "postgresql/cutting_proxy.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace headway::tests {
namespace {

using std::chrono::microseconds;

/// A process that upgrades a database.
class launcher {
public:
    launcher(const std::string& database, server_bug bug, const std::string& application) : pid_(fork()) {
        if (pid_ < 0) throw std::runtime_error("fork() failed");
        if (pid_ != 0) return;
        try {
            const client db(database, "application_name=" + application);
            upgrade_with(bug, db, faulty_history(), {});
            _exit(0);
        } catch (const std::exception& failed) {
            if (std::getenv("HEADWAY_TEST_TELL") != nullptr) std::fprintf(stderr, "%s\n", failed.what());
            _exit(1);
        }
    }
    void kill() const noexcept { ::kill(pid_, SIGKILL); }
    /// 0 if it has come to the head.
    [[nodiscard]] int wait() const noexcept {
        int status = 0;
        waitpid(pid_, &status, 0);
        return status;
    }

private:
    pid_t pid_;
};

std::vector<launcher> launch(int count, const std::string& database, server_bug bug,
                             const std::string& application = "launcher") {
    std::vector<launcher> all;
    for (int each = 0; each < count; ++each) {
        all.emplace_back(database, bug, application);
    }
    return all;
}

/// One who looks for a planted bug has found it.
bool is_found(const fault_tally& found, const fault_order& of) {
    return of.bug != server_bug::none && !found.failures.empty();
}

/// Ends sessions of launchers, by every second shot the one that makes an index; says how many.
int shoot(const client& boss, const std::string& database, bool at_index) {
    const std::string query =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'launcher' "
        "AND datname = '" +
        database + "'" + (at_index ? " AND query LIKE 'CREATE INDEX%' AND state = 'active'" : "");
    int ended = 0;
    for (int attempt = 0; ended == 0 && attempt < (at_index ? 200 : 1); ++attempt) {
        ended = std::stoi(boss.ask(query));
    }
    return ended;
}

void note_wrong(fault_tally& into, const std::string& wrong) {
    if (!wrong.empty()) into.failures.push_back(wrong);
}

} // namespace

fault_tally many_launchers(const fault_order& of) {
    fault_tally found;
    const int count = of.full ? 32 : 8;
    for (; found.rounds < (of.full ? 30 : 2) && !is_found(found, of); ++found.rounds) {
        const made_server_database in;
        int failed = 0;
        for (const launcher& each : launch(count, in.name(), of.bug)) {
            failed += each.wait() == 0 ? 0 : 1;
        }
        found.faults += count;
        if (failed > 0) note_wrong(found, std::to_string(failed) + " launchers failed");
        if (failed == 0) note_wrong(found, wrong_at_head(in.connect()));
    }
    return found;
}

fault_tally killed_launchers(const fault_order& of) {
    fault_tally found;
    std::minstd_rand dice(of.seed);
    const int wanted = of.full ? 1000 : 24;
    for (; found.faults < wanted && !is_found(found, of); ++found.rounds) {
        const made_server_database in;
        const std::vector<launcher> all = launch(6, in.name(), of.bug);
        for (std::size_t each = 0; each < all.size(); ++each) {
            std::this_thread::sleep_for(microseconds(dice() % 60'000));
            all[each].kill();
            ++found.faults;
        }
        for (const launcher& each : all) {
            static_cast<void>(each.wait());
        }
        note_wrong(found, wrong_after_resuming(in.name(), of.bug));
    }
    return found;
}

fault_tally terminated_sessions(const fault_order& of) {
    fault_tally found;
    std::minstd_rand dice(of.seed);
    const int wanted = of.full ? 1000 : 12;
    const client boss("postgres");
    for (; found.faults < wanted && !is_found(found, of); ++found.rounds) {
        const made_server_database in;
        const std::vector<launcher> all = launch(3, in.name(), of.bug);
        for (int shot = 0; shot < 6; ++shot) {
            std::this_thread::sleep_for(microseconds(dice() % 40'000));
            found.faults += shoot(boss, in.name(), shot % 2 == 0);
        }
        for (const launcher& each : all) {
            static_cast<void>(each.wait());
        }
        ++found.faults;
        note_wrong(found, wrong_after_resuming(in.name(), of.bug));
    }
    return found;
}

/// The whole upgrade, cut before and behind each message in turn, until it comes to its end uncut.
fault_tally cut_connections(const fault_order& of) {
    fault_tally found;
    const std::string server = std::getenv("PGHOST");
    const std::string directory =
        std::filesystem::temp_directory_path() / ("headway-cut." + std::to_string(getpid()));
    std::filesystem::create_directory(directory);
    for (const transaction_mode mode : {transaction_mode::all_pending, transaction_mode::per_revision}) {
        bool reaches = true;
        for (int at = 1 + static_cast<int>(8 * (of.seed - 1)); reaches && !is_found(found, of);
             at += of.full ? 1 : 61) {
            for (const bool behind : {false, true}) {
                const made_server_database in;
                options chosen;
                chosen.transaction = mode;
                {
                    const cutting_proxy proxy(directory, server, {at, behind});
                    try {
                        const client db(in.name(),
                                        "host=" + directory + " sslmode=disable gssencmode=disable");
                        upgrade_with(of.bug, db, faulty_history(), chosen);
                    } catch (const error& failed) {
                        if (failed.code() != error_code::connection) note_wrong(found, failed.what());
                    } catch (const std::exception&) { // it could not even connect
                    }
                    reaches = proxy.has_cut();
                    found.faults += reaches ? 1 : 0;
                }
                ++found.rounds;
                note_wrong(found, wrong_after_resuming(in.name(), of.bug));
            }
        }
    }
    std::filesystem::remove_all(directory);
    return found;
}

/// `pg_ctl stop -m immediate`, while launchers run; who started the server starts it again.
fault_tally restarted_servers(const fault_order& of) {
    fault_tally found;
    std::minstd_rand dice(of.seed);
    const std::string cluster = std::getenv("HEADWAY_TEST_CLUSTER");
    for (; found.rounds < (of.full ? 100 : 2) && !is_found(found, of); ++found.rounds) {
        const made_server_database in;
        const std::vector<launcher> all = launch(3, in.name(), of.bug);
        std::this_thread::sleep_for(microseconds(dice() % 250'000));
        int process = 0;
        std::ifstream(cluster + "/data/postmaster.pid") >> process;
        if (process > 1) kill(process, SIGQUIT);
        for (const launcher& each : all) {
            found.faults += each.wait() == 0 ? 0 : 1;
        }
        for (int attempt = 0; PQping("") != PQPING_OK || attempt < 1; ++attempt) {
            if (attempt > 3000) throw std::runtime_error("the server is not started again");
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        note_wrong(found, wrong_after_resuming(in.name(), of.bug));
    }
    return found;
}

} // namespace headway::tests
