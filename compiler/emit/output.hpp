#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace headway::compiler {

/// Writes `text` through a temporary file and a rename, and only if the file does not hold it already; what a
/// link leads to, or a device, is written as it is.
/// Returns whether it was written. Throws std::system_error.
bool write_if_changed(const std::filesystem::path& file, std::string_view text);

/// Makes `file` an empty file that was written now. Throws std::system_error.
void touch(const std::filesystem::path& file);

/// A depfile in Make's syntax: `output` depends on `inputs`; spaces, `#` and `$` are escaped.
[[nodiscard]] std::string render_depfile(std::string_view output,
                                         std::span<const std::filesystem::path> inputs);

} // namespace headway::compiler
