#pragma once

#include "layouts/adoption.hpp"
#include "read/directory.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What is to be run for a step, up or down. The views point into the file's text.
struct step_part {
    const loaded_file* file = nullptr;
    std::string_view body;
    std::string_view marker; ///< The line that begins it; empty if it is the whole file.
    bool transaction = true; ///< False if the tool runs it without one.
};

/// A step of another tool's history.
struct layout_step {
    std::string version; ///< As the tool counts; becomes the id.
    std::string order;   ///< Sorts as the tool does.
    std::string summary{};
    step_part up{};
    std::optional<step_part> down{};
    std::string booked{}; ///< What the tool's bookkeeping calls it, where that is not the version.
};

/// Another tool's directory, while it is read.
struct tool_directory {
    const std::filesystem::path& path;
    const listing& listed;
    std::vector<const loaded_file*> files; ///< Those that are not Headway's own.
    std::vector<layout_step> steps{};      ///< In any order; what a layout's reader finds.
    std::string bookkeeping{};             ///< The layout's, unless its reader finds another form of it.
    std::vector<std::string> pattern{};    ///< As the project gives it.
    std::string own_query{};               ///< Of a bookkeeping of its own; empty if there is none.
    std::deque<loaded_file> made{}; ///< What stands for files that are no text, as its reader makes it.
};

/// Whether a directory is a tool's, as far as it shows.
enum class fit : std::uint8_t {
    no,
    perhaps, ///< By the names of its files.
    surely,  ///< By what is in it and in no other tool's.
};

/// A bookkeeping and the query that recognises it by its columns.
struct known_bookkeeping {
    std::string_view tool;
    std::string_view query;
};

/// How a tool lays out its migrations. The reader knows one tool, and nothing else does.
struct layout {
    std::string_view name; ///< As LAYOUT says it.
    /// Whether a file is read at all, by its name below the directory.
    bool (*takes)(std::string_view name);
    fit (*fits)(const tool_directory&);
    void (*read)(tool_directory&, diagnostics& found);
    /// The query of what is applied, as `adoption_row` of headway/history.hpp has it; empty if no database
    /// says it.
    std::string_view bookkeeping;
    /// The checksum that the bookkeeping has of a step; null if it has none that the tool compares.
    std::string (*fingerprint)(const layout_step&);
    /// Those of tools whose files look the same, which are asked before.
    std::span<const known_bookkeeping> others{};
    /// The step that a file would be which is a program, by its name below the directory; null if the tool
    /// has none such. Only versions without SQL are asked for.
    std::optional<layout_step> (*in_code)(std::string_view name) = nullptr;
};

/// All of them, in the order of their names.
[[nodiscard]] std::span<const layout* const> layouts() noexcept;
/// The one of a name, or null.
[[nodiscard]] const layout* find_layout(std::string_view name) noexcept;

extern const layout atlas_layout;
extern const layout dbmate_layout;
extern const layout diesel_layout;
extern const layout drizzle_layout;
extern const layout flyway_layout;
extern const layout golang_migrate_layout;
extern const layout goose_layout;
extern const layout liquibase_layout;
extern const layout mojo_layout;
extern const layout numbered_layout;
extern const layout prisma_layout;
extern const layout refinery_layout;
extern const layout sqitch_layout;
extern const layout sqldelight_layout;
extern const layout sqlx_layout;

} // namespace headway::compiler
