#include "disk.hpp"

#include <algorithm>
#include <filesystem>

namespace headway::reliability {
namespace {

constexpr std::size_t sector = 512;

/// How much of what was not synced survives.
enum class mood : int { all, nothing, some_operations, some_sectors, torn_sectors, garbage };
constexpr int moods = 6;

bool coin(std::mt19937_64& chance) {
    return (chance() & 1U) != 0;
}

/// Where a file grows over sectors that never arrive there are zeros, or what the disk held before.
void grow(std::string& file, std::size_t size, bool garbage, std::mt19937_64& chance) {
    if (file.size() >= size) return;
    const std::size_t old = file.size();
    file.resize(size, '\0');
    if (!garbage) return;
    std::generate(file.begin() + static_cast<std::ptrdiff_t>(old), file.end(),
                  [&] { return static_cast<char>(chance()); });
}

/// Puts a part of a write into the file, sector by sector.
void write_sectors(std::string& file, const disk_event& write, mood how, std::mt19937_64& chance) {
    const std::size_t end = write.offset + write.bytes.size();
    grow(file, end, how == mood::garbage, chance);
    for (std::size_t at = write.offset; at < end;) {
        const std::size_t stop = std::min(end, (at / sector + 1) * sector);
        std::size_t first = at;
        std::size_t last = coin(chance) ? stop : at;
        if (how == mood::torn_sectors && coin(chance)) {
            const std::size_t tear = at + chance() % (stop - at);
            first = coin(chance) ? tear : at;
            last = first == tear ? stop : tear;
        }
        std::copy(write.bytes.begin() + static_cast<std::ptrdiff_t>(first - write.offset),
                  write.bytes.begin() + static_cast<std::ptrdiff_t>(last - write.offset),
                  file.begin() + static_cast<std::ptrdiff_t>(first));
        at = stop;
    }
}

void carry_out(std::string& file, const disk_event& event) {
    if (event.what == disk_event::truncate) {
        file.resize(event.offset, '\0');
        return;
    }
    if (file.size() < event.offset + event.bytes.size()) file.resize(event.offset + event.bytes.size(), '\0');
    std::copy(event.bytes.begin(), event.bytes.end(),
              file.begin() + static_cast<std::ptrdiff_t>(event.offset));
}

std::string survive(std::string file, const std::vector<disk_event>& pending, std::mt19937_64& chance) {
    const auto how = static_cast<mood>(chance() % moods);
    if (how == mood::nothing) return file;
    for (const disk_event& event : pending) {
        if (how == mood::all) {
            carry_out(file, event);
        } else if (how == mood::some_operations || event.what == disk_event::truncate) {
            if (coin(chance)) carry_out(file, event);
        } else {
            write_sectors(file, event, how, chance);
        }
    }
    return file;
}

} // namespace

int recorder::before(const operation& next) {
    if (next.file == nullptr || std::string_view(next.file).ends_with("-shm")) return SQLITE_OK;
    switch (next.kind) {
    case operation_kind::open:
        if ((next.flags & SQLITE_OPEN_CREATE) != 0 && !std::filesystem::exists(next.file))
            events_.push_back({disk_event::create, next.file});
        break;
    case operation_kind::write:
        events_.push_back({disk_event::write,
                           next.file,
                           static_cast<std::size_t>(next.offset),
                           {static_cast<const char*>(next.bytes), static_cast<std::size_t>(next.size)}});
        break;
    case operation_kind::truncate:
        events_.push_back({disk_event::truncate, next.file, static_cast<std::size_t>(next.offset)});
        break;
    case operation_kind::sync:
        events_.push_back({disk_event::sync, next.file});
        break;
    case operation_kind::remove:
        events_.push_back({disk_event::remove, next.file, 0, {}, next.flags != 0});
        break;
    default:
        break;
    }
    return SQLITE_OK;
}

disk::disk(std::map<std::string, std::string> files) {
    for (auto& [name, bytes] : files) {
        names_[name] = {static_cast<int>(contents_.size())};
        contents_.push_back({std::move(bytes), {}});
    }
}

int disk::link(const std::string& file) const {
    const auto found = names_.find(file);
    return found == names_.end() ? -1 : found->second.back();
}

void disk::sync_directory() {
    for (auto& [name, stood_for] : names_) {
        stood_for.erase(stood_for.begin(), stood_for.end() - 1);
    }
}

void disk::apply(const disk_event& event) {
    if (event.what == disk_event::create) {
        links& of = names_.try_emplace(event.file, links{-1}).first->second;
        of.push_back(static_cast<int>(contents_.size()));
        contents_.emplace_back();
        return;
    }
    const int index = link(event.file);
    if (index < 0) return;
    content& file = contents_[static_cast<std::size_t>(index)];
    switch (event.what) {
    case disk_event::write:
    case disk_event::truncate:
        file.pending.push_back(event);
        break;
    case disk_event::sync:
        for (const disk_event& waiting : file.pending) {
            carry_out(file.durable, waiting);
        }
        file.pending.clear();
        sync_directory(); // SQLite's unix VFS does so with the first sync of a journal
        break;
    case disk_event::remove:
        names_[event.file].push_back(-1);
        if (event.syncs_directory) sync_directory();
        break;
    case disk_event::create:
        break;
    }
}

disk::image disk::lose_power(std::mt19937_64& chance) const {
    image found;
    for (const auto& [name, stood_for] : names_) {
        const int index = stood_for[chance() % stood_for.size()];
        if (index < 0) continue;
        const content& file = contents_[static_cast<std::size_t>(index)];
        found[name] = survive(file.durable, file.pending, chance);
    }
    return found;
}

} // namespace headway::reliability
