// Pairs of schemas, each a file: what is printed for it is to the letter what the file says, and does to a
// database with rows what it is to.
//   headway_diff_corpus FILE...            HEADWAY_UPDATE_CASES=1 writes what is printed into the files,
//                                          not in CI
#include "diff/conversion_check.hpp"
#include "diff/database_image.hpp"
#include "diff/diff.hpp"
#include "schema/compare.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace headway::tests {
using namespace compiler;
namespace {

/// A file: lines `-- key: value` at its head, then parts that begin with a line `-- ==== name`.
struct corpus_pair {
    std::string path;
    std::string head;
    std::map<std::string, std::string> parts;
    [[nodiscard]] std::string key(const std::string& name) const;
    [[nodiscard]] std::string text() const;
};

constexpr const char* part_names[] = {"before", "after", "rows", "up", "down", "irreversible", "refused"};

std::string corpus_pair::key(const std::string& name) const {
    const std::size_t at = head.find("-- " + name + ": ");
    if (at == head.npos) return {};
    const std::size_t begin = at + name.size() + 5;
    return head.substr(begin, head.find('\n', begin) - begin);
}

std::string corpus_pair::text() const {
    std::string result = head;
    for (const char* const name : part_names) {
        const auto part = parts.find(name);
        if (part != parts.end()) result += fmt::format("-- ==== {}\n{}", name, part->second);
    }
    return result;
}

corpus_pair read_pair(const std::string& path) {
    corpus_pair result{path, {}, {}};
    std::ifstream file(path);
    std::string* into = &result.head;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("-- ==== ")) {
            into = &result.parts[line.substr(8)];
        } else {
            *into += line + "\n";
        }
    }
    return result;
}

/// Watches which tables are dropped. A table that is there before and after and was dropped between was
/// rebuilt.
class drop_watcher {
public:
    explicit drop_watcher(SQLite::Database& database) : database_(database) {
        sqlite3_set_authorizer(database_.getHandle(), asked, &dropped_);
    }
    ~drop_watcher() { sqlite3_set_authorizer(database_.getHandle(), nullptr, nullptr); }
    drop_watcher(const drop_watcher&) = delete;
    drop_watcher& operator=(const drop_watcher&) = delete;
    [[nodiscard]] const std::set<std::string>& dropped() const noexcept { return dropped_; }

private:
    static int asked(void* into, int action, const char* table, const char*, const char*, const char*) {
        if (action == SQLITE_DROP_TABLE || action == SQLITE_DROP_VTABLE)
            static_cast<std::set<std::string>*>(into)->insert(fold(table));
        return SQLITE_OK;
    }
    SQLite::Database& database_;
    std::set<std::string> dropped_;
};

SQLite::Database open(const std::string& sql) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
    return database;
}

/// Runs one pair and collects what is wrong with it.
class corpus_run {
public:
    explicit corpus_run(corpus_pair pair) : pair_(std::move(pair)) {}
    std::vector<std::string> run(bool update);

private:
    std::string& before() { return pair_.parts["before"]; }
    std::string& after() { return pair_.parts["after"]; }
    void compare_text(const migration&, bool update);
    void check_rows(const migration&, std::uint64_t seed);
    void check_schema(SQLite::Database&, const std::string& wanted);
    expectation expect(bool up);
    void follow(SQLite::Database&, const std::string& script, bool up, chance&);
    void check_rebuilt(SQLite::Database& now, const std::set<std::string>& dropped);
    void fail(std::string what) { faults_.push_back(std::move(what)); }

    corpus_pair pair_;
    std::vector<std::string> faults_;
};

/// What the heads `renamed: item from thing, item.name from label` and `made up: item.level` say.
expectation corpus_run::expect(bool up) {
    expectation result{up ? after() : before(), {}, {}};
    std::map<std::string, std::string> tables; // by their names after; they are listed before their columns
    std::istringstream renamed(pair_.key("renamed"));
    for (std::string now, from, old; renamed >> now >> from >> old;) {
        if (old.ends_with(',')) old.pop_back();
        const std::size_t dot = now.find('.');
        const std::string table = now.substr(0, dot);
        if (dot == now.npos) tables[now] = old;
        if (up) {
            result.renamed[now] = old;
        } else if (dot == now.npos) {
            result.renamed[old] = now;
        } else {
            const auto before = tables.find(table);
            result.renamed[(before == tables.end() ? table : before->second) + "." + old] =
                now.substr(dot + 1);
        }
    }
    std::istringstream made_up(up ? pair_.key("made up") : "");
    for (std::string column; made_up >> column;)
        result.made_up.insert(column.ends_with(',') ? column.substr(0, column.size() - 1) : column);
    return result;
}

void corpus_run::compare_text(const migration& planned, bool update) {
    std::map<std::string, std::string> printed = pair_.parts;
    for (const char* const name : {"up", "down", "irreversible", "refused"})
        printed.erase(name);
    if (!planned.up.empty()) printed["up"] = planned.up;
    if (!planned.down.empty()) printed["down"] = planned.down;
    if (!planned.irreversible.empty()) printed["irreversible"] = planned.irreversible + "\n";
    for (const refusal& one : planned.refusals)
        printed["refused"] +=
            fmt::format("[{}] {}: {}\n", describe(one.broken).code, one.object, one.message);
    if (!update) {
        for (const char* const name : part_names) {
            if (printed[name] != pair_.parts[name])
                fail(fmt::format("{} is\n{}instead of\n{}", name, printed[name], pair_.parts[name]));
        }
        return;
    }
    pair_.parts = std::move(printed);
    std::ofstream(pair_.path) << pair_.text();
}

/// The schema once more, as Headway's own comparison sees it.
void corpus_run::check_schema(SQLite::Database& database, const std::string& wanted) {
    SQLite::Database expected = open(wanted);
    for (const difference& one : compare(read_schema(expected), read_schema(database))) {
        for (const std::string& line : describe(one))
            fail(line);
    }
}

void corpus_run::check_rebuilt(SQLite::Database& now, const std::set<std::string>& dropped) {
    std::vector<std::string> rebuilt;
    for (const seen_table& table : tables_of(now))
        if (dropped.contains(table.name)) rebuilt.push_back(table.name);
    const std::string found = rebuilt.empty() ? "none" : fmt::format("{}", fmt::join(rebuilt, ", "));
    if (found != pair_.key("rebuilt"))
        fail(fmt::format("rebuilt: {} instead of {}", found, pair_.key("rebuilt")));
}

void corpus_run::follow(SQLite::Database& database, const std::string& script, bool up, chance& random) {
    const drop_watcher watcher(database);
    const expectation wanted = expect(up);
    const finding found = check_conversion(database, script, wanted, random);
    for (const std::string& fault : found.faults)
        fail((up ? "up: " : "down: ") + fault);
    check_schema(database, wanted.schema);
    if (up) check_rebuilt(database, watcher.dropped());
}

void corpus_run::check_rows(const migration& planned, std::uint64_t seed) {
    chance random(seed);
    SQLite::Database database = open(before());
    make_rows(database, random);
    database.exec(pair_.parts["rows"]);
    follow(database, planned.up, true, random);
    if (faults_.empty() && planned.irreversible.empty()) follow(database, planned.down, false, random);
}

std::vector<std::string> corpus_run::run(bool update) try {
    const migration planned = diff(before(), after());
    compare_text(planned, update);
    if (!diff(after(), after()).up.empty()) fail("the schema to be reached differs from itself");
    for (std::uint64_t seed = 1; faults_.empty() && planned.refusals.empty() && seed <= 3; ++seed)
        check_rows(planned, seed);
    if (!planned.refusals.empty() && !(planned.up + planned.down).empty())
        fail("refused, and yet there is SQL");
    return std::move(faults_);
} catch (const std::exception& failure) {
    return {failure.what()};
}

bool is_set(const char* name) {
    const char* const text = std::getenv(name);
    return text != nullptr && *text != '\0';
}

int run(int count, char** files) {
    const char* const wish = std::getenv("HEADWAY_UPDATE_CASES");
    if (wish && std::string(wish) == "1" && is_set("CI")) {
        fmt::print("HEADWAY_UPDATE_CASES=1 rewrites what is expected, which is not for CI\n");
        return 1;
    }
    int failed = 0;
    for (int at = 0; at < count; ++at) {
        const auto faults = corpus_run(read_pair(files[at])).run(wish && std::string(wish) == "1");
        if (!faults.empty()) fmt::print("{}:\n{}\n", files[at], fmt::join(faults, "\n"));
        failed += faults.empty() ? 0 : 1;
    }
    fmt::print("{} pairs, {} failed\n", count, failed);
    return failed == 0 && count > 0 ? 0 : 1;
}

} // namespace
} // namespace headway::tests

int main(int argc, char** argv) {
    return headway::tests::run(argc - 1, argv + 1);
}
