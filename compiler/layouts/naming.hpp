#pragma once

#include "layouts/layout.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// What follows the last slash.
[[nodiscard]] std::string_view leaf_of(std::string_view name) noexcept;
/// What is before the first slash; empty without one.
[[nodiscard]] std::string_view folder_of(std::string_view name) noexcept;

/// Whether a file lies in the directory itself, and not in a folder below.
[[nodiscard]] bool is_top(std::string_view name) noexcept;
/// The same of a file whose name ends in `.sql`, in these letters.
[[nodiscard]] bool is_top_sql(std::string_view name) noexcept;

/// The digits at the beginning.
[[nodiscard]] std::string_view leading_digits(std::string_view name) noexcept;
/// Whether a name is digits and nothing else.
[[nodiscard]] bool is_number(std::string_view name) noexcept;
/// A number without zeros in front.
[[nodiscard]] std::string plain_number(std::string_view digits);
/// The same, so that texts sort as the numbers do.
[[nodiscard]] std::string sortable_number(std::string_view digits);

/// `create_shelves` as words.
[[nodiscard]] std::string words_of_slug(std::string_view slug);

/// The language of a file that is a program, by its name; empty if it is none, or a test.
[[nodiscard]] std::string_view language_of(std::string_view name) noexcept;
/// A name without what follows its last point.
[[nodiscard]] std::string_view stem_of_file(std::string_view name) noexcept;

/// The whole file as a part, without the blank lines around it.
[[nodiscard]] step_part whole(const loaded_file&, bool transaction = true) noexcept;

/// Gives a part its body: what stands between its marker and `end`, without the blank lines around it.
void close(step_part&, const char* end) noexcept;

/// The file of this name; null if there is none.
[[nodiscard]] const loaded_file* find_file(const tool_directory&, std::string_view name);

/// `as` if there are files and each of them is so, otherwise no.
[[nodiscard]] fit fit_if_all(const tool_directory&, bool (*is_so)(const loaded_file&), fit as);

/// Calls `act` with every line, a view into `text` without its line end.
template <class Act>
void for_each_line(std::string_view text, Act act) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        act(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

/// What a tool would say of a file, at the file or at a part of its text.
void refuse(diagnostics& found, const loaded_file&, std::string message);
void refuse(diagnostics& found, const loaded_file&, std::string_view part, std::string message);
/// The tool takes each folder of the directory for a step, and stops at one without a file of this name.
void refuse_folders_without(const tool_directory&, std::string_view leaf, std::string_view tool,
                            diagnostics& found);
/// The tool passes over this file, perhaps because its name is wrong.
void warn_passed_over(diagnostics& found, const loaded_file&, std::string message);

} // namespace headway::compiler
