#pragma once

#include <functional>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// Makes a private database ready for use: declares the functions, collations and modules that its SQL calls.
using preparation = std::function<void(SQLite::Database&)>;

} // namespace headway::compiler
