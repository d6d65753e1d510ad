#pragma once

#include "rows/row_search.hpp"
#include "rows/value.hpp"
#include "schema/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// What goes into a column, or into the columns of a foreign key together.
struct made_value {
    std::vector<const table_column*> columns;
    std::vector<std::vector<value>> pool; ///< Of one value for each column.
    std::optional<std::size_t> null;      ///< The place of NULL in the pool, if it is there.
    bool distinct = false;                ///< Whether each row needs another one.
    bool required = false;                ///< Whether NULL is refused.
    const foreign_key* refers = nullptr;
};

/// The place of a value that is as likely to be expected: beside the flag 1 that is 0.
[[nodiscard]] std::size_t likeliest(const std::vector<std::vector<value>>& pool);

/// The columns of all of them as SQL spells them, and what a choice among their values means.
[[nodiscard]] std::vector<std::string> columns_of(const std::vector<made_value*>&);
[[nodiscard]] std::vector<slot> slots_of(const std::vector<made_value*>&);
[[nodiscard]] std::vector<const value*> chosen(const std::vector<made_value*>&, const row_choice&);
/// The choice for a row that is as another but for what must differ.
[[nodiscard]] row_choice twin_of(const std::vector<made_value*>&, const row_choice& other, row_choice fresh);

} // namespace headway::compiler
