#include "watched_vfs.hpp"

namespace headway::reliability {
namespace {

/// SQLite allocates this with the real file's own bytes behind it.
struct watched_file {
    sqlite3_file base;
    const watched_vfs* vfs;
    const char* name;
};

watched_file& watched(sqlite3_file* file) noexcept {
    return *reinterpret_cast<watched_file*>(file);
}

sqlite3_file* real(sqlite3_file* file) noexcept {
    return reinterpret_cast<sqlite3_file*>(&watched(file) + 1);
}

int ask(sqlite3_file* file, operation next) {
    next.file = watched(file).name;
    next.real = real(file);
    return watched(file).vfs->ask(next);
}

template <class Call>
int asked(sqlite3_file* file, const operation& next, Call call) {
    const int code = ask(file, next);
    return code == SQLITE_OK ? call(real(file)) : code;
}

int close_file(sqlite3_file* file) {
    return real(file)->pMethods->xClose(real(file));
}
int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    return asked(file, {operation_kind::read, nullptr, offset, nullptr, size},
                 [&](auto* f) { return f->pMethods->xRead(f, into, size, offset); });
}
int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    return asked(file, {operation_kind::write, nullptr, offset, bytes, size},
                 [&](auto* f) { return f->pMethods->xWrite(f, bytes, size, offset); });
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return asked(file, {operation_kind::truncate, nullptr, size},
                 [&](auto* f) { return f->pMethods->xTruncate(f, size); });
}
int sync_file(sqlite3_file* file, int flags) {
    return asked(file, {operation_kind::sync, nullptr},
                 [&](auto* f) { return f->pMethods->xSync(f, flags); });
}
int size_file(sqlite3_file* file, sqlite3_int64* size) {
    return asked(file, {operation_kind::size, nullptr},
                 [&](auto* f) { return f->pMethods->xFileSize(f, size); });
}
int lock_file(sqlite3_file* file, int level) {
    return asked(file, {operation_kind::lock, nullptr},
                 [&](auto* f) { return f->pMethods->xLock(f, level); });
}
int unlock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int is_reserved(sqlite3_file* file, int* result) {
    return asked(file, {operation_kind::lock, nullptr},
                 [&](auto* f) { return f->pMethods->xCheckReservedLock(f, result); });
}
int control_file(sqlite3_file* file, int code, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), code, argument);
}
int sector_size(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** into) {
    return asked(file, {operation_kind::shared_memory, nullptr},
                 [&](auto* f) { return f->pMethods->xShmMap(f, page, size, extend, into); });
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    if ((flags & SQLITE_SHM_UNLOCK) != 0)
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    return asked(file, {operation_kind::lock, nullptr},
                 [&](auto* f) { return f->pMethods->xShmLock(f, offset, count, flags); });
}
void order_shared(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

constexpr sqlite3_io_methods methods = {
    2,           close_file,   read_file,    write_file,   truncate_file, sync_file,       size_file,
    lock_file,   unlock_file,  is_reserved,  control_file, sector_size,   characteristics, map_shared,
    lock_shared, order_shared, unmap_shared,
    nullptr, // without xFetch there is no memory mapping around us
    nullptr};

const watched_vfs& owner(sqlite3_vfs* vfs) noexcept {
    return *static_cast<const watched_vfs*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    file->pMethods = nullptr;
    watched(file).vfs = &owner(vfs);
    watched(file).name = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 ? nullptr : name;
    operation next{operation_kind::open, watched(file).name};
    next.flags = flags;
    int code = owner(vfs).ask(next);
    if (code != SQLITE_OK) return code;
    sqlite3_vfs* const beneath = owner(vfs).real();
    code = beneath->xOpen(beneath, name, real(file), flags, flags_out);
    if (code == SQLITE_OK) file->pMethods = &methods;
    return code;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int sync_directory) {
    operation next{operation_kind::remove, name};
    next.flags = sync_directory;
    const int code = owner(vfs).ask(next);
    sqlite3_vfs* const beneath = owner(vfs).real();
    return code == SQLITE_OK ? beneath->xDelete(beneath, name, sync_directory) : code;
}

int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    const int code = owner(vfs).ask({operation_kind::access, name});
    sqlite3_vfs* const beneath = owner(vfs).real();
    return code == SQLITE_OK ? beneath->xAccess(beneath, name, flags, result) : code;
}

} // namespace

int io_error(operation_kind kind) noexcept {
    switch (kind) {
    case operation_kind::open:
        return SQLITE_CANTOPEN;
    case operation_kind::remove:
        return SQLITE_IOERR_DELETE;
    case operation_kind::access:
        return SQLITE_IOERR_ACCESS;
    case operation_kind::read:
        return SQLITE_IOERR_READ;
    case operation_kind::write:
        return SQLITE_IOERR_WRITE;
    case operation_kind::truncate:
        return SQLITE_IOERR_TRUNCATE;
    case operation_kind::sync:
        return SQLITE_IOERR_FSYNC;
    case operation_kind::size:
        return SQLITE_IOERR_FSTAT;
    case operation_kind::lock:
        return SQLITE_IOERR_LOCK;
    case operation_kind::shared_memory:
        return SQLITE_IOERR_SHMMAP;
    }
    return SQLITE_IOERR;
}

bool needs_space(const operation& next) noexcept {
    switch (next.kind) {
    case operation_kind::open:
        return (next.flags & SQLITE_OPEN_CREATE) != 0;
    case operation_kind::write:
    case operation_kind::sync:
    case operation_kind::shared_memory:
        return true;
    default:
        return false;
    }
}

watched_vfs::watched_vfs(observer& watching)
    : observer_(watching),
      name_("watched-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))),
      real_(sqlite3_vfs_find(nullptr)),
      self_(*real_) {
    self_.szOsFile = static_cast<int>(sizeof(watched_file)) + real_->szOsFile;
    self_.zName = name_.c_str();
    self_.pNext = nullptr;
    self_.pAppData = this;
    self_.xOpen = open_file;
    self_.xDelete = remove_file;
    self_.xAccess = access_file;
    sqlite3_vfs_register(&self_, 0);
}

watched_vfs::~watched_vfs() {
    sqlite3_vfs_unregister(&self_);
}

} // namespace headway::reliability
