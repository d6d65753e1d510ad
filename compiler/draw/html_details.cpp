#include "draw/escape.hpp"
#include "draw/html.hpp"
#include "read/source.hpp"
#include "sql/language.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

/// The class of a token's colour, or none.
std::string_view class_of(const token& part, std::string_view text) noexcept {
    switch (part.kind) {
    case token_kind::line_comment:
    case token_kind::block_comment:
        return "c";
    case token_kind::string:
    case token_kind::blob:
        return "s";
    case token_kind::number:
        return "n";
    case token_kind::quoted_name:
        return "q";
    case token_kind::word:
        return sqlite3_keyword_check(text.data(), static_cast<int>(text.size())) != 0 ? "k" : "";
    default:
        return "";
    }
}

std::string highlighted(std::string_view sql) {
    std::string result;
    for (const token& part : all_tokens(sql)) {
        const std::string_view text = part.in(sql);
        const std::string_view kind = class_of(part, text);
        const std::string shown = escape_markup(text, true);
        result += kind.empty() ? shown : fmt::format("<b class=\"{}\">{}</b>", kind, shown);
    }
    return result;
}

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view space = " \t\n";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    // Indentation of the first line stays.
    const std::size_t line = text.rfind('\n', begin);
    const std::size_t first = line == std::string_view::npos ? 0 : line + 1;
    return text.substr(first, text.find_last_not_of(space) + 1 - first);
}

std::string sql_block(std::string_view name, const section& part, std::string_view empty) {
    const std::string_view sql = trimmed(part.sql());
    std::string heading = fmt::format(
        "<h3>{}{}</h3>\n", name, part.transaction ? "" : " <span class=\"pill\">transaction:false</span>");
    if (sql.empty()) return heading + fmt::format("<p class=\"none\">{}</p>\n", empty);
    return heading + fmt::format("<pre class=\"sql {}\" tabindex=\"0\"><code>{}</code></pre>\n", name,
                                 highlighted(sql));
}

std::string fact(std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

std::string links(const graph& history, const std::vector<std::uint32_t>& revisions) {
    std::string result;
    for (const std::uint32_t revision : revisions) {
        const std::string& id = history.revisions[revision].from.id.text;
        result += fmt::format("{0}<a href=\"#{1}\">{1}</a>", result.empty() ? "" : " ", escape_markup(id));
    }
    return result;
}

/// The description without its first line, which is the heading already.
std::string_view further_description(const source& file) noexcept {
    const std::size_t end = file.description.find('\n');
    return end == std::string::npos ? std::string_view()
                                    : trimmed(std::string_view(file.description).substr(end));
}

std::string facts(const picture& drawn, std::uint32_t revision, const std::vector<std::uint32_t>& children) {
    const linked_revision& linked = drawn.history.revisions[revision];
    const std::string revises = links(drawn.history, linked.revises);
    const std::string next = links(drawn.history, children);
    return fact("File", fmt::format("<code>{}</code>", escape_markup(linked.from.file_name))) +
           fact("Create date", date_of(linked.from)) +
           fact("Revises", revises.empty() ? "nothing: it is a base" : revises) +
           fact("Depends on", links(drawn.history, linked.depends_on)) +
           fact("Followed by", next.empty() ? "nothing: it is a head" : next) +
           fact("Checksum", fmt::format("<code class=\"sum\">{}</code>", to_hex(linked.from.checksum)));
}

} // namespace

std::string render_pills(const source& file, const revision_marks& marks) {
    std::string result;
    for (const std::string_view word : words_of(marks))
        result += fmt::format("<span class=\"pill {0}\">{0}</span>", word);
    for (const spelled& label : file.labels)
        result += fmt::format("<span class=\"pill label\">{}</span>", escape_markup(label.text));
    return result;
}

std::string render_details(const picture& drawn, std::uint32_t revision, const revision_marks& marks,
                           const std::vector<std::uint32_t>& children) {
    const source& file = drawn.history.revisions[revision].from;
    const std::string_view more = further_description(file);
    const std::string_view state = !drawn.has_database ? "" : marks.applied ? "applied" : "pending";
    return fmt::format("<header><h2>{}</h2>\n<p><code class=\"id\">{}</code>{}{}</p></header>\n",
                       file.summary.empty() ? "No description" : escape_markup(file.summary),
                       escape_markup(file.id.text),
                       state.empty() ? "" : fmt::format("<span class=\"pill {0}\">{0}</span>", state),
                       render_pills(file, marks)) +
           (more.empty() ? "" : fmt::format("<p class=\"more\">{}</p>\n", escape_markup(more, true))) +
           "<dl>\n" + facts(drawn, revision, children) + "</dl>\n" +
           sql_block("up", file.up, "Nothing: this revision only joins others.") +
           sql_block("down", file.down,
                     file.irreversible ? "Declared irreversible: there is no way back." : "Nothing.");
}

} // namespace headway::compiler
