#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What a statement touches, as its text says it. Names are folded, without schema and quotes.
struct touched_names {
    std::vector<std::string> writes;   ///< Tables and other objects that it makes, drops, alters or writes;
                                       ///< of one that gets a column, that and what stands for all of them.
    std::vector<std::string> mentions; ///< Every word, name and string of it, and all columns of each.
    std::string made;                  ///< The object that it makes, or the new name that it gives.
    std::string dropped;               ///< The object that it drops, or the old name that it takes.
    std::string table;                 ///< That a made index or trigger is of.
    bool makes_reader = false;         ///< A view or trigger is made, which may break when others go.
    bool alters = false;               ///< SQLite then looks at all views and triggers.
    bool is_open = false;              ///< The text does not tell what it does.
};

[[nodiscard]] touched_names names_touched_by(std::string_view statement);

} // namespace headway::compiler
