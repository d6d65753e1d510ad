#include "apply/steps.hpp"

#include "headway/error.hpp"
#include "plan/walk.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

void refuse_irreversible(const history& h, step one) {
    const revision_row& row = h.rows[one.revision];
    if (one.way == direction::up || (row.flags & irreversible) == 0) return;
    throw error(error_code::irreversible,
                joined({"revision ", h.id(one.revision),
                        " is irreversible: ", is_in_code(h, one.revision) ? "it" : "its down section",
                        " says that what it did cannot be undone\nNothing was changed. Restore a backup "
                        "instead, or choose a target above it."}))
        .at(h.id(one.revision), h.file(one.revision), row.down_line, 1);
}

void require_code(const history& h, step one) {
    if (!is_in_code(h, one.revision) || h.code.run != nullptr) return;
    const revision_row& row = h.rows[one.revision];
    const bool up = one.way == direction::up;
    throw error(error_code::invalid_target,
                joined({"revision ", h.id(one.revision), " is written in C++, in ", h.file(one.revision),
                        ": the program that links it can ", up ? "apply it" : "take it back",
                        ", and nobody else\nNothing was changed. ",
                        up ? "Launch that program on the database, or choose a target below it."
                           : "Let that program call headway::downgrade(), or choose a target above it."}))
        .at(h.id(one.revision), h.file(one.revision), up ? row.up_line : row.down_line, 1);
}

} // namespace

bool runs_alone(const history& h, step one) noexcept {
    const std::uint32_t flag = one.way == direction::up ? up_without_transaction : down_without_transaction;
    return (h.rows[one.revision].flags & flag) != 0;
}

bool is_in_code(const history& h, std::uint32_t revision) noexcept {
    return (h.rows[revision].flags & in_code) != 0;
}

void refuse_impossible(const history& h, const std::vector<step>& steps) {
    for (const step one : steps) {
        refuse_irreversible(h, one);
        require_code(h, one);
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
