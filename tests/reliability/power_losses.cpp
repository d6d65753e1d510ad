#include "campaign.hpp"
#include "disk.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string_view>

namespace headway::reliability {
namespace {

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Puts what the power loss left in the place of what was there.
void lay_out(const disk::image& files, const std::string& database) {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
        const auto file = files.find(database + suffix);
        if (file == files.end()) {
            std::filesystem::remove(database + suffix);
        } else {
            write(file->first, file->second);
        }
    }
}

/// Loses power before each thing that a launch asks of the disk, and after the last, `images` times.
void lose_power(const scenario& upgrade, const order& how, host from, unsigned worker, std::uint64_t images,
                tally& found) {
    const workshop shop;
    const std::string path = shop.database();
    const char* const journal = from.journal;
    from.path = path;
    from.explains = how.explains;
    upgrade.write_start(path, journal);
    disk platter(disk::image{{path, read(path)}});
    recorder watching;
    {
        const watched_vfs vfs(watching);
        from.vfs = vfs.name();
        if (!upgrade.launch(from).succeeded) ++found.stuck;
    }
    const std::vector<disk_event>& events = watching.events();
    // With `synchronous = FULL` SQLite does not sync the directory when it removes a journal, so that a
    // commit may be taken back as a whole (https://www.sqlite.org/pragma.html#pragma_synchronous, EXTRA).
    const bool keeps_commits = std::string_view(journal) != "delete";
    for (std::size_t moment = 0; moment <= events.size() && !how.is_met_by(found); ++moment) {
        for (std::uint64_t image = worker; image < images; image += how.workers) {
            std::mt19937_64 chance(how.seed * 0x9e3779b97f4a7c15U + moment * 1'000'003 + image);
            lay_out(platter.lose_power(chance), path);
            const verdict end = upgrade.inspect(from, moment == events.size() && keeps_commits);
            found.count(end);
            if (end != verdict::intact && how.explains)
                std::fprintf(stderr, "%s: journal %s, power lost at %zu of %zu, image %llu\n", name_of(end),
                             journal, moment, events.size(), static_cast<unsigned long long>(image));
        }
        if (moment < events.size()) platter.apply(events[moment]);
    }
}

} // namespace

tally power_losses(const scenario& upgrade, const order& how) {
    return in_workers(how, [&](unsigned worker) {
        tally found;
        for (const char* journal : journals) {
            for (const transaction_mode transaction : transactions) {
                lose_power(upgrade, how, {{}, nullptr, journal, transaction, how.bug}, worker,
                           how.full ? 200 : 2, found);
            }
        }
        return found;
    });
}

} // namespace headway::reliability
