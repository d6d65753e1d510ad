#include "prove/newer_syntax.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

/// Options of modules, as they stand in CREATE VIRTUAL TABLE.
constexpr newer_feature newer_options[] = {
    {"contentless_delete", 3043000},
    {"tokendata", 3045002},
    {"contentless_unindexed", 3047000},
    {"locale", 3047000},
};

/// Modifiers of dates, for which an older SQLite answers NULL.
constexpr newer_feature newer_modifiers[] = {
    {"'auto'", 3038000},      {"'julianday'", 3038000}, {"'subsec'", 3042000},
    {"'subsecond'", 3042000}, {"'ceiling'", 3046000},   {"'floor'", 3046000},
};

template <class Table>
newer_feature find_in(const Table& table, std::string_view name) {
    const auto* const found = std::find_if(std::begin(table), std::end(table),
                                           [&](const newer_feature& each) { return each.name == name; });
    return found == std::end(table) ? newer_feature{} : *found;
}

/// A statement, seen from one of its words.
class view_from {
public:
    view_from(const statement_words& all, std::size_t at) : all_(all), at_(at) {}

    [[nodiscard]] bool is(std::size_t ahead, std::string_view text) const {
        return at_ + ahead < all_.size() && all_[at_ + ahead].text == text;
    }
    [[nodiscard]] bool is_behind(std::string_view text) const {
        return at_ > 0 && all_[at_ - 1].text == text;
    }
    /// The innermost `(` around the word, or the number of words.
    [[nodiscard]] std::size_t open() const {
        int depth = 0;
        for (std::size_t at = at_; at-- > 0;) {
            if (all_[at].text == ")") ++depth;
            if (all_[at].text == "(" && depth-- == 0) return at;
        }
        return all_.size();
    }
    /// The name of the function among whose arguments the word is; empty if it is among none.
    [[nodiscard]] std::string_view function() const {
        const std::size_t open_at = open();
        if (open_at == all_.size() || open_at == 0 || open_at + 1 == all_.size()) return {};
        const word& before = all_[open_at - 1];
        const bool is_query = is_one_of(all_[open_at + 1].text, {"select", "with", "values"});
        const bool is_name = before.at.kind == token_kind::word || before.at.kind == token_kind::quoted_name;
        if (is_query || !is_name || is_one_of(before.text, {"over", "as", "in", "filter"})) return {};
        return before.text;
    }
    [[nodiscard]] bool has_number_with_separator() const {
        return here().at.kind == token_kind::number && here().text.find('_') != std::string::npos;
    }
    /// Whether HAVING stands here in a query without GROUP BY.
    [[nodiscard]] bool is_having_alone() const {
        if (!is(0, "having")) return false;
        int depth = 0;
        for (std::size_t at = at_; at-- > 0 && depth <= 0;) {
            depth += all_[at].text == "(" ? 1 : all_[at].text == ")" ? -1 : 0;
            if (depth == 0 && all_[at].text == "group") return false;
            if (depth == 0 && all_[at].text == "select") break;
        }
        return true;
    }
    /// Whether the word is what `ALTER TABLE [main.]name` goes on with.
    [[nodiscard]] bool begins_alteration() const {
        const std::size_t qualified = all_.size() > 3 && all_[3].text == "." ? 5 : 3;
        return at_ == qualified && all_[0].text == "alter" && all_[1].text == "table";
    }
    [[nodiscard]] bool is_option() const {
        return at_ > 3 && all_[0].text == "create" && all_[1].text == "virtual" && is(1, "=");
    }
    /// Whether the word is the first of RAISE's message that is no string.
    [[nodiscard]] bool computes_message() const {
        const std::size_t open_at = open();
        if (open_at == all_.size() || open_at == 0 || all_[open_at - 1].text != "raise") return false;
        if (at_ == open_at + 3) return all_[at_].at.kind != token_kind::string;
        return at_ == open_at + 4 && all_[at_ - 1].at.kind == token_kind::string && !is(0, ")");
    }
    [[nodiscard]] const word& here() const { return all_[at_]; }

private:
    const statement_words& all_;
    std::size_t at_;
};

newer_feature alteration_at(const view_from& here) {
    if (!here.begins_alteration()) return {};
    if (here.is(0, "alter")) return {"ALTER TABLE … ALTER COLUMN", 3053000};
    if (here.is(0, "add") && (here.is(1, "constraint") || here.is(1, "check")))
        return {"ALTER TABLE … ADD CONSTRAINT", 3053000};
    if (here.is(0, "drop") && here.is(1, "constraint")) return {"ALTER TABLE … DROP CONSTRAINT", 3053000};
    return {};
}

newer_feature argument_at(const view_from& here) {
    if (here.here().at.kind != token_kind::string) return {};
    const newer_feature modifier = find_in(newer_modifiers, here.here().text);
    const bool of_date =
        modifier.version != 0 &&
        is_one_of(here.function(), {"date", "time", "datetime", "julianday", "strftime", "unixepoch"});
    return of_date ? modifier : newer_feature{};
}

} // namespace

newer_feature feature_at(const statement_words& statement, std::size_t at) {
    const view_from here(statement, at);
    if (here.is(0, "->") || here.is(0, "->>")) return {"the operator -> or ->>", 3038000};
    if ((here.is(0, "right") || here.is(0, "full")) &&
        (here.is(1, "join") || (here.is(1, "outer") && here.is(2, "join"))))
        return {"a RIGHT or FULL JOIN", 3039000};
    if (here.is(0, "is") && ((here.is(1, "distinct") && here.is(2, "from")) ||
                             (here.is(1, "not") && here.is(2, "distinct") && here.is(3, "from"))))
        return {"IS DISTINCT FROM", 3039000};
    if (here.is_having_alone()) return {"HAVING without GROUP BY", 3039000};
    if (here.is(0, "order") && here.is(1, "by") && !here.function().empty())
        return {"ORDER BY within an aggregate", 3044000};
    if (here.has_number_with_separator()) return {"a number with `_` between its digits", 3046000};
    if (here.computes_message()) return {"RAISE with a message that is computed", 3047000};
    if (here.is_option()) return find_in(newer_options, here.here().text);
    if (const newer_feature found = alteration_at(here); found.version != 0) return found;
    return argument_at(here);
}

} // namespace headway::compiler
