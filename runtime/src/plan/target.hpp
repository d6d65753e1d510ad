#pragma once

#include "plan/walk.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// The parts of a target such as `branch@symbol+2`, each of which may be missing.
struct target {
    std::string_view whole;
    std::optional<std::string_view> branch;
    std::string_view symbol;           ///< `head`, `heads`, `base`, an id, a prefix, a label, or empty.
    std::optional<std::int64_t> steps; ///< Of `+N` or `-N`.
    bool back = false;                 ///< The sign is `-`.
};

/// Splits a target. Throws `unknown_target` if what follows a sign is no number.
[[nodiscard]] target parse_target(std::string_view text);

/// Finds what targets name in one history. Every function throws headway::error in Alembic's words.
class resolver {
public:
    explicit resolver(const history& h) : history_(h) {}

    /// The revision of an exact id, a label, or a unique prefix; with a line, of a prefix unique on it.
    [[nodiscard]] std::uint32_t revision(std::string_view symbol, const revision_set* line = nullptr) const;
    /// The rows of the version table as indexes, in their order.
    [[nodiscard]] std::vector<std::uint32_t> rows(const std::vector<std::string>& ids) const;
    /// The revisions that a target without steps names: none for `base`.
    [[nodiscard]] std::vector<std::uint32_t> named(const target&) const;
    /// As `named`, but one revision, or `no_revision` for `base`.
    [[nodiscard]] std::uint32_t named_one(const target&) const;
    /// Where a target leads that starts with a symbol and ends in steps; `no_revision` for the base.
    [[nodiscard]] std::uint32_t walked(const target&) const;
    /// Where `+N` or `branch@+N` leads from the rows.
    [[nodiscard]] std::uint32_t ahead(const target&, const std::vector<std::uint32_t>& rows) const;
    /// Where `branch@-N` leads from the rows; `no_revision` for the base.
    [[nodiscard]] std::uint32_t behind(const target&, const std::vector<std::uint32_t>& rows) const;

    /// What is related to a branch by `Revises`: its ancestors, itself, its descendants.
    [[nodiscard]] revision_set lineage(std::uint32_t revision) const;
    /// For messages: up to a dozen ids, separated by commas.
    [[nodiscard]] std::string list(const std::vector<std::uint32_t>& revisions) const;

private:
    [[nodiscard]] std::uint32_t walk_up(const target&, std::uint32_t from, const revision_set* within) const;
    [[nodiscard]] std::uint32_t walk_down(const target&, std::uint32_t from) const;
    [[nodiscard]] std::vector<std::uint32_t> starts(const std::vector<std::uint32_t>& rows,
                                                    const revision_set& line) const;
    [[nodiscard]] std::vector<std::uint32_t> branch_tips(const std::vector<std::uint32_t>& rows) const;
    [[nodiscard]] bool has_label(std::uint32_t index, std::string_view label) const;

    const history& history_;
};

/// Of `members`, those that share lineage with a branch; `members` themselves without one.
[[nodiscard]] std::vector<std::uint32_t> within(const std::vector<std::uint32_t>& members,
                                                const revision_set& set);

/// Refuses revisions of which one descends from another.
void refuse_overlap(const history&, const std::vector<std::uint32_t>& named, edge_kind);

/// `Relative revision X didn't produce N migrations`.
[[noreturn]] void fail_too_few(const target&);

} // namespace headway::detail
