#include "schema/compare.hpp"

#include "schema/describe_table.hpp"
#include "schema/implied_columns.hpp"
#include "schema/lookup.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

namespace headway::compiler {
namespace {

using object_pointer = std::shared_ptr<const schema_object>;

/// The names that a token in double quotes may stand for, gathered when the first such token asks.
class known_names {
public:
    known_names(const schema& left, const schema& right) : schemas_{&left, &right} {}
    bool operator()(const std::string& folded) {
        if (names_.empty()) gather();
        return names_.contains(folded);
    }

private:
    void gather();
    std::array<const schema*, 2> schemas_;
    std::unordered_set<std::string> names_;
};

void known_names::gather() {
    names_.insert({"rowid", "oid", "_rowid_"});
    for (const schema* one : schemas_) {
        for (const object_pointer& object : one->objects) {
            names_.insert(fold(object->name));
            if (!object->structure) continue;
            for (const table_column& column : object->structure->columns)
                names_.insert(fold(column.name));
        }
    }
}

/// Compares an object of one schema with one of the other.
class comparison {
public:
    comparison(const schema& left, const schema& right, const known_name& known)
        : left_(left), right_(right), known_(known) {}
    bool same(const schema_object& left, const schema_object& right) const {
        if (left.index != right.index) return false;
        if (!left.structure || !right.structure) return same_meaning(left.meaning, right.meaning, known_);
        return same_structure(*left.structure, *right.structure) && same_statement(left, right);
    }

private:
    bool same_statement(const schema_object& left, const schema_object& right) const {
        return same_meaning(left.meaning, right.meaning, known_) ||
               (!left.structure->foreign_keys.empty() &&
                same_meaning(without_implied_columns(left.meaning, left_),
                             without_implied_columns(right.meaning, right_), known_));
    }
    bool same_references(const table_structure& left, const table_structure& right) const {
        const auto& [one, other] = std::tie(left.foreign_keys, right.foreign_keys);
        return one == other ||
               same_in_any_order(without_implied_columns(one, left_), without_implied_columns(other, right_));
    }
    bool same_structure(const table_structure& left, const table_structure& right) const {
        return left.is_virtual == right.is_virtual && left.without_rowid == right.without_rowid &&
               left.strict == right.strict && same_constraints(left, right) && same_references(left, right) &&
               std::equal(
                   left.columns.begin(), left.columns.end(), right.columns.begin(), right.columns.end(),
                   [&](const table_column& a, const table_column& b) { return same_column(a, b, known_); });
    }

    const schema& left_;
    const schema& right_;
    const known_name& known_;
};

difference make(difference_kind kind, const schema_object& object) {
    const bool on_table = object.kind == object_kind::index || object.kind == object_kind::trigger;
    return {kind, object.kind, object.name, on_table ? object.table : std::string(), {}};
}

/// Describes two objects of one kind and name that are not the same.
difference make_changed(const schema_object& expected, const schema_object& actual, const known_name& known) {
    difference result = make(difference_kind::changed, actual);
    if (expected.structure && actual.structure) {
        if (differ_in_column_order(expected, actual, known)) {
            result.kind = difference_kind::column_order;
        } else {
            result.details = describe_table(expected, actual, known);
        }
    } else if (!same_meaning(expected.meaning, actual.meaning, known)) {
        result.details = {
            {difference_kind::changed, "it is " + describe_statements(expected.sql, actual.sql)}};
    } else {
        result.details = {
            {difference_kind::changed, "SQLite reports another structure for the same statement"}};
    }
    return result;
}

} // namespace

std::vector<difference> compare(const schema& expected, const schema& actual) {
    // What both share at the start and at the end is skipped, so that the work is for what differs.
    const auto [left, right] = std::mismatch(expected.objects.begin(), expected.objects.end(),
                                             actual.objects.begin(), actual.objects.end());
    auto left_end = expected.objects.end();
    auto right_end = actual.objects.end();
    while (left_end != left && right_end != right && left_end[-1] == right_end[-1]) {
        --left_end;
        --right_end;
    }
    known_names names(expected, actual);
    const known_name known = [&](const std::string& folded) { return names(folded); };
    const comparison either(expected, actual, known);
    const schema_lookup wanted(left, left_end);
    const schema_lookup found(right, right_end);
    std::vector<difference> result;
    for (auto object = left; object != left_end; ++object) {
        const schema_object* other = found.find(**object);
        if (!other) {
            result.push_back(make(difference_kind::missing, **object));
        } else if (other != object->get() && !either.same(**object, *other)) {
            result.push_back(make_changed(**object, *other, known));
        }
    }
    for (auto object = right; object != right_end; ++object) {
        if (!wanted.find(**object)) result.push_back(make(difference_kind::extra, **object));
    }
    return result;
}

std::vector<std::string> describe(const difference& of, const difference_words& words) {
    const auto verb = [&](difference_kind kind) {
        return kind == difference_kind::missing ? words.missing
               : kind == difference_kind::extra ? words.extra
                                                : words.column_order;
    };
    const std::string subject = fmt::format("{} {}", to_string(of.object), of.name);
    if (of.kind != difference_kind::changed) return {fmt::format("{} {}", subject, verb(of.kind))};
    std::vector<std::string> lines;
    for (const difference_detail& detail : of.details) {
        lines.push_back(detail.kind == difference_kind::changed
                            ? fmt::format("{}: {}", subject, detail.what)
                            : fmt::format("{}: {} {}", subject, detail.what, verb(detail.kind)));
    }
    return lines;
}

} // namespace headway::compiler
