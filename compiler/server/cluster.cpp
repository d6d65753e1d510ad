#include "server/cluster.hpp"

#include "sql/spelled_name.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <grp.h>
#include <iterator>
#include <stdexcept>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

constexpr uid_t nobody = 65534;

/// Where files that are made and removed by the thousand cost least: in memory, if there is enough of it. The
/// path of a socket is short, and other users can go there.
const char* place_of_clusters() {
    constexpr std::uint64_t enough = 1ULL << 30;
    struct statvfs there {};
    const bool in_memory = statvfs("/dev/shm", &there) == 0 && access("/dev/shm", W_OK | X_OK) == 0 &&
                           there.f_bavail * there.f_frsize >= enough;
    return in_memory ? "/dev/shm" : "/tmp";
}

/// In the child: becomes a program, as another user where this one is root. What it prints goes to `log`.
[[noreturn]] void become(const std::vector<std::string>& words, const fs::path& log, int input) {
    if (input >= 0) dup2(input, STDIN_FILENO);
    const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    if (file >= 0) {
        dup2(file, STDOUT_FILENO);
        dup2(file, STDERR_FILENO);
    }
    if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(126);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGQUIT); // to change the user forgets it
#endif
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments.front(), arguments.data());
    _exit(127);
}

pid_t begin_program(const std::vector<std::string>& words, const fs::path& log, int input = -1) {
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start a process for the proof");
    if (child == 0) become(words, log, input);
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// What a command prints, without its line end; nothing if it fails.
std::optional<std::string> output_of(const std::string& command) {
    FILE* const from = popen((command + " 2>/dev/null").c_str(), "r");
    if (from == nullptr) return std::nullopt;
    std::string text;
    std::array<char, 512> part;
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), from))
        text.append(part.data(), size);
    if (pclose(from) != 0) return std::nullopt;
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

std::string in_single_quotes(const std::string& text) {
    std::string spelled = "'";
    for (const char c : text)
        spelled += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return spelled + "'";
}

} // namespace

std::optional<fs::path> find_server_programs() {
    const char* const named = std::getenv("PG_CONFIG");
    const auto directory = output_of(in_single_quotes(named == nullptr ? "pg_config" : named) + " --bindir");
    if (!directory || !fs::exists(fs::path(*directory) / "initdb")) return std::nullopt;
    return fs::path(*directory);
}

throwaway_cluster::throwaway_cluster(const fs::path& programs) {
    std::string name = fmt::format("{}/headway-proof.XXXXXX", place_of_clusters());
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error(fmt::format("cannot make a directory {} for the proof", name));
    directory_ = name;
    try {
        start(programs);
    } catch (...) {
        clean_up();
        throw;
    }
}

/// Removes the files when this process is gone, whatever ends it: then nobody can write to the pipe.
void throwaway_cluster::start_cleaner() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe() failed");
    alive_ = ends[1];
    cleaner_ =
        begin_program({"/bin/sh", "-c",
                       "trap '' HUP INT QUIT TERM; cat; until rm -rf \"$0\"; do sleep 0.1; done", directory_},
                      "/dev/null", ends[0]);
    close(ends[0]);
}

void throwaway_cluster::start(const fs::path& programs) {
    if (geteuid() == 0 && chown(directory_.c_str(), nobody, nobody) != 0) fail("chown() failed");
    start_cleaner();
    const std::string data = directory_ / "data";
    const fs::path log = directory_ / "log";
    const pid_t maker =
        begin_program({programs / "initdb", "--pgdata", data, "--username", "headway", "--auth", "trust",
                       "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"},
                      log);
    if (wait_for(maker) != 0) fail("initdb failed");
    server_ =
        begin_program({programs / "postgres", "-D", data, "-k", directory_, "-c", "listen_addresses=", "-c",
                       "fsync=off", "-c", "full_page_writes=off", "-c", "dynamic_shared_memory_type=mmap",
                       "-c", "max_wal_size=64MB", "-c", "log_min_messages=fatal"},
                      log);
    using namespace std::chrono_literals;
    for (int attempt = 0; PQping(connection_to("postgres").c_str()) != PQPING_OK; ++attempt) {
        int status = 0;
        if (attempt > 1500 || waitpid(server_, &status, WNOHANG) == server_)
            fail("the server does not start");
        std::this_thread::sleep_for(20ms);
    }
}

void throwaway_cluster::fail(const std::string& what) {
    std::ifstream log(directory_ / "log");
    throw std::runtime_error(fmt::format("cannot start a PostgreSQL server for the proof: {}\n{}", what,
                                         std::string(std::istreambuf_iterator<char>(log), {})));
}

throwaway_cluster::~throwaway_cluster() {
    clean_up();
}

void throwaway_cluster::clean_up() noexcept {
    if (server_ > 0) {
        kill(server_, SIGQUIT);
        wait_for(server_);
    }
    close(alive_);
    if (cleaner_ > 0) wait_for(cleaner_);
    std::error_code gone;
    fs::remove_all(directory_, gone);
}

std::string throwaway_cluster::connection_to(const std::string& database) const {
    return fmt::format("host={} port=5432 user=headway dbname={} sslmode=disable", directory_.string(),
                       database);
}

void throwaway_cluster::make_role(const std::string& name) const {
    static_cast<void>(command(fmt::format("CREATE ROLE {}", detail::quoted(name))));
}

} // namespace headway::compiler
