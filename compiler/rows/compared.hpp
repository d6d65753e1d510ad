#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The literals with which SQL compares columns, by the folded name of the column; of each at most a few.
[[nodiscard]] std::map<std::string, std::vector<std::string>> compared_literals(std::string_view sql);

} // namespace headway::compiler
