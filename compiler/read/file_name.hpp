#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway::compiler {

/// The slug of a file name made of any text: lower case letters, digits and single underscores, at most
/// `longest` bytes, cut between words. Empty if the text has nothing to make one of.
[[nodiscard]] std::string slug_of(std::string_view text, std::size_t longest = 40);

/// Whether `name` is `{revision}_{slug}.sql`.
[[nodiscard]] bool fits_revision(std::string_view name, std::string_view revision) noexcept;

/// What a file called `name` that holds `revision` should be called.
[[nodiscard]] std::string proper_name(std::string_view name, std::string_view revision,
                                      std::string_view summary);

} // namespace headway::compiler
