#pragma once

#include "headway/history.hpp"

#include <vector>

/// Walks over a history. Rows stand in topological order, so that every closure is one sweep.
namespace headway::detail {

/// Whether dependencies count as parents.
enum class edge_kind : bool { revises, all };

/// A set of revisions: a byte for each row of the history.
using revision_set = std::vector<char>;

/// The parents of a row, as a range of indexes.
struct parents {
    const std::uint32_t* first;
    const std::uint32_t* last;
    [[nodiscard]] const std::uint32_t* begin() const noexcept { return first; }
    [[nodiscard]] const std::uint32_t* end() const noexcept { return last; }
};
[[nodiscard]] inline parents parents_of(const history& h, std::uint32_t index, edge_kind kind) noexcept {
    const revision_row& row = h.rows[index];
    const std::uint32_t* first = h.edges + row.edges;
    return {first, first + row.revises + (kind == edge_kind::all ? row.depends_on : 0)};
}

[[nodiscard]] revision_set set_of(const history&, const std::vector<std::uint32_t>& members);

/// The members and all that they descend from.
[[nodiscard]] revision_set with_ancestors(const history&, revision_set, edge_kind);
/// The members and all that descends from them.
[[nodiscard]] revision_set with_descendants(const history&, revision_set, edge_kind);

/// Stands for "before the first revision" where a walk may end there.
inline constexpr std::uint32_t no_revision = 0xffffffff;

/// Children by `Revises`, of every revision at once.
class children_index {
public:
    explicit children_index(const history&);
    /// Ascending. For `no_revision`: the revisions that revise nothing.
    [[nodiscard]] std::vector<std::uint32_t> of(std::uint32_t revision) const;

private:
    std::vector<std::uint32_t> begin_; ///< First child of each revision in `children_`; one more at the end.
    std::vector<std::uint32_t> children_;
    std::vector<std::uint32_t> bases_;
};

/// The revisions of the history that `set` holds, ascending.
[[nodiscard]] std::vector<std::uint32_t> members_of(const revision_set&);

} // namespace headway::detail
