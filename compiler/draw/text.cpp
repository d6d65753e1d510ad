#include "draw/escape.hpp"
#include "draw/lanes.hpp"
#include "draw/picture.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

/// Where the lines of a cell lead.
enum side : unsigned { up = 1, down = 2, left = 4, right = 8 };

/// Indexed by a union of sides.
using glyphs = std::array<std::string_view, 16>;
constexpr glyphs unicode_lines{" ", "│", "│", "│", "─", "╯", "╮", "┤",
                               "─", "╰", "╭", "├", "─", "┴", "┬", "┼"};
constexpr glyphs ascii_lines{" ", "|", "|", "|", "-", "'", ".", "+", "-", "'", ".", "+", "-", "+", "+", "+"};

struct alphabet {
    const glyphs& lines;
    std::string_view dashed;            ///< A lane of a dependency.
    std::string_view horizontal_dashed; ///< On the way to it.
    std::string_view plain, applied, pending, current;
};
constexpr alphabet unicode{unicode_lines, "┊", "┄", "●", "●", "○", "◉"};
constexpr alphabet ascii{ascii_lines, ":", ".", "*", "*", "o", "@"};

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view yellow = "\x1b[33m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view end = "\x1b[0m";

/// Lanes up to here keep their text in one column; wider rows push it to the right.
constexpr std::size_t aligned_lanes = 8;

class text_drawing {
public:
    text_drawing(const picture& drawn, text_style style)
        : picture_(drawn),
          layout_(lay_out(drawn.history)),
          marks_(marks_of(drawn)),
          letters_(style.unicode ? unicode : ascii),
          colour_(style.colour) {}

    std::string run() {
        above_.assign(layout_.width, lane_line::none);
        for (const lane_row& row : layout_.rows) {
            if (!row.joins.empty()) draw_connector(row, row.joins, true);
            draw_revision(row);
            if (!row.splits.empty()) draw_connector(row, row.splits, false);
            above_ = row.below;
        }
        if (picture_.has_database && picture_.current.empty())
            result_ += fmt::format("{}  {}\n", in_lane(0, letters_.current), painted(bold, "base (current)"));
        return std::move(result_);
    }

private:
    void draw_revision(const lane_row& row) {
        std::string line;
        std::size_t used = 0;
        for (std::uint32_t lane = 0; lane < layout_.width; ++lane) {
            const lane_line beside = turn_in(row.joins, lane) != nullptr ? lane_line::none : above_[lane];
            const std::string_view glyph = lane == row.lane ? dot(row.revision) : vertical(beside);
            line += in_lane(lane, glyph) + " ";
            if (glyph != " ") used = lane + 1;
        }
        const std::size_t kept = std::max(used, std::min<std::size_t>(layout_.width, aligned_lanes));
        line.resize(line.size() - 2 * (layout_.width - used)); // empty lanes: two spaces each
        line.append(2 * (kept - used), ' ');
        result_ += line + " " + describe(row.revision) + "\n";
    }

    /// The row between two revisions on which lines leave or reach a revision sideways.
    void draw_connector(const lane_row& row, const std::vector<lane_turn>& turns, bool joins) {
        const std::vector<lane_line>& lanes = joins ? above_ : row.below;
        std::uint32_t first = row.lane;
        std::uint32_t last = row.lane;
        for (const lane_turn& turn : turns) {
            first = std::min(first, turn.lane);
            last = std::max(last, turn.lane);
        }
        std::string line;
        for (std::uint32_t lane = 0; lane < layout_.width; ++lane) {
            const bool touched = lane == row.lane || turn_in(turns, lane) != nullptr;
            unsigned sides = verticals(row, lane, touched, joins);
            if (lane >= first && lane <= last && (touched || sides == 0))
                sides |= (lane > first ? left : 0U) | (lane < last ? right : 0U);
            const std::string_view along = horizontal(turns, row.lane, lane);
            line += in_lane(lane, sides == (up | down)      ? vertical(lanes[lane])
                                  : sides == (left | right) ? along
                                                            : letters_.lines[sides]);
            line += lane >= first && lane < last ? in_lane(lane, along) : " ";
        }
        while (line.ends_with(' '))
            line.pop_back();
        result_ += line + "\n";
    }

    unsigned verticals(const lane_row& row, std::uint32_t lane, bool touched, bool joins) const {
        const bool is_own = lane == row.lane;
        const bool alive_above = above_[lane] != lane_line::none;
        if (joins) return (alive_above ? up : 0U) | (is_own || (alive_above && !touched) ? down : 0U);
        const bool came = is_own || (alive_above && turn_in(row.joins, lane) == nullptr);
        return (came ? up : 0U) | (row.below[lane] != lane_line::none ? down : 0U);
    }

    static const lane_turn* turn_in(const std::vector<lane_turn>& turns, std::uint32_t lane) {
        const auto found = std::find_if(turns.begin(), turns.end(),
                                        [&](const lane_turn& turn) { return turn.lane == lane; });
        return found == turns.end() ? nullptr : &*found;
    }

    /// The stretch behind `lane`: dashed if only dependencies run along it.
    std::string_view horizontal(const std::vector<lane_turn>& turns, std::uint32_t own,
                                std::uint32_t lane) const {
        const bool descent = std::any_of(turns.begin(), turns.end(), [&](const lane_turn& turn) {
            const bool runs_by = turn.lane > lane ? own <= lane : own > lane;
            return runs_by && turn.line == lane_line::revises;
        });
        return descent ? letters_.lines[left | right] : letters_.horizontal_dashed;
    }

    std::string_view vertical(lane_line line) const {
        return line == lane_line::none    ? " "
               : line == lane_line::needs ? letters_.dashed
                                          : letters_.lines[up | down];
    }

    std::string_view dot(std::uint32_t revision) const {
        if (!picture_.has_database) return letters_.plain;
        const revision_marks& marks = marks_[revision];
        return marks.current ? letters_.current : marks.applied ? letters_.applied : letters_.pending;
    }

    std::string describe(std::uint32_t revision) const {
        const source& file = picture_.history.revisions[revision].from;
        std::string text = painted(yellow, file.id.text);
        if (const auto words = words_of(marks_[revision]); !words.empty())
            text += painted(bold, fmt::format(" ({})", fmt::join(words, ", ")));
        for (const spelled& label : file.labels)
            text += painted(bold, fmt::format(" [{}]", escape_terminal(label.text)));
        const bool faint = picture_.has_database && !marks_[revision].applied;
        const std::string summary = escape_terminal(file.summary);
        return summary.empty() ? text : text + " " + (faint ? painted(dim, summary) : summary);
    }

    std::string painted(std::string_view paint, std::string_view text) const {
        return colour_ ? fmt::format("{}{}{}", paint, text, end) : std::string(text);
    }

    std::string in_lane(std::uint32_t lane, std::string_view glyph) const {
        constexpr int first_colour = 31; // red to cyan
        constexpr std::uint32_t colours = 6;
        if (!colour_ || glyph == " ") return std::string(glyph);
        return fmt::format("\x1b[{}m{}{}", first_colour + static_cast<int>((lane + 5) % colours), glyph, end);
    }

    const picture& picture_;
    lane_layout layout_;
    std::vector<revision_marks> marks_;
    const alphabet& letters_;
    bool colour_;
    std::vector<lane_line> above_;
    std::string result_;
};

} // namespace

std::string draw_text(const picture& drawn, text_style style) {
    return text_drawing(drawn, style).run();
}

} // namespace headway::compiler
