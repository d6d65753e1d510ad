#include "sql/psql_script.hpp"

#include "sql/psql_token.hpp"
#include "sql/spelled_name.hpp"

namespace headway::detail {
namespace {

/// How deep a statement is in parentheses and in the body of a routine, word by word, as psql counts it.
class nesting {
public:
    void note(const token& at, std::string_view text) noexcept {
        if (at.kind == token_kind::word) return note_word(text);
        if (text == "(") ++parentheses_;
        if (text == ")" && parentheses_ > 0) --parentheses_;
    }
    [[nodiscard]] bool is_outermost() const noexcept { return parentheses_ == 0 && blocks_ == 0; }

private:
    enum class progress { nothing, create, create_or, routine, other };

    void note_word(std::string_view word) noexcept {
        if (at_ == progress::routine) return note_block(word);
        if (at_ == progress::other) return;
        const bool makes_routine = same_name(word, "function") || same_name(word, "procedure");
        if (at_ == progress::nothing) {
            at_ = same_name(word, "create") ? progress::create : progress::other;
        } else if (makes_routine) {
            at_ = progress::routine;
        } else if (at_ == progress::create && same_name(word, "or")) {
            at_ = progress::create_or;
        } else if (at_ == progress::create || !same_name(word, "replace")) {
            at_ = progress::other;
        }
    }

    void note_block(std::string_view word) noexcept {
        if (parentheses_ > 0) return;
        if (same_name(word, "begin") || (blocks_ > 0 && same_name(word, "case"))) {
            ++blocks_;
        } else if (blocks_ > 0 && same_name(word, "end")) {
            --blocks_;
        }
    }

    progress at_ = progress::nothing;
    std::size_t parentheses_ = 0;
    std::size_t blocks_ = 0;
};

std::size_t psql_statement_start(std::string_view script) noexcept {
    for (const token& each : psql_tokens(script)) {
        if (each.kind != token_kind::semicolon) return each.begin;
    }
    return script.size();
}

} // namespace

std::string_view first_psql_statement(std::string_view script) noexcept {
    const std::size_t begin = psql_statement_start(script);
    std::size_t end = begin;
    nesting depth;
    for (const token& each : psql_tokens(script, begin)) {
        end = each.end;
        if (each.kind == token_kind::semicolon && depth.is_outermost()) break;
        depth.note(each, each.in(script));
    }
    return script.substr(begin, end - begin);
}

} // namespace headway::detail
