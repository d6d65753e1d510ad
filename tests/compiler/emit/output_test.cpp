#include "catch.hpp"

#include "emit/output.hpp"

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <vector>

using namespace headway;
using namespace headway::compiler;
namespace fs = std::filesystem;

namespace {

/// A directory of its own for a test, removed afterwards.
struct scratch {
    scratch() {
        std::string name = (fs::temp_directory_path() / "headway_output_XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~scratch() { fs::remove_all(path); }
    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;
    fs::path path;
};

/// Writing more than so many bytes to a file fails, as on a disk that is full.
struct smallest_files {
    explicit smallest_files(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limit{bytes, before.rlim_max};
        handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~smallest_files() {
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
    }
    smallest_files(const smallest_files&) = delete;
    smallest_files& operator=(const smallest_files&) = delete;
    rlimit before{};
    void (*handler)(int) = nullptr;
};

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void make_old(const fs::path& file) {
    fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(1));
}

} // namespace

TEST_CASE("a file is written only if it does not hold the text already") {
    const scratch in;
    const fs::path file = in.path / "a.cpp";
    CHECK(write_if_changed(file, "one\n"));
    CHECK(read(file) == "one\n");
    make_old(file);
    const auto before = fs::last_write_time(file);
    CHECK_FALSE(write_if_changed(file, "one\n"));
    CHECK(fs::last_write_time(file) == before);
    CHECK(write_if_changed(file, "two\n"));
    CHECK(read(file) == "two\n");
    CHECK(fs::last_write_time(file) != before);
    CHECK(write_if_changed(file, ""));
    CHECK_FALSE(write_if_changed(file, ""));
    CHECK(read(file).empty());
}

TEST_CASE("what a link leads to is written, and the link stays") {
    const scratch in;
    std::ofstream(in.path / "a.cpp") << "one";
    fs::create_symlink("a.cpp", in.path / "link.cpp");
    CHECK(write_if_changed(in.path / "link.cpp", "two\n"));
    CHECK(read(in.path / "a.cpp") == "two\n");
    CHECK(fs::is_symlink(in.path / "link.cpp"));
    CHECK(write_if_changed("/dev/null", "three\n"));
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("nothing but the file is left behind") {
    const scratch in;
    write_if_changed(in.path / "a.cpp", "one\n");
    CHECK(std::distance(fs::directory_iterator(in.path), {}) == 1);
}

TEST_CASE("what another process is about to write beside the file is left alone") {
    const scratch in;
    const fs::path file = in.path / "a.cpp";
    for (const char* others : {"a.cpp.tmp", "a.cpp.1.tmp"})
        std::ofstream(in.path / others) << "half";
    CHECK(write_if_changed(file, "one\n"));
    CHECK(read(file) == "one\n");
    CHECK(read(in.path / "a.cpp.tmp") == "half");
    CHECK(read(in.path / "a.cpp.1.tmp") == "half");
    CHECK(std::distance(fs::directory_iterator(in.path), {}) == 3);
}

TEST_CASE("one file can be written by many at once") {
    const scratch in;
    const fs::path file = in.path / "a.cpp";
    std::vector<std::thread> writers;
    std::atomic<int> failures = 0;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&, writer] {
            for (int round = 0; round < 200; ++round) {
                try {
                    write_if_changed(file, std::string(1000, static_cast<char>('a' + (writer + round) % 4)));
                } catch (const std::exception&) {
                    ++failures;
                }
            }
        });
    }
    for (std::thread& each : writers)
        each.join();
    CHECK(failures == 0);
    CHECK(read(file) == std::string(1000, read(file).front()));
    CHECK(std::distance(fs::directory_iterator(in.path), {}) == 1);
}

TEST_CASE("what cannot be written is an error that names the file") {
    const scratch in;
    try {
        write_if_changed(in.path / "missing" / "a.cpp", "one\n");
        FAIL("nothing was thrown");
    } catch (const std::system_error& failure) {
        CHECK(std::string(failure.what()).find("missing/a.cpp") != std::string::npos);
        CHECK(failure.code() == std::errc::no_such_file_or_directory);
    }
    CHECK_THROWS_AS(touch(in.path / "missing" / "stamp"), std::system_error);
}

TEST_CASE("a disk that is full leaves the old file and nothing else") {
    const scratch in;
    const fs::path file = in.path / "a.cpp";
    write_if_changed(file, "one\n");
    const smallest_files limit(100);
    CHECK_THROWS_AS(write_if_changed(file, std::string(101, 'x')), std::system_error);
    CHECK(read(file) == "one\n");
    CHECK(std::distance(fs::directory_iterator(in.path), {}) == 1);
}

TEST_CASE("touching makes a file new, and empty") {
    const scratch in;
    const fs::path file = in.path / "stamp";
    touch(file);
    CHECK(read(file).empty());
    make_old(file);
    const auto before = fs::last_write_time(file);
    touch(file);
    CHECK(fs::last_write_time(file) > before);
}

TEST_CASE("a depfile escapes what Make would take for something else") {
    const std::vector<fs::path> inputs{"migrations/001_a b.sql", "migrations/#1$.sql", "migrations"};
    CHECK(render_depfile("out dir/x.stamp", inputs) == "out\\ dir/x.stamp: \\\n"
                                                       "  migrations/001_a\\ b.sql \\\n"
                                                       "  migrations/\\#1$$.sql \\\n"
                                                       "  migrations\n");
    CHECK(render_depfile("x", {}) == "x:\n");
}
