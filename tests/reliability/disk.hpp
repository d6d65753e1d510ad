#pragma once

#include "watched_vfs.hpp"

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace headway::reliability {

/// What was asked of the disk, in order.
struct disk_event {
    enum kind : std::uint8_t { create, write, truncate, sync, remove } what;
    std::string file;
    std::size_t offset = 0;       ///< Of a write; of a truncation, the size that remains.
    std::string bytes{};          ///< Of a write.
    bool syncs_directory = false; ///< Of a removal.
};

/// Writes down what a launch asks of the disk.
class recorder final : public observer {
public:
    int before(const operation&) override;
    [[nodiscard]] const std::vector<disk_event>& events() const noexcept { return events_; }

private:
    std::vector<disk_event> events_;
};

/// A disk with a cache that loses power. What was synced is there; of what was not, each sector of 512 bytes
/// may or may not be, in any order, and may be torn. New files and removals wait for the directory.
class disk {
public:
    explicit disk(std::map<std::string, std::string> files);
    void apply(const disk_event&);

    /// What is found after the power comes back, one possibility of many: the files that exist.
    using image = std::map<std::string, std::string>;
    [[nodiscard]] image lose_power(std::mt19937_64&) const;

private:
    struct content {
        std::string durable;
        std::vector<disk_event> pending;
    };
    /// What a name stood for since the directory was synced last; -1 for nothing.
    using links = std::vector<int>;

    void sync_directory();
    [[nodiscard]] int link(const std::string& file) const;

    std::vector<content> contents_;
    std::map<std::string, links> names_;
};

} // namespace headway::reliability
