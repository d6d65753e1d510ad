#include "schema/describe_table.hpp"

#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

using table_parts = std::vector<table_part>;

/// Finds out in which table_parts two tables differ.
class table_comparison {
public:
    table_comparison(const schema_object& expected, const schema_object& actual, const known_name& known)
        : expected_(expected),
          actual_(actual),
          known_(known),
          expected_text_(split_table(expected.sql)),
          actual_text_(split_table(actual.sql)) {}

    std::vector<difference_detail> describe();
    bool only_column_order() const;

private:
    void say(std::string sentence) { details_.push_back({difference_kind::changed, std::move(sentence)}); }
    bool same(const table_part& left, const table_part& right) const {
        return same_meaning(meaning_of(left), meaning_of(right), known_);
    }
    const table_part* find_column(const table_parts& columns, std::string_view name) const;
    void options();
    void columns();
    void column(const table_part& expected, const table_part& actual);
    bool attributes(const table_column& expected, const table_column& actual, bool same_text);
    void primary_key();
    void constraints();
    void absent_constraints(const table_parts& from, const table_parts& in, difference_kind);

    const schema_object& expected_;
    const schema_object& actual_;
    const known_name& known_;
    table_text expected_text_;
    table_text actual_text_;
    bool other_key_ = false; ///< Which says what becomes of its constraint.
    std::vector<difference_detail> details_;
};

/// `default 'k' instead of none`, `no default instead of 'k'`.
std::string instead(std::string_view what, const std::string& actual, const std::string& expected) {
    return fmt::format("{} instead of {}",
                       actual.empty() ? fmt::format("no {}", what) : fmt::format("{} {}", what, actual),
                       expected.empty() ? "none" : expected);
}

std::string_view generation(int hidden) {
    return hidden == 2   ? "a virtual generated column"
           : hidden == 3 ? "a stored generated column"
                         : "a plain column";
}

std::string primary_key_of(const table_structure& table) {
    std::vector<const table_column*> key;
    for (const table_column& column : table.columns) {
        if (column.primary_key > 0) key.push_back(&column);
    }
    std::sort(key.begin(), key.end(), [](auto* a, auto* b) { return a->primary_key < b->primary_key; });
    std::string result;
    for (const table_column* column : key)
        result += (result.empty() ? "" : ", ") + column->name;
    return result.empty() ? "" : "(" + result + ")";
}

/// NULL is what a column without a default has.
bool same_default(const table_column& left, const table_column& right, const known_name& known) {
    const auto value = [](const table_column& of) {
        return of.default_meaning == lexemes{{lexeme_kind::word, "null"}} ? lexemes() : of.default_meaning;
    };
    return same_meaning(value(left), value(right), known);
}

/// `PRIMARY KEY (…)` and nothing else.
bool is_plain_key(const table_part& constraint) {
    const lexemes all = meaning_of(constraint);
    const auto has = [&](std::size_t at, const char* text) {
        return all.size() > at && all[at].text == text;
    };
    return has(1, "primary") && all.back().text == ")";
}

const table_part* table_comparison::find_column(const table_parts& columns, std::string_view name) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const table_part& part) { return same_name(part.name, name); });
    return found == columns.end() ? nullptr : &*found;
}

void table_comparison::options() {
    const table_structure& expected = *expected_.structure;
    const table_structure& actual = *actual_.structure;
    if (expected.without_rowid != actual.without_rowid)
        say(actual.without_rowid ? "it is WITHOUT ROWID" : "it is not WITHOUT ROWID");
    if (expected.strict != actual.strict) say(actual.strict ? "it is STRICT" : "it is not STRICT");
}

bool table_comparison::attributes(const table_column& expected, const table_column& actual, bool same_text) {
    const std::size_t before = details_.size();
    const std::string& name = actual.name;
    if (expected.type_meaning != actual.type_meaning) {
        say(fmt::format("column {} has {}", name, instead("type", actual.type, expected.type)));
    }
    // Of a key the table may say that, by WITHOUT ROWID or STRICT.
    if (expected.not_null != actual.not_null && !same_text)
        say(fmt::format("column {} {}", name, actual.not_null ? "is NOT NULL" : "may be NULL"));
    if (!same_default(expected, actual, known_)) {
        say(fmt::format("column {} has {}", name,
                        instead("default", actual.default_value, expected.default_value)));
    }
    if (expected.hidden != actual.hidden) {
        say(fmt::format("column {} is {} instead of {}", name, generation(actual.hidden),
                        generation(expected.hidden)));
    }
    return details_.size() > before;
}

void table_comparison::column(const table_part& expected, const table_part& actual) {
    const table_column* left = compiler::find_column(*expected_.structure, expected.name);
    const table_column* right = compiler::find_column(*actual_.structure, actual.name);
    const bool same_text = same(expected, actual);
    if (left && right && attributes(*left, *right, same_text)) return;
    if (!same_text)
        say(fmt::format("column {} is {}", actual.name, describe_statements(expected.text, actual.text)));
}

void table_comparison::columns() {
    for (const table_part& wanted : expected_text_.columns) {
        if (const table_part* found = find_column(actual_text_.columns, wanted.name)) {
            column(wanted, *found);
        } else {
            details_.push_back({difference_kind::missing, "column " + wanted.name});
        }
    }
    for (const table_part& found : actual_text_.columns) {
        if (!find_column(expected_text_.columns, found.name))
            details_.push_back({difference_kind::extra, "column " + found.name});
    }
}

void table_comparison::primary_key() {
    const std::string expected = primary_key_of(*expected_.structure);
    const std::string actual = primary_key_of(*actual_.structure);
    other_key_ = !same_name(expected, actual);
    if (!other_key_) return;
    say(expected.empty() ? fmt::format("it has the primary key {}", actual)
        : actual.empty() ? fmt::format("it has no primary key instead of {}", expected)
                         : fmt::format("the primary key is {} instead of {}", actual, expected));
}

void table_comparison::absent_constraints(const table_parts& from, const table_parts& in,
                                          difference_kind kind) {
    for (const table_part& one : from) {
        const bool told = other_key_ && is_plain_key(one);
        if (!told &&
            std::none_of(in.begin(), in.end(), [&](const table_part& other) { return same(one, other); }))
            details_.push_back(
                {kind, fmt::format("{}`{}`", one.name.empty() ? "constraint " : "", one_line(one.text))});
    }
}

void table_comparison::constraints() {
    const table_parts& expected = expected_text_.constraints;
    const table_parts& actual = actual_text_.constraints;
    absent_constraints(expected, actual, difference_kind::missing);
    absent_constraints(actual, expected, difference_kind::extra);
}

std::vector<difference_detail> table_comparison::describe() {
    if (!expected_.structure->is_virtual && !actual_.structure->is_virtual) {
        options();
        columns();
        primary_key();
        constraints();
    }
    if (details_.empty() && !same_meaning(expected_.meaning, actual_.meaning, known_))
        say("it is " + describe_statements(expected_.sql, actual_.sql));
    if (details_.empty()) say("SQLite reports another structure for the same statement");
    return std::move(details_);
}

bool table_comparison::only_column_order() const {
    const table_parts& expected = expected_text_.columns;
    const table_parts& actual = actual_text_.columns;
    const table_structure& left = *expected_.structure;
    const table_structure& right = *actual_.structure;
    const bool rest =
        std::is_permutation(expected_text_.constraints.begin(), expected_text_.constraints.end(),
                            actual_text_.constraints.begin(), actual_text_.constraints.end(),
                            [&](const table_part& a, const table_part& b) { return same(a, b); }) &&
        same_meaning(normalise(expected_text_.tail, statement_kind::other),
                     normalise(actual_text_.tail, statement_kind::other), known_) &&
        left.is_virtual == right.is_virtual && same_constraints(left, right) &&
        same_in_any_order(left.foreign_keys, right.foreign_keys);
    return rest && expected.size() == actual.size() &&
           std::all_of(expected.begin(), expected.end(), [&](const table_part& wanted) {
               const table_part* found = find_column(actual, wanted.name);
               const table_column* a = compiler::find_column(left, wanted.name);
               const table_column* b = compiler::find_column(right, wanted.name);
               return found && a && b && same(wanted, *found) && same_column(*a, *b, known_);
           });
}

/// A statement from `begin` on: what differs whole unless it is very long, up to where `same_at_end` bytes
/// are left, and more of what follows if there is room.
std::string excerpt(const std::string& text, std::size_t begin, std::size_t same_at_end) {
    constexpr std::size_t usual = 72, most = 240;
    if (text.size() <= usual) return text;
    const std::size_t until = std::clamp(text.size() - same_at_end, begin + usual, begin + most);
    const std::size_t end = until < text.size() ? text.find(' ', until) : text.npos;
    return fmt::format("{}{}{}", begin > 0 ? "…" : "", text.substr(begin, end - begin),
                       end == text.npos ? "" : " …");
}

} // namespace

bool same_column(const table_column& left, const table_column& right, const known_name& known) {
    return same_name(left.name, right.name) && left.type_meaning == right.type_meaning &&
           same_default(left, right, known) && left.not_null == right.not_null &&
           left.primary_key == right.primary_key && left.hidden == right.hidden;
}

bool same_constraints(const table_structure& left, const table_structure& right) {
    const auto same = [](index_structure one, const index_structure& other) {
        one.name = other.name; // which SQLite numbers in the order of the statement
        return one == other;
    };
    return std::is_permutation(left.constraints.begin(), left.constraints.end(), right.constraints.begin(),
                               right.constraints.end(), same);
}

std::vector<difference_detail> describe_table(const schema_object& expected, const schema_object& actual,
                                              const known_name& known) {
    return table_comparison(expected, actual, known).describe();
}

bool differ_in_column_order(const schema_object& expected, const schema_object& actual,
                            const known_name& known) {
    return table_comparison(expected, actual, known).only_column_order();
}

std::string describe_statements(std::string_view expected, std::string_view actual) {
    const std::string left = one_line(expected);
    const std::string right = one_line(actual);
    constexpr std::ptrdiff_t context = 16;
    const auto common =
        std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin();
    const auto same =
        std::mismatch(left.rbegin(), left.rend() - common, right.rbegin(), right.rend() - common).first -
        left.rbegin();
    std::size_t begin = common > context ? left.rfind(' ', static_cast<std::size_t>(common - context)) : 0;
    if (begin == left.npos) begin = 0;
    const auto tail = static_cast<std::size_t>(same);
    return fmt::format("`{}` instead of `{}`", excerpt(right, begin, tail), excerpt(left, begin, tail));
}

} // namespace headway::compiler
