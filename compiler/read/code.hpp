#pragma once

#include "read/source.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace headway::compiler {

/// Reads a migration in C++, which is `into.file`: its header, and where its functions are. Its sections
/// become empty.
void read_code(source& into, diagnostics& found);

/// Takes in what a migration in C++ says in SQL that it does to the schema: `into` gets the sections of
/// `twin`.
void read_twin(source& into, std::shared_ptr<const source_text> twin, diagnostics& found);

/// The tokens of C++, without comments and space.
[[nodiscard]] std::string cpp_meaning(std::string_view text);

} // namespace headway::compiler
