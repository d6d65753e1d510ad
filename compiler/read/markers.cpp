#include "read/markers.hpp"

#include "read/text.hpp"
#include "sql/language.hpp"
#include "sql/psql_token.hpp"

#include <fmt/format.h>

#include <array>

namespace headway::compiler {
namespace {

constexpr std::string_view word_ends = " \t\f\r";
constexpr std::string_view transaction_false = "transaction:false";
constexpr std::string_view irreversible = "irreversible";
constexpr std::string_view of_sqlite = "engine:sqlite";
constexpr std::string_view of_postgresql = "engine:postgresql";

std::string_view describe_token(token_kind kind) noexcept {
    switch (kind) {
    case token_kind::quoted_name:
        return "quoted name";
    case token_kind::block_comment:
        return "comment";
    default:
        return "string";
    }
}

std::string_view ending_of(std::string_view text, const token& of) noexcept {
    if (of.kind == token_kind::block_comment) return "*/";
    if (text[of.begin] == '$') return text.substr(of.begin, text.find('$', of.begin + 1) + 1 - of.begin);
    if (of.kind == token_kind::blob || of.kind == token_kind::string) return "'";
    if (text[of.begin] == '[') return "]";
    return text[of.begin] == '`' ? "`" : "\"";
}

/// The first line of `text` that would be a marker, were it a comment.
std::optional<directive> marker_line(std::string_view text) {
    constexpr std::string_view word = "migrate:";
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
        const std::size_t begin = text.substr(0, at).rfind('\n') + 1; // npos + 1 is 0
        const std::string_view line = trim(text.substr(begin, text.find('\n', at) - begin));
        if (!line.starts_with("--")) continue;
        const auto marker = parse_directive(line);
        if (marker && marker->exact) return marker;
    }
    return std::nullopt;
}

std::string describe_option(std::string_view word, std::string_view meant) {
    if (word == "transaction:true") return "'transaction:true' goes without saying; remove it";
    if (!meant.empty()) return fmt::format("unknown option '{}'; did you mean '{}'?", word, meant);
    return fmt::format(
        "unknown option '{}'; the options are '{}', '{}', '{}' and, on '-- migrate:down', '{}'", word,
        transaction_false, of_sqlite, of_postgresql, irreversible);
}

std::string describe_spelling(const directive& wrong) {
    if (wrong.kind == directive_kind::unknown)
        return fmt::format("unknown directive '{}'; the directives are '-- migrate:up' and '-- migrate:down'",
                           wrong.spelled);
    return fmt::format("unknown directive '{}'; did you mean '{}'?", wrong.spelled, spelling_of(wrong.kind));
}

class marker_finder {
public:
    marker_finder(const std::shared_ptr<const source_text>& file, engine wanted, diagnostics& found)
        : file_(file), text_(file->text), found_(found), wanted_(wanted), language_(wanted) {}
    marked_file find();

private:
    location at(std::string_view part) const { return place_of(file_, part); }
    std::string_view view(const token& of) const { return of.in(text_); }

    [[nodiscard]] token next(std::size_t offset) const noexcept {
        return language_ == engine::postgresql ? detail::next_psql_token(text_, offset)
                                               : next_token(text_, offset);
    }
    void read_unterminated(const token&);
    void read_comment(const token&);
    void open_part(const directive&, std::size_t end);
    void close_part(std::size_t end);
    void read_options(std::string_view words, marked_part&);
    void read_option(std::string_view word, marked_part&);
    void set_option(bool& option, std::string_view word);
    void set_engine(engine, std::string_view word, marked_part&);
    void refuse_option(std::string_view word, std::string message) {
        found_.add(rule::section_option, at(word), std::move(message));
    }

    const std::shared_ptr<const source_text>& file_;
    std::string_view text_;
    diagnostics& found_;
    engine wanted_;
    engine language_; ///< Of the text here.
    marked_file result_;
    std::size_t body_begin_ = 0;
    std::string_view first_sql_; ///< Since the last marker.
};

marked_file marker_finder::find() {
    for (token each = next(0); each.kind != token_kind::end; each = next(each.end)) {
        if (!each.terminated) read_unterminated(each);
        if (each.kind == token_kind::line_comment)
            read_comment(each);
        else if (each.kind != token_kind::space && each.kind != token_kind::block_comment &&
                 first_sql_.empty())
            first_sql_ = view(each);
    }
    close_part(text_.size());
    if (result_.parts.empty()) result_.header_end = first_sql_.empty() ? text_.size() : at(first_sql_).begin;
    return std::move(result_);
}

void marker_finder::read_unterminated(const token& open) {
    const std::string_view whole = view(open);
    diagnostic& added = found_.add(rule::unterminated, at(whole.substr(0, whole.find('\n'))),
                                   fmt::format("this {} never ends; close it with {}",
                                               describe_token(open.kind), ending_of(text_, open)));
    if (const auto marker = marker_line(whole))
        added.notes.push_back({at(marker->spelled), "it goes on over this marker"});
    result_.certain = false;
}

void marker_finder::read_comment(const token& comment) {
    const auto found = parse_directive(view(comment));
    if (!found) return;
    const std::size_t line_begin = text_.substr(0, comment.begin).rfind('\n') + 1; // npos + 1 is 0
    const bool first = trim(text_.substr(line_begin, comment.begin - line_begin)).empty();
    if (!found->exact)
        found_.add(rule::directive, at(found->spelled), describe_spelling(*found));
    else if (!first && found->kind != directive_kind::allow)
        found_.add(rule::directive, at(found->spelled),
                   fmt::format("'{}' must be first on its line", found->spelled));
    if (found->kind == directive_kind::unknown) result_.certain = false;
    if (found->kind == directive_kind::allow) result_.allowances.push_back(found->words);
    if (found->kind != directive_kind::up && found->kind != directive_kind::down) return;
    const std::size_t end = first ? line_begin : comment.begin;
    if (result_.parts.empty()) result_.header_end = end;
    close_part(end);
    open_part(*found, comment.end);
}

void marker_finder::close_part(std::size_t end) {
    if (result_.parts.empty()) return;
    marked_part& last = result_.parts.back();
    last.body = trim_lines(text_.substr(body_begin_, end - body_begin_));
    last.first_sql = first_sql_;
}

void marker_finder::open_part(const directive& marker, std::size_t end) {
    marked_part& opened = result_.parts.emplace_back();
    opened.kind = marker.kind;
    opened.marker = marker.spelled;
    read_options(marker.words, opened);
    language_ = opened.of.value_or(wanted_);
    body_begin_ = end;
    first_sql_ = {};
}

void marker_finder::read_options(std::string_view words, marked_part& of) {
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find_first_of(word_ends));
        read_option(word, of);
        words = trim(words.substr(word.size()));
    }
    if (of.irreversible && of.without_transaction) {
        found_.add(rule::section_option, at(of.marker),
                   "a section cannot be both 'irreversible' and 'transaction:false'; remove one of them");
        of.without_transaction = false;
    }
}

void marker_finder::read_option(std::string_view word, marked_part& of) {
    constexpr std::array known{transaction_false, irreversible, of_sqlite, of_postgresql};
    const std::string_view meant = word == "transaction:true" ? "" : nearest(word, known);
    if (meant != word) refuse_option(word, describe_option(word, meant));
    if (meant == of_sqlite || meant == of_postgresql) {
        set_engine(meant == of_sqlite ? engine::sqlite : engine::postgresql, word, of);
    } else if (meant == transaction_false) {
        set_option(of.without_transaction, word);
    } else if (meant == irreversible && of.kind == directive_kind::down) {
        set_option(of.irreversible, word);
    } else if (meant == irreversible) {
        refuse_option(word, "'irreversible' belongs on '-- migrate:down'");
    }
}

void marker_finder::set_option(bool& option, std::string_view word) {
    if (option) refuse_option(word, fmt::format("the option '{}' is here twice", word));
    option = true;
}

void marker_finder::set_engine(engine whose, std::string_view word, marked_part& of) {
    if (of.of) refuse_option(word, "a section is of one engine; give the other a section of its own");
    of.of = whose;
}

} // namespace

marked_file find_markers(const std::shared_ptr<const source_text>& file, engine wanted, diagnostics& found) {
    return marker_finder(file, wanted, found).find();
}

std::string_view name_of(engine of) noexcept {
    return of == engine::postgresql ? "postgresql" : "sqlite";
}

std::optional<hidden_marker> find_hidden_marker(std::string_view text, directive_kind kind) {
    for (const token& each : all_tokens(text)) {
        if (each.kind == token_kind::line_comment || each.kind == token_kind::space) continue;
        const std::string_view inside = each.in(text);
        const auto marker = marker_line(inside);
        if (marker && marker->kind == kind) return hidden_marker{marker->spelled, inside};
    }
    return std::nullopt;
}

} // namespace headway::compiler
