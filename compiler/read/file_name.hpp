#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway::compiler {

/// The slug of a file name made of any text: lower case letters, digits and single underscores, at most
/// `longest` bytes, cut between words. Empty if the text has nothing to make one of.
[[nodiscard]] std::string slug_of(std::string_view text, std::size_t longest = 40);

/// Whether a name ends in `.sql` or `.cpp`, in whatever case: the reader refuses other cases by name.
[[nodiscard]] bool is_sql_file(std::string_view name) noexcept;
[[nodiscard]] bool is_cpp_file(std::string_view name) noexcept;

/// The name of the twin that says in SQL what a migration in C++ does to the schema: `{stem}.schema.sql` for
/// `{stem}.cpp`; and whether a name is one.
[[nodiscard]] std::string twin_name(std::string_view cpp_name);
[[nodiscard]] bool is_twin(std::string_view name) noexcept;

/// Whether `name` is `{revision}_{slug}.sql`, or `.cpp` if that is what it is.
[[nodiscard]] bool fits_revision(std::string_view name, std::string_view revision) noexcept;

/// What a file called `name` that holds `revision` should be called.
[[nodiscard]] std::string proper_name(std::string_view name, std::string_view revision,
                                      std::string_view summary);

} // namespace headway::compiler
