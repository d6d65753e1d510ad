#include "headway/error.hpp"
#include "headway/testing.hpp"
#include "sqlite/statement.hpp"
#include "testing/schema_state.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace headway::testing {
using namespace detail;
namespace {

namespace fs = std::filesystem;

/// A copy of a file in a directory of its own, both removed with it.
class scratch_copy {
public:
    explicit scratch_copy(const fs::path& of) {
        for (int number = 0;; ++number) {
            directory_ = fs::temp_directory_path() / joined({"headway-test-", std::to_string(number)});
            if (fs::create_directory(directory_)) break;
        }
        fs::copy_file(of, path());
        // It may be checked out read-only.
        fs::permissions(path(), fs::perms::owner_write, fs::perm_options::add);
    }
    ~scratch_copy() {
        std::error_code ignored;
        fs::remove_all(directory_, ignored);
    }
    scratch_copy(const scratch_copy&) = delete;
    scratch_copy& operator=(const scratch_copy&) = delete;
    [[nodiscard]] fs::path path() const { return directory_ / "copy.db"; }

private:
    fs::path directory_;
};

/// Closed with its owner.
class open_copy {
public:
    open_copy(const fs::path& file, setup* prepare) {
        if (sqlite3_open_v2(file.string().c_str(), &db_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
            sqlite3_close(db_);
            throw error(error_code::io, "this file cannot be opened");
        }
        if (prepare != nullptr) prepare(db_);
    }
    ~open_copy() { sqlite3_close(db_); }
    open_copy(const open_copy&) = delete;
    open_copy& operator=(const open_copy&) = delete;
    operator sqlite3*() const noexcept { return db_; }

private:
    sqlite3* db_ = nullptr;
};

/// The first row of a query, or why there is none; nothing if it has none.
std::string first_of(sqlite3* db, const std::string& sql) {
    sqlite_statement query;
    int code = query.prepare(db, sql.c_str());
    if (code == SQLITE_OK) code = query.step();
    if (code != SQLITE_ROW && code != SQLITE_DONE) return sqlite3_errmsg(db);
    return code == SQLITE_ROW ? std::string(query.text(0)) : std::string();
}

class golden_database {
public:
    golden_database(const history& h, const fs::path& file, setup* prepare, std::FILE* out)
        : history_(h), file_(file), out_(out), copy_(file), db_(copy_.path(), prepare) {}

    int check() {
        const std::vector<std::string> rows = current(db_);
        const schema_state start = read_state(db_);
        options chosen;
        if (!try_it("upgraded", [&] { (void)upgrade(db_, history_, "heads", chosen); })) return errors_;
        look(" (when it is upgraded)");
        chosen.verify = verification::schema;
        if (!try_it("verified", [&] { (void)upgrade(db_, history_, "heads", chosen); })) return errors_;
        compare_with_expectation();
        if (errors_ == 0) take_back(rows, start);
        return errors_;
    }

private:
    /// Further lines of a message stand behind its rule.
    void report(const fs::path& file, std::size_t line, std::string_view message) {
        ++errors_;
        const std::size_t end = std::min(message.find('\n'), message.size());
        std::fputs(joined({file.string(), ":", std::to_string(line), ":1: error: ", message.substr(0, end),
                           " [database]", message.substr(end), "\n"})
                       .c_str(),
                   out_);
    }
    void report(std::string_view message) { report(file_, 1, message); }

    template <class Act>
    bool try_it(const char* what, Act act) {
        try {
            act();
            return true;
        } catch (const error& failed) {
            report(joined({"this database cannot be ", what, ": ", failed.what()}));
            return false;
        }
    }

    void look(const char* when) {
        const std::string integrity = first_of(db_, "PRAGMA integrity_check");
        if (integrity != "ok") report(joined({integrity, when}));
        const std::string orphans = first_of(
            db_, "SELECT count(*) || ' rows of ' || \"table\" || ' lack the parent that a foreign key "
                 "names' FROM pragma_foreign_key_check GROUP BY \"table\"");
        if (!orphans.empty()) report(joined({orphans, when}));
    }

    void compare_with_expectation() {
        const fs::path file = fs::path(file_).replace_extension(".expect");
        std::ifstream in(file);
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            const std::size_t space = line.rfind(' ');
            if (line.empty()) continue;
            if (space == std::string::npos) {
                report(file, number, "write the name of a table, a space and a number of rows");
                continue;
            }
            const std::string table = line.substr(0, space);
            const std::string due = line.substr(space + 1);
            const std::string count =
                first_of(db_, joined({"SELECT count(*) FROM main.", detail::quoted(table)}));
            if (count != due)
                report(file, number,
                       joined({"table ", table, " is to have ", due, " rows, and has ", count}));
        }
    }

    /// A database at several revisions, or at none, has no name for where it was.
    void take_back(const std::vector<std::string>& rows, const schema_state& start) {
        if (rows.size() != 1 || rows == current(db_)) return;
        try {
            (void)downgrade(db_, history_, rows.front());
        } catch (const error& failed) {
            if (failed.code() == error_code::irreversible || failed.code() == error_code::invalid_target)
                return;
            return report(joined({"this database cannot be taken back: ", failed.what()}));
        }
        look(" (when it is taken back)");
        for (const std::string& line :
             differences(start, read_state(db_), "is missing when this database is taken back",
                         "is left behind when this database is taken back"))
            report(line);
    }

    const history& history_;
    const fs::path& file_;
    std::FILE* out_;
    scratch_copy copy_;
    open_copy db_;
    int errors_ = 0;
};

} // namespace

int check_databases(const history& h, const std::string& directory, setup* prepare, std::FILE* out) {
    std::vector<fs::path> files;
    for (const auto& each : fs::directory_iterator(directory)) {
        if (each.path().extension() == ".db") files.push_back(each.path());
    }
    std::sort(files.begin(), files.end());
    int errors = 0;
    for (const fs::path& file : files) {
        try {
            errors += golden_database(h, file, prepare, out).check();
        } catch (const std::exception& failed) {
            ++errors;
            std::fprintf(out, "%s:1:1: error: %s [database]\n", file.string().c_str(), failed.what());
        }
    }
    if (errors == 0) std::fprintf(out, "%zu databases upgraded and looked at\n", files.size());
    return errors;
}

} // namespace headway::testing
