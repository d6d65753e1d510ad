#include "rows/value.hpp"

#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <locale>
#include <sstream>

namespace headway::compiler {
namespace {

value integer(std::int64_t of) {
    return {value::kind::integer, of, 0, {}};
}
value real(double of) {
    return {value::kind::real, 0, of, {}};
}
value blob(std::string of) {
    return {value::kind::blob, 0, 0, std::move(of)};
}

/// Values by their type, and then in the order in which a column of some type wants them.
struct assortment {
    std::vector<value> integers{integer(1), integer(2), integer(3), integer(0), integer(-7), integer(1000)};
    std::vector<value> reals{real(1.5), real(-0.25), real(3.0)};
    std::vector<value> texts{text("a"), text("Bb"), text("12"), text(""), text("x y")};
    std::vector<value> blobs{blob("\x01\xff"), blob({})};

    void add_number(std::string_view literal);
    void add_text(std::string_view literal);
    void add(const lexeme&);
};

/// The least text that a pattern of GLOB or LIKE may mean: `1` for any letter, and of `[a-z]` the second.
std::string instance_of(std::string_view pattern) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char letter = pattern[at];
        const std::size_t close = letter == '[' ? pattern.find(']', at + 2) : pattern.npos;
        if (close != pattern.npos) {
            const bool is_range = close > at + 3 && pattern[at + 2] == '-';
            result += is_range && pattern[at + 1] < pattern[at + 3] ? static_cast<char>(pattern[at + 1] + 1)
                                                                    : pattern[at + 1];
            at = close;
        } else if (letter == '?' || letter == '_') {
            result += '1';
        } else if (letter != '*' && letter != '%') {
            result += letter;
        }
    }
    return result;
}

/// What from_chars does where it knows no fractions: in libc++ before 20.
bool read_fraction(std::string_view literal, double& into) {
    std::istringstream text{std::string(literal)};
    text.imbue(std::locale::classic());
    return (text >> into) && text.peek() == std::istringstream::traits_type::eof();
}

void assortment::add_number(std::string_view literal) {
    const char* const end = literal.data() + literal.size();
    std::int64_t whole = 0;
    double broken = 0;
    if (std::from_chars(literal.data(), end, whole).ptr == end) {
        for (const std::int64_t near : {whole, whole + 1, whole - 1, -whole})
            integers.push_back(integer(near));
        // Constraints on lengths are met by texts of that length.
        if (whole > 0 && whole <= 256)
            texts.push_back(text(std::string(static_cast<std::size_t>(whole), 'a')));
    } else if (read_fraction(literal, broken)) {
        for (const double near : {broken, broken + 1, broken - 1})
            reals.push_back(real(near));
    }
}

void assortment::add_text(std::string_view literal) {
    texts.push_back(text(std::string(literal)));
    if (literal.find_first_of("*?[_%") != literal.npos) texts.push_back(text(instance_of(literal)));
}

void assortment::add(const lexeme& one) {
    if (one.kind == lexeme_kind::either) texts.push_back(text(one.text));
    if (one.kind != lexeme_kind::literal) return;
    if (one.text.starts_with('\'')) {
        add_text(std::string_view(one.text).substr(1));
    } else {
        add_number(one.text);
    }
}

} // namespace

value text(std::string of) {
    return {value::kind::text, 0, 0, std::move(of)};
}

bool has_any(std::string_view type, std::initializer_list<std::string_view> parts) noexcept {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return type.find(part) != type.npos; });
}

std::string_view neutral_value(const table_column& column) {
    const std::string& type = column.type_meaning;
    if (has_any(type, {"int"})) return "0";
    if (has_any(type, {"char", "clob", "text"})) return "''";
    if (type.empty() || has_any(type, {"blob"})) return "x''";
    return has_any(type, {"real", "floa", "doub"}) ? "0.0" : "0";
}

void bind(SQLite::Statement& statement, int place, const value& one) {
    switch (one.type) {
    case value::kind::null:
        return statement.bind(place);
    case value::kind::integer:
        return statement.bind(place, one.integer);
    case value::kind::real:
        return statement.bind(place, one.real);
    case value::kind::text:
        return statement.bind(place, one.bytes);
    case value::kind::blob:
        return statement.bind(place, one.bytes.data(), static_cast<int>(one.bytes.size()));
    }
}

value read(SQLite::Statement& row, int column) {
    const SQLite::Column found = row.getColumn(column);
    switch (found.getType()) {
    case SQLITE_INTEGER:
        return integer(found.getInt64());
    case SQLITE_FLOAT:
        return real(found.getDouble());
    case SQLITE_TEXT:
        return text(found.getString());
    case SQLITE_BLOB:
        return blob(found.getString());
    default:
        return {};
    }
}

std::string spelling(const value& of) {
    constexpr double most = 9e15; // beyond it not every whole number is a double
    switch (of.type) {
    case value::kind::integer:
        return std::to_string(of.integer);
    case value::kind::real:
        if (of.real >= -most && of.real <= most && of.real == static_cast<double>(std::int64_t(of.real)))
            return std::to_string(std::int64_t(of.real));
        return std::to_string(of.real);
    case value::kind::text:
    case value::kind::blob:
        return of.bytes;
    case value::kind::null:
        break;
    }
    return {'\0'}; // no text that a column holds
}

std::vector<value> values_to_try(const table_column& column, const std::vector<const lexemes*>& statements) {
    assortment all;
    for (const lexemes* statement : statements)
        std::for_each(statement->begin(), statement->end(), [&](const lexeme& one) { all.add(one); });
    std::vector<std::vector<value>*> order{&all.integers, &all.reals, &all.texts, &all.blobs};
    const std::string_view kind = neutral_value(column);
    if (kind == "0.0") std::swap(order[0], order[1]);
    if (kind == "''") std::swap(order[0], order[2]);
    std::vector<value> result;
    for (const std::vector<value>* some : order)
        result.insert(result.end(), some->begin(), some->end());
    result.insert(result.begin() + place_of_null, value{});
    return result;
}

} // namespace headway::compiler
