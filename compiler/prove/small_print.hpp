#pragma once

#include "schema/schema.hpp"

#include <map>
#include <string>
#include <vector>

namespace headway::compiler {

/// What a part of a table says ON CONFLICT; empty for what SQLite does by itself.
struct conflict_clause {
    std::string part;
    std::string action;
};

/// Of the columns of a table by their names, and of its constraints by what else they say.
[[nodiscard]] std::map<std::string, conflict_clause> conflict_clauses(const schema_object& table);

/// Whether the foreign key of these columns, folded, is checked at the end of a transaction.
[[nodiscard]] bool is_deferred(const schema_object& table, const std::vector<std::string>& from);

} // namespace headway::compiler
