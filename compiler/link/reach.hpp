#pragma once

#include "link/edge.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace headway {

/// Answers which revision descends from which, fast enough to be asked at every merge point.
///
/// Two depth-first walks from the heads to the bases, one taking parents in the opposite order of the other,
/// number the revisions such that parents come before children. Where either walk puts `ancestor` behind
/// `descendant` there is no path; where either found `ancestor` beneath `descendant` there is one. What is
/// left is searched, passing over all that the walks rule out.
class reach {
public:
    /// Parents must have smaller indexes than their children. Linear.
    explicit reach(const parent_lists& parents);
    explicit reach(const parent_lists&&) = delete;

    /// True if there is a path of at least one edge.
    [[nodiscard]] bool descends(std::uint32_t descendant, std::uint32_t ancestor);

    struct implication {
        std::uint32_t ancestor;
        std::uint32_t descendant;
    };
    /// Those of `some`, all different, that another of them descends from, ascending, each with such another.
    [[nodiscard]] std::vector<implication> implied(std::vector<std::uint32_t> some);

private:
    reach(const parent_lists& parents, const std::vector<std::uint32_t>& heads);

    /// One walk: the revisions met beneath `r` are those numbered `entered[r]` … `left[r]`.
    struct walk {
        walk(const parent_lists&, const std::vector<std::uint32_t>& heads, bool backwards);
        std::vector<std::uint32_t> entered;
        std::vector<std::uint32_t> left;
    };
    [[nodiscard]] bool surely(std::uint32_t descendant, std::uint32_t ancestor) const noexcept;
    [[nodiscard]] bool possibly(std::uint32_t descendant, std::uint32_t ancestor) const noexcept;

    const parent_lists& parents_;
    std::array<walk, 2> walks_;
    std::vector<std::uint32_t> seen_; ///< The number of the search that last came by.
    std::uint32_t search_ = 0;
    std::vector<std::uint32_t> pending_;
};

} // namespace headway
