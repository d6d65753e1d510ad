#include "sql/normalise.hpp"

#include "sql/clause_order.hpp"
#include "sql/plain_clause.hpp"
#include "sql/spelled_name.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace headway::detail {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) noexcept {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Turns tokens into lexemes, remembering as much of what went before as tells a name from a string.
class reader {
public:
    reader(std::string_view sql, statement_kind kind, bool behind_default = false)
        : sql_(sql), kind_(kind), behind_default_(behind_default) {}
    lexemes read();

private:
    void add(const token&);
    void add_quoted(std::string_view text, const token&);
    void add_word(std::string_view text);
    void push(lexeme_kind kind, std::string text) { result_.push_back({kind, std::move(text)}); }
    bool last_is(std::initializer_list<std::string_view> words) const {
        return !result_.empty() && result_.back().kind == lexeme_kind::word &&
               one_of(result_.back().text, words);
    }
    bool last_is_symbol(std::string_view symbol) const {
        return !result_.empty() && result_.back().kind == lexeme_kind::symbol &&
               result_.back().text == symbol;
    }
    bool begins_column() const {
        return kind_ == statement_kind::table && open_.size() == 1 &&
               (last_is_symbol("(") || last_is_symbol(","));
    }
    bool is_default_value() const;
    bool is_name_before(std::size_t offset) const;
    bool word_is(std::size_t at, std::initializer_list<std::string_view> words) const {
        return at < result_.size() && result_[at].kind == lexeme_kind::word &&
               one_of(result_[at].text, words);
    }
    bool is_on_of_header(std::size_t at) const;
    bool is_updated_column() const;
    bool is_in_names() const;
    bool is_string_name(const token&) const;

    std::string_view sql_;
    statement_kind kind_;
    bool behind_default_;
    bool arguments_ = false; ///< Inside the arguments of a module, which are the module's own language.
    std::vector<std::size_t> open_; ///< Where in the result the brackets are that have not ended.
    lexemes result_;
};

bool reader::is_default_value() const {
    if (result_.empty()) return behind_default_;
    if (kind_ != statement_kind::table || !last_is({"default"})) return false;
    return result_.size() < 2 || !(result_[result_.size() - 2] == lexeme{lexeme_kind::word, "set"});
}

/// A quoted token before `.` or `(` is the name of a table or of a function.
bool reader::is_name_before(std::size_t offset) const {
    const token next = next_meaning(sql_, offset);
    return next.kind == token_kind::punctuation && (sql_[next.begin] == '.' || sql_[next.begin] == '(');
}

/// The word in front of the table of an index or trigger.
bool reader::is_on_of_header(std::size_t at) const {
    if (!word_is(at, {"on"})) return false;
    const bool has_header = word_is(1, {"index", "trigger"}) || word_is(2, {"index", "trigger"});
    const auto here = result_.begin() + static_cast<std::ptrdiff_t>(at);
    return has_header && std::find(result_.begin(), here, *here) == here;
}

/// Whether a column of a trigger's `UPDATE OF a, b` is next.
bool reader::is_updated_column() const {
    std::size_t at = result_.size();
    while (at >= 2 && open_.empty() && result_[at - 1] == lexeme{lexeme_kind::symbol, ","})
        at -= 2;
    return at >= 2 && word_is(at - 1, {"of"}) && word_is(at - 2, {"update"});
}

/// Whether a column is next of a key, of an index, of REFERENCES or of INSERT INTO.
bool reader::is_in_names() const {
    if (open_.empty() || (!last_is_symbol("(") && !last_is_symbol(","))) return false;
    const std::size_t open = open_.back();
    return word_is(open - 1, {"key", "unique"}) || word_is(open - 2, {"references", "into"}) ||
           is_on_of_header(open - 2);
}

/// Where only a name can stand, SQLite takes a string for one.
bool reader::is_string_name(const token& at) const {
    const std::size_t last = result_.size() - 1;
    if (last_is({"into", "join", "update"}) || is_updated_column() || is_on_of_header(last)) return true;
    if (last_is({"from"})) return !word_is(last - 1, {"distinct"});
    if (!is_in_names()) return false;
    const std::string_view next = next_meaning(sql_, at.end).in(sql_);
    return one_of(next, {",", ")"}) || one_of(fold(next), {"collate", "asc", "desc"});
}

void reader::add_word(std::string_view text) {
    std::string folded = fold(text);
    if (is_default_value() && !is_value(folded)) {
        push(lexeme_kind::literal, "'" + std::string(text));
    } else if (arguments_) {
        push(lexeme_kind::word, std::string(text));
    } else if (folded == "isnull" || folded == "notnull") { // two spellings of IS NULL and IS NOT NULL
        push(lexeme_kind::word, "is");
        if (folded == "notnull") push(lexeme_kind::word, "not");
        push(lexeme_kind::word, "null");
    } else {
        push(lexeme_kind::word, std::move(folded));
    }
}

void reader::add_quoted(std::string_view text, const token& at) {
    const bool string = at.kind == token_kind::string;
    if (arguments_) return push(lexeme_kind::literal, std::string(text));
    if (is_default_value()) return push(lexeme_kind::literal, "'" + unquote(text));
    const bool names =
        last_is({"table", "view", "index", "trigger", "constraint", "references", "collate", "as"}) ||
        begins_column() || (string && is_string_name(at));
    if (names || (!string && (last_is_symbol(".") || is_name_before(at.end))))
        return push(lexeme_kind::name, fold(unquote(text)));
    if (string) return push(lexeme_kind::literal, "'" + unquote(text));
    if (text[0] == '"') return push(lexeme_kind::either, unquote(text));
    push(lexeme_kind::name, fold(unquote(text)));
}

void reader::add(const token& at) {
    const std::string_view text = at.in(sql_);
    switch (at.kind) {
    case token_kind::word:
        return add_word(text);
    case token_kind::quoted_name:
    case token_kind::string:
        return add_quoted(text, at);
    case token_kind::blob:
    case token_kind::number:
        return push(lexeme_kind::literal, std::string(text));
    default:
        if (text == "(") open_.push_back(result_.size());
        if (text == ")" && !open_.empty()) open_.pop_back();
        arguments_ = arguments_ || (kind_ == statement_kind::virtual_table && text == "(");
        push(lexeme_kind::symbol, std::string(text));
    }
}

lexemes reader::read() {
    for (const token& at : tokens(sql_))
        add(at);
    return std::move(result_);
}

} // namespace

statement_kind kind_of_table(std::string_view sql) noexcept {
    const token create = next_meaning(sql, 0);
    const token next = next_meaning(sql, create.end);
    const bool is_virtual = same_name(next.in(sql), "virtual");
    return is_virtual ? statement_kind::virtual_table : statement_kind::table;
}

bool is_value(std::string_view folded) noexcept {
    return one_of(folded, {"null", "true", "false", "current_date", "current_time", "current_timestamp"});
}

lexemes normalise(std::string_view sql, statement_kind kind) {
    lexemes all = reader(sql, kind).read();
    if (kind == statement_kind::virtual_table) return all;
    all = without_implied_words(std::move(all), kind);
    return kind == statement_kind::table ? in_order(all) : all;
}

lexemes normalise_default(std::string_view sql) {
    return plain_default(reader(sql, statement_kind::other, true).read());
}

} // namespace headway::detail
