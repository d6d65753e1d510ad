#pragma once

#include "read/files.hpp"
#include "read/source.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace headway::compiler {

/// A directory of migrations, as found on the disk.
struct directory {
    std::vector<source> sources;             ///< In the order of their file names. Only the valid ones.
    std::shared_ptr<const source_text> lock; ///< `headway.lock`, or null without one.
    std::vector<std::filesystem::path>
        inputs; ///< All files read, and the directory itself: what a build depends on.
};

/// A file of a directory of migrations that could be read.
struct loaded_file {
    std::string name;                  ///< Below the directory, with slashes between.
    std::shared_ptr<source_text> text; ///< Normalised.
    std::string bytes;                 ///< As they stand in the file, if they are not Headway's own form.
};

/// Reads the files that `takes` wants, by their names. Adds all that it wants to `inputs`.
[[nodiscard]] std::vector<loaded_file> load_files(const std::filesystem::path& directory,
                                                  const std::vector<listed_file>&,
                                                  const std::function<bool(std::string_view)>& takes,
                                                  std::vector<std::filesystem::path>& inputs,
                                                  diagnostics& found);

/// Whether a file is a migration by its name: one in SQL, one in C++ or the twin of one.
[[nodiscard]] bool is_migration_file(std::string_view name) noexcept;

/// Reads migrations in Headway's own form, those in C++ with their twins.
[[nodiscard]] std::vector<source> read_sources(const std::vector<loaded_file>&, diagnostics& found,
                                               engine wanted = engine::sqlite);

/// Whether a file is a migration in Headway's own form: its header has one of the keys that it must have.
[[nodiscard]] bool is_native(std::string_view text) noexcept;

/// Reads every `*.sql` and `*.cpp` file of `path` (not of its subdirectories; names that begin with a dot are
/// passed over) and its lock file, all in Headway's own form. Mistakes go to `found`. Throws
/// std::filesystem::filesystem_error if the directory itself cannot be read.
[[nodiscard]] directory read_directory(const std::filesystem::path& path, diagnostics& found,
                                       engine wanted = engine::sqlite);
/// The same of what is loaded already.
[[nodiscard]] directory read_directory(const std::filesystem::path& path, const listing&,
                                       const std::vector<loaded_file>&, diagnostics& found,
                                       engine wanted = engine::sqlite);

/// Takes `headway.lock` in, if it is among the files of the directory.
void read_lock(const std::filesystem::path&, const std::vector<listed_file>&, directory& into,
               diagnostics& found);

/// Reads one file that is no migration. What keeps it from being read goes to `found`; null then.
[[nodiscard]] std::shared_ptr<const source_text> read_text(const std::filesystem::path& file,
                                                           diagnostics& found);

} // namespace headway::compiler
