#pragma once

#include "headway/headway.hpp"
#include "host_setting.hpp"
#include "planted.hpp"
#include "runtime/made_history.hpp"

#include <string>
#include <vector>

struct sqlite3;

namespace headway::reliability {
using namespace detail;

/// How the host of a launch opens its database.
struct host {
    std::string path;
    const char* vfs = nullptr; ///< Null for SQLite's own.
    const char* journal = "delete";
    transaction_mode transaction = transaction_mode::all_pending;
    planted_bug bug = planted_bug::none;
    verification verify = verification::none;
    bool waits = false;   ///< Whether the host leaves a busy handler of its own on the connection.
    bool explains = true; ///< Whether `inspect` says on standard error what it finds.
    const host_setting* setting = nullptr;    ///< What it has set otherwise than usual.
    const reliability::ending* end = nullptr; ///< What stands in the middle of revision 004.
};

struct launched {
    bool succeeded = false;
    /// What was left behind on the connection: a transaction, a setting, a statement; null if nothing was.
    const char* left_behind = nullptr;
    /// Why it failed. Not a string: there may be no memory for one.
    char reason[160] = {};
};

/// What a database turns out to be after a fault.
enum class verdict : std::uint8_t {
    intact,
    lost,    ///< It is at no revision boundary, or rows are missing or wrong.
    corrupt, ///< SQLite finds fault with the file.
    stuck,   ///< The next launch fails.
};
[[nodiscard]] const char* name_of(verdict) noexcept;

/// Which way a launch takes the database.
enum class journey : std::uint8_t {
    upgrade,   ///< From the first revision to the last.
    step_back, ///< An older program, with a revision of its own, takes back what a newer one has applied.
    sensitive, ///< An upgrade with one more revision, on which the settings of the host would have a say.
    code,      ///< An upgrade, of which two revisions are written in C++.
    install,   ///< From an empty file, by the image; then the program writes a row of its own.
};

/// An upgrade, or the way back, that has everything in it that can go wrong, and what the database must look
/// like at each revision: parents that are rebuilt while their children have rows, updates that must not run
/// twice, values of several pages.
class scenario {
public:
    explicit scenario(journey);

    /// Writes the database that the journey begins with, full of the user's rows; removes its journals.
    void write_start(const std::string& path, const std::string& journal) const;
    /// Opens the database as an application does, upgrades and closes it.
    [[nodiscard]] launched launch(const host&) const;
    /// Opens the database with SQLite's own VFS, looks whether it is at a revision boundary with all its rows
    /// (the last one, if any launch has `finished`; with all revisions in one transaction, the first or the
    /// last one) and with what those launches wrote, launches again and looks whether that finished the
    /// upgrade.
    [[nodiscard]] verdict inspect(const host& faulty, std::size_t finished) const;

private:
    void upgrade(sqlite3*, const char* target) const;
    void give_image();
    void keep_start(const std::string& path);
    [[nodiscard]] headway::options options() const;

    journey way_;
    tests::made_history history_;     ///< Of the program that is launched.
    std::string start_[2];            ///< The bytes of the first file: rollback journal, WAL.
    std::vector<std::string> states_; ///< At each revision boundary of the journey.
};

} // namespace headway::reliability
