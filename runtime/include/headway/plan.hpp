#pragma once

#include "headway/history.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The planner: pure functions of a history, the rows of the version table and a target. Nothing here opens a
/// database. Every function may be called from any thread and throws headway::error or std::bad_alloc.
//
// Targets: `head`, `heads`, `base`, a revision id, a unique prefix of one, a branch label, `label@head`,
// `label@heads`, `label@base`, `label@id`, `+N`, `-N`, `id+N`, `id-N`, `label@+N`, `label@-N`.
namespace headway {

enum class direction : std::uint8_t { up, down };

struct step {
    std::uint32_t revision; ///< Row of the history.
    direction way;
};

/// The rows of the version table while a plan is carried out: always the frontier of the applied set, that is
/// the applied revisions that no applied revision descends from.
class frontier {
public:
    /// `rows` are indexes of the history, none of which needs to be a frontier yet.
    frontier(const history&, const std::vector<std::uint32_t>& rows);

    struct change {
        std::vector<std::uint32_t> removed; ///< Rows that leave the table.
        std::vector<std::uint32_t> added;   ///< Rows that enter it.
    };
    /// Applies or takes back one revision; linear in its parents.
    change advance(step);

    [[nodiscard]] bool applied(std::uint32_t revision) const noexcept { return applied_[revision] != 0; }
    /// Whether the revision is one of the rows.
    [[nodiscard]] bool is_tip(std::uint32_t revision) const noexcept {
        return applied_[revision] != 0 && applied_children_[revision] == 0;
    }
    /// The rows now, ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& rows() const noexcept { return rows_; }

private:
    void enter(std::uint32_t revision, change&);
    void leave(std::uint32_t revision, change&);

    history history_;
    std::vector<char> applied_;
    std::vector<std::uint32_t> applied_children_; ///< Applied children of each revision, by any edge.
    std::vector<std::uint32_t> rows_;
};

/// What is to be done, in order.
struct plan {
    std::vector<step> steps;
    std::vector<std::uint32_t> before; ///< Frontier before the first step, ascending.
    std::vector<std::uint32_t> after;  ///< Frontier after the last step, ascending.
    frontier state;                    ///< To follow the rows step by step; before the first step.
};

/// `rows` are the revision ids that the version table holds. Throws `unknown_revision` if the history does
/// not know one of them, and `unknown_target`, `ambiguous_target` or `invalid_target`.
[[nodiscard]] plan plan_upgrade(const history&, const std::vector<std::string>& rows,
                                std::string_view target);
[[nodiscard]] plan plan_downgrade(const history&, const std::vector<std::string>& rows,
                                  std::string_view target);
/// A stamp has no steps: `after` is the frontier of the destinations and the rows unrelated to them.
[[nodiscard]] plan plan_stamp(const history&, const std::vector<std::string>& rows,
                              const std::vector<std::string_view>& targets);

} // namespace headway
