#pragma once

#include "emit/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

struct emitted_file {
    std::string name; ///< Without a directory.
    std::string text;
};

/// The C++ of a table. `name` is the target's name as a C identifier, such as `backend_migrations`: the
/// namespace of `history`, and the stem of the files
///   `<name>.cpp`, `<name>_2.cpp` … one per part, and
///   `<stem>_revisions.hpp` with the ids as constants, where <stem> is `name` without a trailing
///   `_migrations`.
/// Pure and deterministic: the same table gives the same bytes on any machine and any day.
[[nodiscard]] std::vector<emitted_file> render(const table&, std::string_view name);

} // namespace headway::compiler
