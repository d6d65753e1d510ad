#pragma once

#include "layouts/layout.hpp"

namespace headway::compiler {

/// What is said about the layout of a directory.
struct layout_choice {
    std::string name{};                   ///< Empty to find it out.
    std::vector<std::string> variables{}; ///< `name=value`
    std::vector<std::string> pattern{};   ///< Of the names of numbered files: of ups, and of downs if any.
    std::string adopt_query{};            ///< Of a bookkeeping of the project's own.
    engine wanted = engine::sqlite;       ///< Whose sections count.
    bool keeps_code = false;              ///< Steps that are programs become empty ones, and are no errors.
};

/// A directory of migrations, whosever it is.
struct laid_out {
    directory migrations;
    std::vector<const layout*> of{}; ///< Nothing for Headway's own form alone; several that read it alike.
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

/// The bookkeepings of tools, those in tables of their own before what any program may set. `bookkeeping`
/// stands in for that of a layout which has several forms of it.
[[nodiscard]] std::vector<adoption> adoptions_of(std::span<const layout* const>,
                                                 std::string_view bookkeeping = {});

/// `golang-migrate or sqlx`
[[nodiscard]] std::string names_of(std::span<const layout* const>);

} // namespace headway::compiler
