#pragma once

#include "postgresql/result.hpp"

#include <string>
#include <vector>

namespace headway::compiler {

/// An object of a database by what it means: nothing that differs from one making to the next.
struct cataloged {
    std::string name;    ///< Kind and name: `table public.users`, `column public.users.id`
    std::string meaning; ///< As the server spells it.
    bool operator==(const cataloged&) const = default;
};

/// All that is not the server's own, sorted, but for the version table and the log.
[[nodiscard]] std::vector<cataloged> read_catalog(PGconn*);

/// What one catalog has and the other has not, or otherwise, in words.
[[nodiscard]] std::vector<std::string> differences_of(const std::vector<cataloged>& wanted,
                                                      const std::vector<cataloged>& found);

/// The same without the places of columns, which come after one another as they are added.
[[nodiscard]] std::vector<cataloged> without_column_numbers(std::vector<cataloged>);

} // namespace headway::compiler
