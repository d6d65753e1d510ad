#include "read/directory.hpp"

#include "reading.hpp"

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace headway::tests {
using namespace compiler;
namespace {

namespace fs = std::filesystem;

/// A directory of its own for each test.
class scratch {
public:
    scratch() {
        std::string pattern = (fs::temp_directory_path() / "headway-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
        fs::create_directory(path_ / "m");
    }
    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;
    ~scratch() { fs::remove_all(path_); }

    fs::path operator/(const char* name) const { return path_ / name; }
    void write(const char* name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    directory read() { return read_directory(path_ / "m", found_); }
    /// What was printed, with `m` for the directory.
    std::string complaints() const {
        std::string text = found_.render();
        const std::string prefix = path_.string() + "/";
        for (std::size_t at = 0; (at = text.find(prefix)) != text.npos;)
            text.erase(at, prefix.size());
        return text;
    }

private:
    fs::path path_;
    diagnostics found_;
};

std::string migration(std::string_view id) {
    return fmt::format("-- X.\n-- Revision ID: {}\n-- Revises:\n{}", id, good_sections);
}

std::vector<std::string> names(const std::vector<source>& sources) {
    std::vector<std::string> found;
    for (const source& each : sources)
        found.push_back(each.file_name);
    return found;
}

} // namespace

TEST_CASE("the migrations of a directory are read in the order of their names") {
    scratch in;
    in.write("m/2_b.sql", migration("2"));
    in.write("m/1_a.sql", migration("1"));
    in.write("m/10_c.sql", migration("10"));
    const directory read = in.read();
    CHECK(names(read.sources) == std::vector<std::string>{"10_c.sql", "1_a.sql", "2_b.sql"});
    CHECK(read.inputs ==
          std::vector<fs::path>{in / "m/10_c.sql", in / "m/1_a.sql", in / "m/2_b.sql", in / "m"});
    CHECK(read.lock == nullptr);
    CHECK(in.complaints().empty());
}

TEST_CASE("other endings, hidden files and subdirectories are passed over") {
    scratch in;
    in.write("m/1_a.sql", migration("1"));
    for (const char* name : {"m/.2_b.sql", "m/3_c.sql~", "m/4_d.sqlite", "m/README.md", "m/sql", "m/.sql"})
        in.write(name, "no migration");
    fs::create_directory(in / "m/old");
    in.write("m/old/5_e.sql", "no migration");
    CHECK(names(in.read().sources) == std::vector<std::string>{"1_a.sql"});
    CHECK(in.complaints().empty());
}

TEST_CASE("an ending in another case is no other ending") {
    scratch in;
    in.write("m/1_a.SQL", migration("1"));
    CHECK(names(in.read().sources) == std::vector<std::string>{"1_a.SQL"});
    CHECK(in.complaints() == "m/1_a.SQL:2:17: error: the file of revision '1' is to be called '1_a.sql', not "
                             "'1_a.SQL' [file-name]\n"
                             "    2 | -- Revision ID: 1\n"
                             "      |                 ^\n");
}

TEST_CASE("files that are wrong do not keep others from being read") {
    scratch in;
    in.write("m/1_a.sql", migration("1"));
    in.write("m/2_b.sql", "");
    in.write("m/3_c.sql", migration("3"));
    CHECK(names(in.read().sources) == std::vector<std::string>{"1_a.sql", "3_c.sql"});
    CHECK(in.complaints() ==
          "m/2_b.sql: error: the header lacks the lines '-- Revision ID: 2' and '-- Revises: <parent>' "
          "[header-missing]\n"
          "m/2_b.sql: error: the up section is missing; begin it with the line '-- migrate:up' "
          "[section-missing]\n");
}

TEST_CASE("a directory without migrations is warned about") {
    scratch in;
    CHECK(in.read().sources.empty());
    CHECK(in.complaints() ==
          "m: warning: this directory holds no migrations, which are files named '*.sql' [no-migrations]\n");
}

TEST_CASE("a directory that is not there is an exception") {
    diagnostics found;
    CHECK_THROWS_AS(read_directory("no such directory", found), fs::filesystem_error);
}

TEST_CASE("what is no regular file is refused without waiting for it") {
    scratch in;
    fs::create_directory(in / "m/1_a.sql");
    REQUIRE(::mkfifo((in / "m/2_b.sql").c_str(), 0600) == 0);
    CHECK(in.read().sources.empty());
    CHECK(in.complaints() ==
          "m/1_a.sql: error: cannot read this file: it is not a regular file [unreadable]\n"
          "m/2_b.sql: error: cannot read this file: it is not a regular file [unreadable]\n");
}

TEST_CASE("symbolic links may lead to files of the directory only") {
    scratch in;
    in.write("1_a.sql", migration("1"));
    in.write("m/data", migration("2"));
    in.write("m2", migration("5"));
    fs::create_symlink("../1_a.sql", in / "m/1_a.sql");
    fs::create_symlink("data", in / "m/2_b.sql");
    fs::create_symlink("nowhere", in / "m/3_c.sql");
    fs::create_symlink("4_d.sql", in / "m/4_d.sql");
    fs::create_symlink(in / "m2", in / "m/5_e.sql");
    CHECK(names(in.read().sources) == std::vector<std::string>{"2_b.sql"});
    CHECK(in.complaints() ==
          "m/1_a.sql: error: this symbolic link leads out of the directory; replace it by a copy of the file "
          "[symlink]\n"
          "m/3_c.sql: error: cannot read this file: No such file or directory [unreadable]\n"
          "m/4_d.sql: error: cannot read this file: Too many levels of symbolic links [unreadable]\n"
          "m/5_e.sql: error: this symbolic link leads out of the directory; replace it by a copy of the file "
          "[symlink]\n");
}

TEST_CASE("a directory that is itself reached by a link is no way out") {
    scratch in;
    in.write("m/data", migration("2"));
    fs::create_symlink("data", in / "m/2_b.sql");
    fs::create_symlink("m", in / "link");
    diagnostics found;
    CHECK(read_directory(in / "link", found).sources.size() == 1);
    CHECK(found.list().empty());
}

TEST_CASE("64 MiB are read, and one byte more is refused") {
    scratch in;
    in.write("m/1_a.sql", migration("1") + "-- ");
    in.write("m/2_b.sql", "");
    const std::uintmax_t most = 64 * 1024 * 1024;
    fs::resize_file(in / "m/1_a.sql", most); // pads with NUL bytes
    fs::resize_file(in / "m/2_b.sql", most + 1);
    CHECK(in.read().sources.empty());
    const std::string complaints = in.complaints();
    CHECK(complaints.starts_with("m/1_a.sql:9:4: error: a NUL byte"));
    CHECK(complaints.find(
              "m/2_b.sql: error: this file has 67108865 bytes, and the limit is 64 MiB; split it into "
              "several revisions [file-size]\n") != complaints.npos);
}

TEST_CASE("the lock file is read along, normalised") {
    scratch in;
    in.write("m/1_a.sql", migration("1"));
    in.write("m/headway.lock", "\xEF\xBB\xBFhead 1\r\n");
    const directory read = in.read();
    REQUIRE(read.lock);
    CHECK(read.lock->text == "head 1\n");
    CHECK(read.inputs == std::vector<fs::path>{in / "m/1_a.sql", in / "m/headway.lock", in / "m"});
}

TEST_CASE("a lock file that cannot be read is refused") {
    scratch in;
    in.write("m/1_a.sql", migration("1"));
    fs::create_directory(in / "m/headway.lock");
    CHECK(in.read().lock == nullptr);
    CHECK(in.complaints() ==
          "m/headway.lock: error: cannot read this file: it is not a regular file [unreadable]\n");
}

} // namespace headway::tests
