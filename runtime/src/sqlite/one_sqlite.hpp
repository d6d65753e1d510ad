#pragma once

#include "headway/history.hpp"

namespace headway::detail {

/// Throws `settings` if what is called is another SQLite than the one that the program was compiled with:
/// then two are linked, and one that encrypts, for one, encrypts nothing.
void require_one_sqlite(const history&);

} // namespace headway::detail
