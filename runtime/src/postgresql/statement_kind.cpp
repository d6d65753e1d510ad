#include "postgresql/statement_kind.hpp"

#include "sql/psql_token.hpp"
#include "sql/spelled_name.hpp"
#include "text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace headway::detail {
namespace {

constexpr std::string_view ends_transaction = "begin or end a transaction";

/// The words of a statement, one after the other.
class word_reader {
public:
    explicit word_reader(std::string_view of) : of_(of), at_(next_psql_meaning(of, 0)) {}
    [[nodiscard]] bool is(std::string_view word) const noexcept { return same_name(at_.in(of_), word); }
    [[nodiscard]] bool is_end() const noexcept { return at_.kind == token_kind::end; }
    [[nodiscard]] std::string_view rest() const noexcept { return of_.substr(at_.begin); }
    bool skip(std::string_view word) {
        if (!is(word)) return false;
        advance();
        return true;
    }
    bool skip(std::initializer_list<std::string_view> words) {
        const token begin = at_;
        if (std::all_of(words.begin(), words.end(), [&](std::string_view word) { return skip(word); }))
            return true;
        at_ = begin;
        return false;
    }
    /// A name with its schema, as it is spelled.
    std::string take_spelled_name() {
        std::string name;
        do {
            name += at_.in(of_);
            advance();
            if (!is(".")) break;
            name += '.';
            advance();
        } while (!is_end());
        return name;
    }

private:
    void advance() { at_ = next_psql_meaning(of_, at_.end); }

    std::string_view of_;
    token at_;
};

} // namespace

bool copies_from_program(std::string_view statement) {
    word_reader from(statement);
    if (!from.skip("copy")) return false;
    for (; !from.is_end(); from.take_spelled_name()) {
        if (from.skip({"from", "stdin"}) || from.skip({"to", "stdout"})) return true;
    }
    return false;
}

std::string_view forbidden_by_words(std::string_view statement) {
    word_reader from(statement);
    if (from.skip("rollback")) {
        from.skip("work") || from.skip("transaction");
        return from.is("to") ? std::string_view() : ends_transaction;
    }
    for (const std::string_view word : {"begin", "start", "commit", "end", "abort"}) {
        if (from.is(word)) return ends_transaction;
    }
    if (from.skip({"prepare", "transaction"})) return ends_transaction;
    if (from.is("discard")) return "discard the session, which holds the lock of the upgrade";
    if (copies_from_program(statement)) return "copy from or to the program: write INSERT";
    return {};
}

bool adds_enum_value(std::string_view statement) {
    word_reader from(statement);
    if (!from.skip({"alter", "type"})) return false;
    from.take_spelled_name();
    return from.skip({"add", "value"});
}

bool may_change_settings(std::string_view tag) noexcept {
    constexpr std::array<std::string_view, 5> prefixes{"SET", "RESET", "SELECT", "DO", "CALL"};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return tag.substr(0, prefix.size()) == prefix; });
}

concurrent_index index_made_by(std::string_view statement) {
    word_reader from(statement);
    if (!from.skip("create")) return {};
    const bool is_unique = from.skip("unique");
    if (!from.skip({"index", "concurrently"})) return {};
    from.skip({"if", "not", "exists"});
    if (from.is("on")) return {};
    concurrent_index made;
    made.name = from.take_spelled_name();
    if (!from.skip("on")) return {};
    from.skip("only");
    made.table = from.take_spelled_name();
    made.twin = joined({"CREATE ", is_unique ? "UNIQUE " : "", "INDEX ", twin_index, " ON pg_temp.",
                        twin_table, " ", from.rest()});
    return made;
}

} // namespace headway::detail
