#include "draw/escape.hpp"
#include "draw/picture.hpp"
#include "draw/strip.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr double svg_row_height = 34;
constexpr double margin = 16;
constexpr double head_height = 52;

/// Widths in pixels of one character. `textLength` holds readers' fonts to all but the last.
constexpr double id_width = 7.8;
constexpr double pill_width = 6.6;
constexpr double date_width = 6.8;
constexpr double text_width = 8.2; ///< On the average; generous.
constexpr double space = 10;

/// Longer summaries are cut: the picture has to have some width.
constexpr std::size_t summary_length = 90;

std::size_t length(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string shortened(std::string_view text) {
    if (length(text) <= summary_length) return std::string(text);
    std::size_t at = 0;
    for (std::size_t kept = 0; kept < summary_length - 1; ++kept)
        do
            ++at;
        while ((text[at] & 0xC0) == 0x80);
    return std::string(text.substr(0, at)) + "…";
}

/// The text beside the lanes, written from left to right.
class svg_row {
public:
    svg_row(double x, double y) : x_(x), y_(y) {}

    /// In columns of the same width in every row.
    void id(std::string_view text, std::size_t longest) {
        result_ += fmt::format("<text class=\"id\" x=\"{:g}\" y=\"{:g}\" textLength=\"{:g}\">{}</text>\n", x_,
                               y_ + 4.5, width_of(text, id_width), escape_markup(text));
        x_ += id_width * static_cast<double>(longest) + space;
    }
    void date(std::string_view text, std::size_t longest) {
        if (!text.empty())
            result_ +=
                fmt::format("<text class=\"date\" x=\"{:g}\" y=\"{:g}\" textLength=\"{:g}\">{}</text>\n", x_,
                            y_ + 4.5, width_of(text, date_width), text);
        if (longest > 0) x_ += date_width * static_cast<double>(longest) + space;
    }
    void pill(std::string_view kind, std::string_view text) {
        const double inner = width_of(text, pill_width);
        result_ += fmt::format(
            "<rect class=\"pill {}\" x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" height=\"18\" rx=\"9\"/>"
            "<text class=\"word {}\" x=\"{:g}\" y=\"{:g}\" textLength=\"{:g}\">{}</text>\n",
            kind, x_, y_ - 9, inner + 16, kind, x_ + 8, y_ + 4, inner, escape_markup(text));
        x_ += inner + 16 + space * 0.7;
    }
    void summary(std::string_view text) {
        const std::string shown = shortened(text);
        result_ += fmt::format("<text x=\"{:g}\" y=\"{:g}\">{}</text>\n", x_, y_ + 4.5, escape_markup(shown));
        x_ += width_of(shown, text_width);
    }
    [[nodiscard]] double end() const noexcept { return x_; }
    [[nodiscard]] const std::string& text() const noexcept { return result_; }

private:
    static double width_of(std::string_view text, double each) noexcept {
        return each * static_cast<double>(length(text));
    }

    double x_;
    double y_;
    std::string result_;
};

/// The most characters that the ids and dates of a history have.
struct columns {
    std::size_t id = 0;
    std::size_t date = 0;
};

columns measure(const graph& history) {
    columns longest;
    for (const linked_revision& one : history.revisions) {
        longest.id = std::max(longest.id, one.from.id.text.size());
        longest.date = std::max(longest.date, date_of(one.from).size());
    }
    return longest;
}

svg_row draw_row(const picture& drawn, const strip& lines, columns longest, std::uint32_t row) {
    const std::uint32_t revision = lines.layout().rows[row].revision;
    const source& file = drawn.history.revisions[revision].from;
    svg_row written(margin + lines.width() + space, head_height + svg_row_height * (row + 0.5));
    written.id(file.id.text, longest.id);
    written.date(date_of(file), longest.date);
    for (const std::string_view word : words_of(lines.marks()[revision]))
        written.pill(word, word);
    for (const spelled& label : file.labels)
        written.pill("label", label.text);
    written.summary(file.summary);
    return written;
}

constexpr std::string_view history_style = R"(svg{background:var(--paper)}
text{font:14px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--ink)}
.title{font-weight:600;font-size:17px}
.id{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--faint)}
.word{font:600 11px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--faint)}
.date{font-size:12px;fill:var(--faint)}
.pill{fill:var(--raised);stroke:var(--rule)}
.pill.head{stroke:var(--l0)}.word.head{fill:var(--l0)}
.pill.current{fill:var(--current);stroke:var(--current)}.word.current{fill:var(--paper)}
.pill.label{stroke:var(--l4)}.word.label{fill:var(--l4)}
.faint text:not(.word){fill:var(--faint)}
)";

} // namespace

std::string draw_svg(const picture& drawn) {
    const strip lines(drawn, svg_row_height);
    const columns longest = measure(drawn.history);
    std::string rows;
    double width = 480;
    for (std::uint32_t row = 0; row < lines.layout().rows.size(); ++row) {
        const svg_row written = draw_row(drawn, lines, longest, row);
        const std::uint32_t revision = lines.layout().rows[row].revision;
        const bool faint = drawn.has_database && !lines.marks()[revision].applied;
        width = std::max(width, written.end());
        rows += fmt::format("<g{}><title>{}</title>\n{}</g>\n", faint ? " class=\"faint\"" : "",
                            escape_markup(drawn.history.revisions[revision].from.file_name), written.text());
    }
    width += margin;
    const double height = head_height + lines.height() + margin;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\">\n<title>{2}</title>\n<style>{3}{4}</style>\n"
        "<text class=\"title\" x=\"{5:g}\" y=\"34\">{2}</text>\n"
        "<g transform=\"translate({5:g} {6:g})\">\n{7}</g>\n{8}</svg>\n",
        width, height, escape_markup(drawn.title), strip_style(), history_style, margin, head_height,
        lines.shapes(), rows);
}

} // namespace headway::compiler
