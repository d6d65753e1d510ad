#include "campaign.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

/// The hooks of SQLite and of C++ take no context, hence one for the process.
struct allocations {
    bool armed;
    bool for_ever;
    std::uint64_t fails_at;
    std::uint64_t seen;
    std::int64_t alive; ///< Of C++.
    [[nodiscard]] bool fails() noexcept {
        if (!armed) return false;
        const std::uint64_t number = seen++;
        return for_ever ? number >= fails_at : number == fails_at;
    }
};
constinit allocations counted{};
constinit sqlite3_mem_methods original{};

void* take(int size) {
    return counted.fails() ? nullptr : original.xMalloc(size);
}
void* resize(void* memory, int size) {
    return counted.fails() ? nullptr : original.xRealloc(memory, size);
}

} // namespace

void* operator new(std::size_t size) {
    void* const memory = counted.fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) throw std::bad_alloc();
    ++counted.alive;
    return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    void* const memory = counted.fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (memory != nullptr) ++counted.alive;
    return memory;
}
void operator delete(void* memory) noexcept {
    if (memory != nullptr) --counted.alive;
    std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
    operator delete(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}

namespace headway::reliability {
namespace {

/// Returns false if the launch was over before the fault.
bool strike(const scenario& upgrade, const order& how, const host& from, tally& found) {
    upgrade.write_start(from.path, from.journal);
    const std::int64_t before = counted.alive;
    const sqlite3_int64 sqlite_before = sqlite3_memory_used();
    counted.seen = 0;
    counted.armed = true;
    const launched launch = upgrade.launch(from);
    counted.armed = false;
    const bool leaked = counted.alive != before || sqlite3_memory_used() != sqlite_before;
    const verdict end = upgrade.inspect(from, launch.succeeded);
    found.count(end);
    const char* const left = leaked ? "memory" : launch.left_behind;
    if (left != nullptr) ++found.unclean;
    if ((left != nullptr || end != verdict::intact) && how.explains) {
        std::fprintf(stderr, "%s, left behind %s: journal %s, allocation %llu fails %s\n", name_of(end),
                     left == nullptr ? "nothing" : left, from.journal,
                     static_cast<unsigned long long>(counted.fails_at),
                     counted.for_ever ? "for ever" : "once");
    }
    return counted.seen > counted.fails_at;
}

} // namespace

void install_memory_faults() {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &original);
    sqlite3_mem_methods failable = original;
    failable.xMalloc = take;
    failable.xRealloc = resize;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failable);
}

tally memory_faults(const scenario& upgrade, const order& how) {
    return in_workers(how, [&](unsigned worker) {
        const workshop shop;
        const std::uint64_t stride = how.stride(97);
        std::uint64_t first = how.seed; // elsewhere each time, so that in short the gaps are small
        tally found;
        for (const char* journal : journals) {
            for (int kind = 0; kind < 4; ++kind) {
                host from{shop.database(), nullptr, journal, transactions[kind / 2], how.bug};
                from.explains = how.explains;
                if (journal == journals[0]) from.verify = verification::schema;
                counted.for_ever = kind % 2 == 1;
                counted.fails_at = first % stride + worker * stride;
                first += 6;
                while (strike(upgrade, how, from, found) && !how.is_met_by(found)) {
                    counted.fails_at += stride * how.workers;
                }
            }
        }
        return found;
    });
}

} // namespace headway::reliability
