#pragma once

#include <string>

namespace headway::compiler {

/// How a database that another tool has kept is taken over: see `adoption_row` of headway/history.hpp.
struct adoption {
    std::string tool;
    std::string query;
};

} // namespace headway::compiler
