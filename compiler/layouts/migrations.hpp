#pragma once

#include "layouts/layout.hpp"

namespace headway::compiler {

/// What is said about the layout of a directory.
struct layout_choice {
    std::string name{}; ///< Empty to find it out.
};

/// A directory of migrations, whosever it is.
struct laid_out {
    directory migrations;
    const layout* of = nullptr; ///< Null for Headway's own form alone.
    std::vector<adoption> adoptions{};
};

/// Reads a directory in the layout that was chosen, or else in the one that it shows, which a note then
/// names. Another tool's steps become revisions in the tool's own order, each revising the one before; files
/// in Headway's own form may stand upon them. `choice` names a layout, `headway` or nothing. Throws
/// std::filesystem::filesystem_error if the directory cannot be read.
[[nodiscard]] laid_out read_migrations(const std::filesystem::path&, const layout_choice&,
                                       diagnostics& found);

/// What a choice may name.
[[nodiscard]] std::vector<std::string_view> layout_names();

} // namespace headway::compiler
