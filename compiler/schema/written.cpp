#include "schema/written.hpp"

#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace headway::compiler {
namespace {

bool is_comment(const token& at) noexcept {
    return at.kind == token_kind::line_comment || at.kind == token_kind::block_comment;
}

auto line_ends(std::string_view text) {
    return std::count(text.begin(), text.end(), '\n');
}

/// Reads what a statement creates from its first words.
class headline {
public:
    headline(std::string_view text, script_span statement)
        : text_(text), at_(next_meaning(text, statement.begin)), statement_(statement) {}
    std::optional<written_object> read();

private:
    bool take(std::string_view word) {
        const bool found = same_name(at_.in(text_), word);
        if (found) skip();
        return found;
    }
    void skip() { at_ = next_meaning(text_, at_.end); }
    std::string_view text_;
    token at_;
    script_span statement_;
};

std::optional<written_object> headline::read() {
    if (!take("create")) return {};
    if (!take("unique")) take("virtual");
    constexpr std::array kinds{object_kind::table, object_kind::index, object_kind::view,
                               object_kind::trigger};
    const auto* const kind =
        std::find_if(kinds.begin(), kinds.end(), [&](object_kind one) { return take(to_string(one)); });
    if (kind == kinds.end()) return {};
    if (take("if")) {
        skip(); // NOT
        skip(); // EXISTS
    }
    std::string_view name = at_.in(text_);
    skip();
    if (take(".")) name = at_.in(text_);
    return written_object{*kind, unquote(name), statement_, {}, {}};
}

/// Gives every comment of a text to what it stands with.
class remark_reader {
public:
    explicit remark_reader(std::string_view text) : text_(text) {}
    written read(const std::vector<script_span>& statements);

private:
    void within(std::size_t object);
    void between(std::size_t previous, std::size_t begin, std::size_t end, std::size_t next);
    void add_above(const std::vector<std::size_t>& remarks, std::size_t next);
    bool same_line(std::size_t from, std::size_t to) const {
        return line_ends(text_.substr(from, to - from)) == 0;
    }
    std::string_view text_;
    written result_;
};

/// The part of a table in which the token at `offset` stands, or behind which it is the comma.
const table_part* part_at(const std::vector<table_part>& parts, bool comma, std::size_t offset) {
    const table_part* result = nullptr;
    for (const table_part& part : parts) {
        const std::size_t end = part.begin + part.text.size();
        if ((part.begin <= offset && offset < end) || (comma && end <= offset)) result = &part;
    }
    return result;
}

void remark_reader::within(std::size_t object) {
    const script_span span = result_.objects[object].statement;
    const std::string_view sql = span.in(text_);
    const table_text table = split_table(sql);
    token before{};
    for (const token& at : all_tokens(sql)) {
        if (!is_comment(at)) {
            if (at.kind != token_kind::space) before = at;
            continue;
        }
        const bool behind = same_line(span.begin + before.end, span.begin + at.begin);
        const std::size_t beside = behind ? before.begin : next_meaning(sql, at.end).begin;
        const bool comma = behind && sql[beside] == ',';
        const table_part* constraint = part_at(table.constraints, comma, beside);
        const table_part* column = constraint ? nullptr : part_at(table.columns, comma, beside);
        result_.remarks.push_back({span.begin + at.begin, at.in(sql), object,
                                   column ? column->name : std::string(), constraint != nullptr});
    }
}

void remark_reader::add_above(const std::vector<std::size_t>& remarks, std::size_t next) {
    if (next == remark::nothing) return;
    for (const std::size_t at : remarks) {
        remark& one = result_.remarks[at];
        one.object = next;
        if (!is_hint(one.text)) result_.objects[next].above.append(one.text).append("\n");
    }
}

/// Behind the previous statement on its line, directly above the next one, or with neither.
void remark_reader::between(std::size_t previous, std::size_t begin, std::size_t end, std::size_t next) {
    std::vector<std::size_t> above;
    for (const token& at : all_tokens(text_.substr(0, end), begin)) {
        const std::string_view text = at.in(text_);
        if (at.kind == token_kind::space && line_ends(text) > 1) above.clear();
        if (!is_comment(at)) continue;
        const bool behind = begin > 0 && same_line(begin, at.begin);
        if (!behind) above.push_back(result_.remarks.size());
        result_.remarks.push_back({at.begin, text, behind ? previous : remark::nothing, {}, false});
        if (behind && previous != remark::nothing && !is_hint(text)) result_.objects[previous].behind = text;
    }
    add_above(above, next);
}

written remark_reader::read(const std::vector<script_span>& statements) {
    std::size_t end = 0;
    std::size_t previous = remark::nothing;
    for (const script_span& statement : statements) {
        std::size_t next = remark::nothing;
        if (auto object = headline(text_, statement).read()) {
            next = result_.objects.size();
            result_.objects.push_back(std::move(*object));
        }
        between(previous, end, statement.begin, next);
        if (next != remark::nothing) within(next);
        end = statement.end;
        previous = next;
    }
    between(previous, end, text_.size(), remark::nothing);
    return std::move(result_);
}

} // namespace

written read_written(std::string_view text, const std::vector<script_span>& statements) {
    return remark_reader(text).read(statements);
}

std::string_view comment_words(std::string_view comment) noexcept {
    comment.remove_prefix(2);
    if (comment.ends_with("*/")) comment.remove_suffix(2);
    constexpr std::string_view space = " \t\r\n\f";
    const std::size_t first = comment.find_first_not_of(space);
    if (first == comment.npos) return {};
    return comment.substr(first, comment.find_last_not_of(space) - first + 1);
}

bool is_hint(std::string_view comment) noexcept {
    const std::string_view words = comment_words(comment);
    return words.starts_with("@renamed") || words.starts_with("@backfill");
}

} // namespace headway::compiler
