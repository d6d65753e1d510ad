#pragma once

#include "schema/written.hpp"

#include <cstddef>
#include <string_view>

namespace headway::compiler {

/// Where a text creates an object that messages call `table t`, `column t.a`, `index ix` and so on: the
/// offset of its name, or `nowhere`.
[[nodiscard]] std::size_t place_of_object(std::string_view text, const written&, std::string_view object);

} // namespace headway::compiler
