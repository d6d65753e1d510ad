#include "prove/replay.hpp"

#include "prove/failure.hpp"
#include "read/place.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace headway::compiler {
using namespace detail;
namespace {

constexpr const char* make_savepoint = "SAVEPOINT headway_step";
constexpr const char* return_to_savepoint = "ROLLBACK TO headway_step";
constexpr const char* release_savepoint = "RELEASE headway_step";

std::string first_word(const section& of) {
    const token first = next_meaning(of.sql(), 0);
    return fold(first.in(of.sql()));
}

struct endless_statement {};

finding describe_endless(const section& of, const statement_log& log, std::chrono::seconds limit) {
    const std::size_t begin = log.statements().empty() ? 0 : log.statements().back().begin;
    return {rule::endless,
            statement_at(of, begin),
            fmt::format("this statement had not ended after {} {}", limit.count(),
                        limit.count() == 1 ? "second" : "seconds"),
            {{{},
              "if it ends at all, raise the limit: --statement-limit SECONDS, or STATEMENT_LIMIT of "
              "add_migrations()"}}};
}

/// `VACUUM INTO` would leave a file behind on the build machine.
bool writes_file(const section& of) {
    if (first_word(of) != "vacuum") return false;
    const std::string_view sql = of.sql();
    for (const token& each : tokens(sql)) {
        if (same_name(each.in(sql), "into")) return true;
    }
    return false;
}

} // namespace

replay::replay(preparation prepare, std::chrono::seconds limit)
    : prepare_(std::move(prepare)), limit_(limit) {
    open();
    begin();
}

void replay::open() {
    connection_.reset();
    database_.emplace(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // Small pages, since tables are empty and images of them are kept.
    database_->exec("PRAGMA page_size = 512; PRAGMA temp_store = MEMORY");
    if (prepare_) prepare_(*database_);
}

/// The engine comes last: it sets the authorizer and takes the lock.
void replay::begin() {
    connection_.emplace(database_->getHandle(), options{});
    connection_->open();
    connection_->on_beat([this] {
        if (running_ != nullptr && std::chrono::steady_clock::now() - running_->started() > limit_)
            throw endless_statement();
    });
    connection_->lock();
    ++transaction_;
    // Headway's own tables are there, as in any database, so that what touches them is refused.
    connection_->create_version_table();
    if (image_.empty()) connection_->write_log({});
    changes_ = sqlite3_total_changes64(database_->getHandle());
}

bool replay::has_rows() {
    return loaded_rows_ || sqlite3_total_changes64(database_->getHandle()) > changes_;
}

std::optional<finding> replay::run(const section& of, statement_log* log) {
    statement_log own;
    if (of.transaction) return run_script(of, false, log == nullptr ? own : *log);
    if (writes_file(of)) return std::nullopt;
    connection_->commit();
    ++transaction_;
    auto failed = run_script(of, true, log == nullptr ? own : *log);
    connection_->lock();
    return failed;
}

std::optional<finding> replay::run_inside(const section& of) {
    const std::string word = of.transaction ? std::string() : first_word(of);
    if (word == "vacuum" || word == "pragma") return std::nullopt;
    if (!of.transaction) return run(of); // it may have a transaction of its own
    statement_log log;
    return run_script(of, false, log);
}

std::vector<watched_action> replay::actions_of(const std::string& explain) {
    const auto text = std::make_shared<source_text>(source_text{{}, explain});
    statement_log log;
    if (run_script({{text, 0, explain.size()}}, false, log) || log.statements().empty()) return {};
    return log.statements().back().actions;
}

std::optional<finding> replay::run_script(const section& of, bool alone, statement_log& log) {
    const std::string script(of.sql());
    connection_->watch(&log);
    running_ = &log;
    std::optional<finding> failed;
    try {
        alone ? connection_->run_alone(script) : connection_->run(script);
    } catch (const statement_failure& failure) {
        failed = describe_failure(of, failure, log);
    } catch (const endless_statement&) {
        failed = describe_endless(of, log, limit_);
    }
    running_ = nullptr;
    connection_->watch(nullptr);
    return failed;
}

replay::savepoint replay::save() {
    database_->exec(make_savepoint);
    return {transaction_, sqlite3_total_changes64(database_->getHandle()) - changes_};
}

void replay::keep(savepoint point) {
    if (point.transaction == transaction_) database_->exec(release_savepoint);
}

void replay::restore(savepoint point) {
    const bool in_transaction = sqlite3_get_autocommit(database_->getHandle()) == 0;
    if (in_transaction && point.transaction == transaction_) {
        database_->exec(return_to_savepoint);
        database_->exec(release_savepoint);
        changes_ = sqlite3_total_changes64(database_->getHandle()) - point.changes;
        // A module may still hold on to a virtual table that is gone again, and refuse what follows.
        const bool is_sound = database_->tryExec(make_savepoint) == SQLITE_OK;
        if (is_sound) database_->exec(release_savepoint);
        if (is_sound) return;
    }
    open();
    load_image();
    begin();
    for (const section* each : applied_) {
        if (run(*each)) throw std::runtime_error("a script that ran before fails when it is run again");
    }
}

std::string replay::image() {
    connection_->commit();
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(database_->getHandle(), "main", &size, 0), sqlite3_free);
    connection_->lock();
    ++transaction_;
    if (!bytes) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

void replay::load(std::string image, bool has_rows) {
    image_ = std::move(image);
    loaded_rows_ = has_rows;
    open();
    load_image();
    begin();
}

/// By way of a second connection, so that this one is an ordinary database in memory whatever it began with.
void replay::load_image() {
    if (image_.empty()) return;
    SQLite::Database from(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const auto size = static_cast<sqlite3_int64>(image_.size());
    if (sqlite3_deserialize(from.getHandle(), "main", reinterpret_cast<unsigned char*>(image_.data()), size,
                            size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        throw std::runtime_error("a stored state cannot be read");
    SQLite::Backup(*database_, from).executeStep();
}

} // namespace headway::compiler
