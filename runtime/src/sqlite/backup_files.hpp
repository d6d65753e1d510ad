#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace headway::detail {

/// The files that hold copies of one database, and what attempts that were killed have left of others.
class backup_files {
public:
    /// Copies of `source` stand in `directory`, or beside it if that is empty.
    backup_files(const std::filesystem::path& source, const std::string& directory);

    [[nodiscard]] const std::filesystem::path& directory() const noexcept { return directory_; }
    /// Whole copies, the oldest first.
    [[nodiscard]] std::vector<std::filesystem::path> copies() const;
    /// Names of copies that were not finished: in use, or left by an attempt that was killed.
    [[nodiscard]] std::vector<std::filesystem::path> unfinished() const;
    /// A name for a copy that is made now. No file has it, nor what `unfinished_name` makes of it.
    [[nodiscard]] std::filesystem::path fresh() const;
    [[nodiscard]] static std::filesystem::path unfinished_name(std::filesystem::path of);
    /// Removes a copy with the journals that belong to it, if they are there. Does not throw.
    static void remove(const std::filesystem::path&) noexcept;

private:
    [[nodiscard]] std::vector<std::filesystem::path> named(const char* ending) const;

    std::filesystem::path directory_;
    std::string prefix_;
};

/// Whether two files hold the same bytes.
[[nodiscard]] bool are_alike(const std::filesystem::path&, const std::filesystem::path&);

} // namespace headway::detail
