#include "image/made_up_machine.hpp"

#include <cstdlib>
#include <ctime>
#include <new>
#include <stdexcept>

namespace headway::compiler {
namespace {

std::optional<std::string> zone_now() {
    const char* const zone = std::getenv("TZ");
    return zone == nullptr ? std::nullopt : std::optional<std::string>(zone);
}

void set_zone(const char* zone) {
#ifdef _WIN32
    ::_putenv_s("TZ", zone == nullptr ? "" : zone);
    ::_tzset();
#else
    zone == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", zone, 1);
    ::tzset();
#endif
}

/// What was drawn from the real one is forgotten.
void seed_anew() {
    sqlite3_randomness(0, nullptr);
}

} // namespace

made_up_machine::made_up_machine(const machine& like)
    : watch_{{}, like.now, like.seed}, real_(sqlite3_vfs_find(nullptr)), zone_(zone_now()) {
    if (real_ == nullptr) throw std::runtime_error("SQLite has no file system");
    watch_.vfs = *real_;
    watch_.vfs.pNext = nullptr;
    watch_.vfs.zName = "headway_made_up";
    watch_.vfs.xRandomness = &made_up_machine::randomness;
    watch_.vfs.xCurrentTime = &made_up_machine::days;
    watch_.vfs.xCurrentTimeInt64 = &made_up_machine::milliseconds;
    if (sqlite3_vfs_register(&watch_.vfs, 1) != SQLITE_OK) throw std::bad_alloc();
    seed_anew();
    set_zone(like.zone);
}

made_up_machine::~made_up_machine() {
    set_zone(zone_ ? zone_->c_str() : nullptr);
    sqlite3_vfs_unregister(&watch_.vfs);
    sqlite3_vfs_register(real_, 1);
    seed_anew();
}

made_up_machine::watch& made_up_machine::of(sqlite3_vfs* vfs) noexcept {
    return *reinterpret_cast<watch*>(vfs);
}

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
int made_up_machine::randomness(sqlite3_vfs* vfs, int size, char* bytes) noexcept {
    for (int at = 0; at < size; ++at) {
        std::uint64_t next = of(vfs).seed += 0x9e3779b97f4a7c15U;
        next = (next ^ (next >> 30U)) * 0xbf58476d1ce4e5b9U;
        next = (next ^ (next >> 27U)) * 0x94d049bb133111ebU;
        bytes[at] = static_cast<char>(next ^ (next >> 31U));
    }
    return size;
}

int made_up_machine::milliseconds(sqlite3_vfs* vfs, sqlite3_int64* now) noexcept {
    *now = of(vfs).now++;
    return SQLITE_OK;
}

int made_up_machine::days(sqlite3_vfs* vfs, double* now) noexcept {
    *now = static_cast<double>(of(vfs).now++) / 86'400'000.0;
    return SQLITE_OK;
}

} // namespace headway::compiler
