#pragma once

#include "planted.hpp"
#include "scenario.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace headway::reliability {
using namespace detail;

/// What a campaign found. Everything but `runs` should be 0.
struct tally {
    std::uint64_t runs = 0;
    std::uint64_t lost = 0;
    std::uint64_t corrupt = 0;
    std::uint64_t stuck = 0;
    std::uint64_t unclean = 0; ///< A transaction, a setting, a statement or memory was left behind.
    std::uint64_t crashed = 0; ///< Workers that died.

    [[nodiscard]] std::uint64_t damage() const noexcept { return lost + corrupt + stuck; }
    [[nodiscard]] std::uint64_t failures() const noexcept { return damage() + unclean + crashed; }
    tally& operator+=(const tally&) noexcept;
    void count(verdict) noexcept;
};

/// How a campaign is to be run.
struct order {
    planted_bug bug = planted_bug::none;
    bool full = false;
    std::uint64_t seed = 1;
    unsigned workers = 2;
    bool explains = true;      ///< Failures are described on standard error.
    const char* one = nullptr; ///< The name of the only ending or setting to be tried, if not all.
    std::uint64_t thinned = 1; ///< In short, only one of so many of the faults that are else made.

    /// How far the next fault is from the last.
    [[nodiscard]] std::uint64_t stride(std::uint64_t in_short) const noexcept {
        return full ? 1 : in_short * thinned;
    }

    /// Of a planted bug the first find is enough.
    [[nodiscard]] bool is_met_by(const tally& found) const noexcept {
        return bug != planted_bug::none && found.damage() > 0;
    }
};

/// The campaigns: each makes a fault in every place it can be made, looks at the database, and lets the
/// next launch finish the upgrade.
[[nodiscard]] tally file_faults(const scenario&, const order&);
[[nodiscard]] tally process_deaths(const scenario&, const order&);
/// The same as `file_faults` where a statement ends the transaction, and where the host has set what changes
/// the meaning of SQL.
[[nodiscard]] tally ended_transactions(const scenario&, const order&);
[[nodiscard]] tally unusual_settings(const scenario&, const order&);
[[nodiscard]] tally power_losses(const scenario&, const order&);
[[nodiscard]] tally memory_faults(const scenario&, const order&);
[[nodiscard]] tally kills(const scenario&, const order&);

/// Makes SQLite's allocations failable. To be called before anything else of SQLite.
void install_memory_faults();

inline constexpr const char* journals[] = {"delete", "truncate", "persist", "wal"};
inline constexpr transaction_mode transactions[] = {transaction_mode::all_pending,
                                                    transaction_mode::per_revision};

/// A directory that is removed with its owner; in memory where the system has such a place.
class workshop {
public:
    workshop();
    ~workshop();
    workshop(const workshop&) = delete;
    workshop& operator=(const workshop&) = delete;
    [[nodiscard]] std::string database() const { return directory_ + "/user.db"; }

private:
    std::string directory_;
};

/// Runs `work` in processes of their own, told their numbers from 0, and adds up what they found.
[[nodiscard]] tally in_workers(const order&, const std::function<tally(unsigned worker)>& work);

} // namespace headway::reliability
