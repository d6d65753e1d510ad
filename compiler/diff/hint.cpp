#include "diff/hint.hpp"

#include "diagnostics/nearest.hpp"
#include "diff/script.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <span>

namespace headway::compiler {
namespace {

/// Whether a text can stand in brackets inside a statement without ending or hiding what follows.
bool can_be_enclosed(std::string_view text) {
    int depth = 0;
    for (const token& at : all_tokens(text)) {
        const bool comment = at.kind == token_kind::line_comment || at.kind == token_kind::block_comment;
        if (comment || at.kind == token_kind::semicolon || !at.terminated) return false;
        const char first = text[at.begin];
        const bool symbol = at.kind == token_kind::punctuation;
        depth += symbol && first == '(' ? 1 : symbol && first == ')' ? -1 : 0;
        if (depth < 0 || (symbol && first == ',' && depth == 0)) return false;
    }
    return depth == 0 && !text.empty();
}

/// Whether SQLite takes a text for an expression, whatever its names mean.
bool is_expression(std::string_view text) {
    if (!can_be_enclosed(text)) return false;
    const SQLite::Database nothing = open_scratch({});
    sqlite3_stmt* statement = nullptr;
    const std::string query = fmt::format("SELECT ({})", text);
    sqlite3_prepare_v2(nothing.getHandle(), query.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
    const std::string_view message = sqlite3_errmsg(nothing.getHandle());
    return !message.starts_with("near ") && !message.starts_with("incomplete") &&
           !message.starts_with("unrecognized");
}

class hint_reader {
public:
    hint_reader(const written& text, std::vector<refusal>& refusals) : text_(text), refusals_(refusals) {}
    hints read();

private:
    void take(const remark&);
    void take_renamed(const remark&, std::string_view rest);
    void take_backfill(const remark&, std::string_view rest);
    bool stands_with_table(const remark&);
    void refuse(const remark& at, std::string message) {
        refusals_.push_back({{}, std::move(message), false, at.begin, rule::hint});
    }
    const std::string& table_of(const remark& at) const { return text_.objects[at.object].name; }

    const written& text_;
    std::vector<refusal>& refusals_;
    hints result_;
};

bool hint_reader::stands_with_table(const remark& at) {
    const bool with_table = at.object != remark::nothing && !at.on_constraint &&
                            text_.objects[at.object].kind == object_kind::table;
    if (!with_table) {
        refuse(at, fmt::format("`{}` stands with no table or column; put it on the line of one",
                               comment_words(at.text)));
    }
    return with_table;
}

void hint_reader::take_backfill(const remark& at, std::string_view rest) {
    const std::string_view expression = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    if (at.column.empty()) return refuse(at, "@backfill stands on no column; put it on the line of one");
    if (!is_expression(expression))
        return refuse(at, "@backfill needs one expression and nothing else, as in `-- @backfill 0`");
    result_.backfills.push_back({table_of(at), at.column, std::string(expression)});
}

void hint_reader::take_renamed(const remark& at, std::string_view rest) {
    const std::size_t equals = rest.find("from=");
    const token name = next_token(rest, equals == rest.npos ? rest.size() : equals + 5);
    const bool named = name.kind == token_kind::word || name.kind == token_kind::quoted_name;
    if (!named || rest.substr(0, equals).find_first_not_of(' ') != rest.npos)
        return refuse(at, "@renamed needs the old name, as in `-- @renamed from=old_name`");
    const renaming said{table_of(at), at.column, unquote(name.in(rest))};
    const bool again = std::any_of(result_.renamings.begin(), result_.renamings.end(), [&](const auto& one) {
        return one.table == said.table && one.column == said.column && same_name(one.from, said.from);
    });
    if (!again) result_.renamings.push_back(said);
    rest.remove_prefix(name.end);
    const std::size_t more = rest.find_first_not_of(' ');
    if (more == rest.npos) return;
    rest.remove_prefix(more);
    if (rest.starts_with("@backfill ")) return take_backfill(at, rest.substr(10));
    refuse(at, fmt::format("`{}` behind @renamed is not understood", rest));
}

void hint_reader::take(const remark& at) {
    static constexpr std::array<std::string_view, 2> words{"@renamed", "@backfill"};
    const std::string_view comment = comment_words(at.text);
    if (!comment.starts_with('@')) return;
    const std::string_view word = comment.substr(0, comment.find_first_of(" \t"));
    const std::string_view rest = comment.substr(word.size());
    if (word == words[0] || word == words[1]) {
        if (!stands_with_table(at)) return;
        word == words[0] ? take_renamed(at, rest) : take_backfill(at, rest);
    } else if (const std::string_view meant = nearest(word, words); !meant.empty()) {
        refuse(at, fmt::format("unknown hint {}; did you mean {}?", word, meant));
    }
}

hints hint_reader::read() {
    for (const remark& at : text_.remarks)
        take(at);
    return std::move(result_);
}

} // namespace

hints read_hints(const written& text, std::vector<refusal>& refusals) {
    return hint_reader(text, refusals).read();
}

} // namespace headway::compiler
