#pragma once

#include "diff/conversion.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// What of two schemas a conversion between them can touch or be hindered by: what differs, the tables that
/// speak of that, every view and trigger, since ALTER looks at each, and the tables that those speak of. The
/// time that ALTER takes grows with all that there is, so that a trial in large schemas leaves the rest out.
class scope {
public:
    explicit scope(const conversion&);

    [[nodiscard]] bool contains(const schema_object&) const;
    [[nodiscard]] schema part_of(const schema&) const;
    /// A database with what of the side is in the scope.
    [[nodiscard]] SQLite::Database copy(const side&) const;

private:
    bool all_ = false;                       ///< Of small schemas nothing is left out.
    std::unordered_set<std::string> tables_; ///< Folded names.
};

/// The tables, by folded name, whose rows a script can read or write: those that it names, and from there on
/// what views and triggers speak of, and text searches with the tables that they search.
[[nodiscard]] std::unordered_set<std::string> tables_in_reach(const conversion&, std::string_view sql);

} // namespace headway::compiler
