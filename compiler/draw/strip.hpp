#pragma once

#include "draw/lanes.hpp"
#include "draw/picture.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// The lines and dots of a picture as SVG, a row of `row_height` for each revision, newest on top. SVG and
/// HTML share it.
class strip {
public:
    /// `row_height` in pixels. `drawn` must outlive this.
    strip(const picture& drawn, double row_height);

    /// The `<path>` and `<circle>` elements, with their top left corner at 0, 0. Lanes have the classes `l0`
    /// to `l7`, dependencies `needs`, dots `dot` with `applied`, `pending` or `current`.
    [[nodiscard]] std::string shapes() const;
    [[nodiscard]] double width() const noexcept { return gap_ * (layout_.width + 1); }
    [[nodiscard]] double height() const noexcept {
        return row_height_ * static_cast<double>(layout_.rows.size());
    }
    [[nodiscard]] const lane_layout& layout() const noexcept { return layout_; }
    [[nodiscard]] const std::vector<revision_marks>& marks() const noexcept { return marks_; }

private:
    [[nodiscard]] std::string path(const lane_edge&) const;
    [[nodiscard]] std::string dot(std::uint32_t row) const;
    [[nodiscard]] double x(std::uint32_t lane) const noexcept { return gap_ * (lane + 1); }
    [[nodiscard]] double y(std::uint32_t row) const noexcept { return row_height_ * (row + 0.5); }

    const picture& picture_;
    lane_layout layout_;
    std::vector<revision_marks> marks_;
    double row_height_;
    double gap_; ///< Between lanes.
};

/// The colours of the lanes and the look of dots, for light and dark.
[[nodiscard]] std::string_view strip_style() noexcept;

} // namespace headway::compiler
