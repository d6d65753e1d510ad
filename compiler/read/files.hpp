#pragma once

#include "diagnostics/diagnostic.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A file of a directory of migrations.
struct listed_file {
    std::filesystem::path path; ///< As the user reaches it.
    std::string name;           ///< Below the directory, with slashes between.
    bool is_link = false;

    bool operator<(const listed_file& other) const { return name < other.name; }
};

/// What a directory holds.
struct listing {
    std::vector<listed_file> files;                 ///< Sorted by name.
    std::vector<std::filesystem::path> directories; ///< Those that were looked into, itself last.
};

/// The files of a directory and of those up to `depth` below it; what begins with a dot is passed over.
/// Throws std::filesystem::filesystem_error if a directory cannot be read.
[[nodiscard]] listing list_files(const std::filesystem::path& directory, int depth = 0);

/// Reads files of a directory. What keeps one from being read is reported.
class file_reader {
public:
    file_reader(const std::filesystem::path& directory, diagnostics& found)
        : directory_(directory), found_(found) {}

    /// The bytes, which are good until the next call; null if there are none to be had. A link must not lead
    /// out of the directory.
    [[nodiscard]] const std::string* read(const listed_file&);
    /// The same of a file that may be anywhere.
    [[nodiscard]] const std::string* read(const std::filesystem::path&);

private:
    bool leads_out(const std::filesystem::path& link) const;
    bool read_bytes(const std::filesystem::path&);

    const std::filesystem::path& directory_;
    diagnostics& found_;
    std::string bytes_; ///< Kept for its capacity.
};

/// Reports what is wrong with a file as a whole, or a directory. False, for callers that give up.
bool refuse_file(diagnostics&, rule, const std::filesystem::path&, std::string message);

} // namespace headway::compiler
