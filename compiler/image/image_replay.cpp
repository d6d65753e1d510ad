#include "image/image_replay.hpp"

#include "apply/apply.hpp"
#include "image/compact.hpp"
#include "read/place.hpp"
#include "sql/name.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/image.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace headway::compiler {
using namespace detail;
namespace {

/// Their answers come with the library.
constexpr std::array<std::string_view, 4> of_library{"sqlite_version", "sqlite_source_id",
                                                     "sqlite_compileoption_get", "sqlite_compileoption_used"};
/// As tables they say what is of the database alone, and of what is the same in all.
constexpr std::array<std::string_view, 14> of_database{
    "pragma_application_id", "pragma_encoding",   "pragma_foreign_key_check", "pragma_foreign_key_list",
    "pragma_index_info",     "pragma_index_list", "pragma_index_xinfo",       "pragma_integrity_check",
    "pragma_quick_check",    "pragma_table_info", "pragma_table_list",        "pragma_table_xinfo",
    "pragma_user_version",   "pragma_page_size"};

/// Of one and the same statement their answers differ.
constexpr std::array<std::string_view, 15> of_chance{
    "random",    "randomblob", "current_timestamp", "current_date",  "current_time",
    "date",      "time",       "datetime",          "julianday",     "strftime",
    "unixepoch", "timediff",   "changes",           "total_changes", "last_insert_rowid"};

template <class Names>
bool has(const Names& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view one) { return same_name(one, name); });
}

bool is_of_program(std::string_view table) {
    return fold(table).starts_with("pragma_") && !has(of_database, table);
}

bool is_own(std::string_view table) {
    return same_name(table, options{}.version_table) || same_name(table, "headway_log");
}

std::string_view view_of(const char* text) {
    return text == nullptr ? std::string_view() : text;
}

} // namespace

/// The second of two connections has done something else before, and has its pages otherwise.
image_replay::image_replay(const graph& history, const headway::history& packed,
                           const declared_names& declared, bool provided, transaction_mode transaction)
    : history_(history),
      packed_(packed),
      declared_(declared),
      provided_(provided),
      transaction_(transaction),
      database_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    database_.exec("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';"
                   "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON");
    if (provided) {
        provide(declared, database_);
        database_.exec("CREATE TEMP TABLE headway_rows (a); INSERT INTO headway_rows VALUES (1), (2), (3);"
                       "DROP TABLE headway_rows");
    }
    own_changes_ = sqlite3_total_changes64(database_.getHandle());
    sqlite3_update_hook(database_.getHandle(), &image_replay::count_own, this);
}

void image_replay::run_to(std::uint32_t end) {
    if (why_not || end <= end_) return;
    options chosen;
    chosen.transaction = transaction_;
    chosen.on_progress = [this](const progress& now) {
        if (now.beat == 0) revision_ = end_ + static_cast<std::uint32_t>(now.index);
    };
    sqlite_connection connection(database_.getHandle(), chosen);
    connection.watch(this);
    const auto to_end = [&](const auto& rows) {
        plan whole = plan_upgrade(packed_, rows, "heads");
        whole.steps.resize(end - end_);
        return whole;
    };
    try {
        (void)apply(connection, packed_, direction::up, to_end, chosen);
    } catch (const error& failed) {
        why_not = failure(failed);
    }
    end_ = end;
}

bool image_replay::is_schema_alone() const {
    return !asks_chance_ && sqlite3_total_changes64(database_.getHandle()) == own_changes_;
}

void image_replay::count_own(void* self, int, const char*, const char* table, sqlite3_int64) noexcept {
    if (is_own(table)) ++static_cast<image_replay*>(self)->own_changes_;
}

built_image image_replay::state() {
    return packed(serialize(database_));
}

bool image_replay::resume(const built_image& state, std::uint32_t end) {
    std::string bytes(state.size, '\0');
    auto* const begin = reinterpret_cast<unsigned char*>(bytes.data());
    const auto length = static_cast<sqlite3_int64>(state.size);
    SQLite::Database from(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!unpack_image(state.packed, begin, state.size) ||
        sqlite3_deserialize(from.getHandle(), "main", begin, length, length, SQLITE_DESERIALIZE_READONLY) !=
            SQLITE_OK)
        return false;
    SQLite::Backup(database_, from).executeStep();
    end_ = end;
    return true;
}

finding image_replay::failure(const error& failed) const {
    std::string_view what = failed.what();
    what = what.substr(0, what.find('\n'));
    if (const std::size_t place = what.find(": "); place != what.npos) what.remove_prefix(place + 2);
    return {rule::no_image,
            marker_of(running()),
            fmt::format("new databases get no image: {}, {}",
                        provided_ ? "on another machine" : "without what the application provides", what),
            {}};
}

std::string image_replay::obstacle_in(const statement_action& action) {
    const std::string_view first = view_of(action.first);
    const std::string_view function = view_of(action.second);
    switch (action.code) {
    case SQLITE_READ:
        if (is_own(first)) return fmt::format("this reads {}, which says how the database came about", first);
        return is_of_program(first) ? fmt::format("{} is not of the database alone", first) : std::string();
    case SQLITE_FUNCTION:
        asks_chance_ = asks_chance_ || has(of_chance, function);
        if (has(of_library, function)) return fmt::format("{}() is of the SQLite that runs it", function);
        return std::any_of(declared_.functions.begin(), declared_.functions.end(),
                           [&](const auto& one) { return same_name(one.name, function); })
                   ? fmt::format("{}() is the application's", function)
                   : std::string();
    default:
        return {};
    }
}

void image_replay::asked(const statement_action& action) noexcept {
    if (!why_not && obstacle_.empty()) obstacle_ = obstacle_in(action);
}

void image_replay::prepared(std::string_view, std::size_t begin, std::size_t, bool) {
    if (!why_not && !obstacle_.empty())
        why_not = {rule::no_image,
                   statement_at(running(), begin),
                   fmt::format("new databases get no image: {}", obstacle_),
                   {}};
    obstacle_.clear();
}

} // namespace headway::compiler
