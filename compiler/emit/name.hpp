#pragma once

#include <string_view>

namespace headway::compiler {

/// `name` without a trailing `_migrations`: the namespace and the file name of the ids.
[[nodiscard]] std::string_view stem_of(std::string_view name) noexcept;

/// True if `name` and its stem can name a namespace: identifiers that are no word of C++, nor `std` or
/// `headway`.
[[nodiscard]] bool is_target_name(std::string_view name) noexcept;

} // namespace headway::compiler
