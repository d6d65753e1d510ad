#pragma once

#include "draw/picture.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// What the page shows of one revision when it is chosen: its facts, its relatives, its SQL.
/// `children` are those that name it, by `Revises` or `Depends on`.
[[nodiscard]] std::string render_details(const picture&, std::uint32_t revision, const revision_marks&,
                                         const std::vector<std::uint32_t>& children);

/// The marks and labels of one revision as `<span class="pill …">`.
[[nodiscard]] std::string render_pills(const source&, const revision_marks&);

[[nodiscard]] std::string_view page_style() noexcept;
[[nodiscard]] std::string_view page_script() noexcept;

} // namespace headway::compiler
