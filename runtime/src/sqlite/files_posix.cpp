#include "sqlite/files.hpp"

#include "headway/error.hpp"
#include "text.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace headway::detail {

std::filesystem::path path_of(const std::string& utf8) {
    return utf8;
}

std::string utf8_of(const std::filesystem::path& path) {
    return path.string();
}

/// Also for a directory, whose names are then on the disk.
void sync_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!synced) throw error(error_code::backup, joined({"could not sync ", path.string()}));
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::rename(from, to);
    sync_file(to.parent_path());
}

} // namespace headway::detail
