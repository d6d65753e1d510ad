#include "diagnostics/diagnostic.hpp"
#include "diagnostics/shown.hpp"
#include "diagnostics/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace headway::compiler {
namespace {

/// Longer source lines are cut to a window of this many code points, with so many of them before the caret.
constexpr std::size_t window_width = 120;
constexpr std::size_t window_before_caret = 60;
constexpr std::string_view cut_mark = "…";

std::size_t step_forward(std::string_view text, std::size_t at) noexcept {
    return at + std::max<std::size_t>(1, code_point_size(text, at));
}

std::size_t step_back(std::string_view text, std::size_t at) noexcept {
    for (std::size_t size = 2; size <= std::min<std::size_t>(4, at); ++size) {
        if (code_point_size(text, at - size) == size) return at - size;
    }
    return at - 1;
}

struct span {
    std::size_t begin;
    std::size_t end;
};

/// The part of the line that is printed.
span window_around(std::string_view text, span line, std::size_t caret) noexcept {
    const auto forward = [&](std::size_t at) {
        for (std::size_t steps = 0; steps < window_width && at < line.end; ++steps)
            at = step_forward(text, at);
        return std::min(at, line.end);
    };
    if (forward(line.begin) == line.end) return line;
    std::size_t begin = caret;
    for (std::size_t steps = 0; steps < window_before_caret && begin > line.begin; ++steps)
        begin = step_back(text, begin);
    return {begin, forward(begin)};
}

/// What pads the caret line up to the caret: tabs stay, so that it stands right whatever a tab's width is.
std::string padding(std::string_view before_caret) {
    std::string result;
    for (std::size_t at = 0; at < before_caret.size(); at = step_forward(before_caret, at))
        result += before_caret[at] == '\t' ? '\t' : ' ';
    return result;
}

/// Prints places.
class printer {
public:
    void print(const location& where, position_finder& places, std::string_view what,
               std::string_view message, std::string_view code);
    std::string take() { return std::move(out_); }

private:
    void print_source(std::string_view text, std::size_t number, span line, const location& where);

    std::string out_;
};

void printer::print_source(std::string_view text, std::size_t number, span line, const location& where) {
    const std::size_t caret = std::min(where.begin, text.size());
    const span window = window_around(text, line, caret);
    const std::size_t span_end = std::clamp(where.end, caret, window.end);
    const std::size_t width = count_code_points(text.substr(caret, span_end - caret));
    const std::string gutter = fmt::format("{:>5}", number);
    fmt::format_to(std::back_inserter(out_), "{} | {}{}{}\n", gutter,
                   window.begin > line.begin ? cut_mark : "",
                   shown(text.substr(window.begin, window.end - window.begin), "\t"),
                   window.end < line.end ? cut_mark : "");
    fmt::format_to(std::back_inserter(out_), "{:{}} | {}{}^{:~<{}}\n", "", gutter.size(),
                   window.begin > line.begin ? " " : "",
                   padding(text.substr(window.begin, caret - window.begin)), "", width > 0 ? width - 1 : 0);
}

void printer::print(const location& where, position_finder& places, std::string_view what,
                    std::string_view message, std::string_view code) {
    const std::string ending = code.empty() ? "" : fmt::format(" [{}]", code);
    const auto to = std::back_inserter(out_);
    if (!where.file) {
        fmt::format_to(to, "{}{}: {}{}\n", code.empty() ? "" : "headway: ", what, shown_lines(message),
                       ending);
        return;
    }
    const std::string path = shown(where.file->path);
    const std::string_view text = where.file->text;
    if (text.empty()) {
        fmt::format_to(to, "{}: {}: {}{}\n", path, what, shown_lines(message), ending);
        return;
    }
    const position at = places.find(*where.file, where.begin);
    fmt::format_to(to, "{}:{}:{}: {}: {}{}\n", path, at.line, at.column, what, shown_lines(message), ending);
    print_source(text, at.line, {places.line_begin(), places.line_end()}, where);
}

std::string_view name_of(severity level) noexcept {
    switch (level) {
    case severity::note:
        return "note";
    case severity::warning:
        return "warning";
    case severity::error:
        break;
    }
    return "error";
}

std::string_view path_of(const diagnostic& each) noexcept {
    return each.where.file ? std::string_view(each.where.file->path) : std::string_view();
}

bool stands_before(const diagnostic* left, const diagnostic* right) {
    return std::forward_as_tuple(path_of(*left), left->where.begin, left->id, left->message) <
           std::forward_as_tuple(path_of(*right), right->where.begin, right->id, right->message);
}

} // namespace

std::string diagnostics::render() const {
    std::vector<const diagnostic*> sorted;
    sorted.reserve(list_.size());
    for (const diagnostic& each : list_)
        sorted.push_back(&each);
    std::stable_sort(sorted.begin(), sorted.end(), stands_before);

    printer out;
    position_finder places;
    position_finder places_of_notes;
    for (const diagnostic* each : sorted) {
        out.print(each->where, places, name_of(each->level), each->message, describe(each->id).code);
        for (const note& also : each->notes)
            out.print(also.where, places_of_notes, "note", also.message, "");
    }
    return out.take();
}

} // namespace headway::compiler
