#include "apply/steps.hpp"

#include "headway/error.hpp"
#include "plan/walk.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {

bool runs_alone(const history& h, step one) noexcept {
    const std::uint32_t flag = one.way == direction::up ? up_without_transaction : down_without_transaction;
    return (h.rows[one.revision].flags & flag) != 0;
}

void refuse_irreversible(const history& h, const std::vector<step>& steps) {
    for (const step one : steps) {
        const revision_row& row = h.rows[one.revision];
        if (one.way == direction::up || (row.flags & irreversible) == 0) continue;
        throw error(
            error_code::irreversible,
            joined({"revision ", h.id(one.revision),
                    " is irreversible: its down section says that what it did cannot be undone\nNothing was "
                    "changed. Restore a backup instead, or choose a target above it."}))
            .at(h.id(one.revision), h.file(one.revision), row.down_line, 1);
    }
}

void require_possible(const history& h, const frontier& state, step one) {
    const parents above = parents_of(h, one.revision, edge_kind::all);
    const bool possible = one.way == direction::up
                              ? std::all_of(above.begin(), above.end(),
                                            [&](std::uint32_t parent) { return state.applied(parent); })
                              : state.is_tip(one.revision);
    if (!possible)
        throw error(error_code::busy,
                    "another process is migrating the database the other way\nTry again when it is done.");
}

} // namespace headway::detail
