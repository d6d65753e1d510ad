#pragma once

#include <filesystem>
#include <string>
#include <string_view>

// What the platforms do in ways of their own: files_posix.cpp and files_windows.cpp.

namespace headway::detail {

/// Programs and SQLite name files in UTF-8, on Windows too, where the library would take it for the code
/// page.
[[nodiscard]] std::filesystem::path path_of(const std::string& utf8);
[[nodiscard]] std::string utf8_of(const std::filesystem::path&);

/// Waits until the disk has what was written to the file. Throws `error_code::backup`.
void sync_file(const std::filesystem::path&);

/// Gives a file another name in its directory, and waits until the disk has it. Throws
/// std::filesystem::filesystem_error, or `error_code::backup`.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace headway::detail
