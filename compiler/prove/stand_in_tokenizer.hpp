#pragma once

#include <string>

struct sqlite3;

namespace headway::compiler {

/// Makes a tokenizer of FTS3, FTS4 and FTS5, as far as this SQLite has them, in the place of one that only
/// the application has: the default one of each. FTS5 passes over its arguments.
void stand_in_for_tokenizer(sqlite3*, const std::string& name);

} // namespace headway::compiler
