#include "sqlite/files.hpp"

#include "headway/error.hpp"
#include "text.hpp"

#include <system_error>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace headway::detail {

std::filesystem::path path_of(const std::string& utf8) {
    return std::filesystem::u8path(utf8);
}

std::string utf8_of(const std::filesystem::path& path) {
    return path.u8string();
}

void sync_file(const std::filesystem::path& path) {
    const HANDLE file =
        ::CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    const bool opened = file != INVALID_HANDLE_VALUE;
    const bool synced = opened && ::FlushFileBuffers(file) != 0;
    if (opened) ::CloseHandle(file);
    if (!synced) throw error(error_code::backup, joined({"could not sync ", utf8_of(path)}));
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0)
        return;
    throw std::filesystem::filesystem_error(
        "cannot rename", from, to,
        std::error_code(static_cast<int>(::GetLastError()), std::system_category()));
}

} // namespace headway::detail
