#include "diff/scope.hpp"

#include "diff/clearing.hpp"
#include "diff/virtual_table.hpp"
#include "schema/compare.hpp"
#include "sql/name.hpp"

namespace headway::compiler {
namespace {

/// Schemas of more objects than this are large.
constexpr std::size_t many_objects = 300;

using name_set = std::unordered_set<std::string>;

name_set names_that_differ(const conversion& of) {
    name_set result;
    for (const difference& one : compare(of.to.objects(), of.from.objects())) {
        result.insert(fold(one.name));
        result.insert(fold(one.table));
    }
    for (const renaming& one : of.renamings) {
        result.insert(fold(one.table));
        if (one.column.empty()) result.insert(fold(one.from));
    }
    result.erase(""); // tables and views belong to no table
    return result;
}

bool is_code(const schema_object& object) {
    return object.kind == object_kind::view || object.kind == object_kind::trigger;
}

/// The names that views and triggers speak of, whatever they mean there.
void add_names_in_code(const schema& in, name_set& to) {
    for (const auto& object : in.objects) {
        if (!is_code(*object)) continue;
        for (const lexeme& one : object->meaning)
            to.insert(fold(one.text));
    }
}

} // namespace

scope::scope(const conversion& of) {
    const schema& from = of.from.objects();
    const schema& to = of.to.objects();
    all_ = from.objects.size() <= many_objects && to.objects.size() <= many_objects;
    if (all_) return;
    const name_set differing = names_that_differ(of);
    tables_ = differing;
    for (const schema* one : {&from, &to}) {
        add_names_in_code(*one, tables_);
        for (const auto& object : one->objects) {
            if (object->kind != object_kind::table) continue;
            const std::string content = fold(content_of(*object).value_or(""));
            if (mentions(*object, differing) || differing.contains(content))
                tables_.insert(fold(object->name));
            if (!content.empty() && tables_.contains(fold(object->name))) tables_.insert(content);
        }
    }
}

bool scope::contains(const schema_object& object) const {
    return all_ || is_code(object) || tables_.contains(fold(object.table));
}

schema scope::part_of(const schema& whole) const {
    if (all_) return whole;
    schema result;
    for (const auto& object : whole.objects) {
        if (contains(*object)) result.objects.push_back(object);
    }
    return result;
}

SQLite::Database scope::copy(const side& of) const {
    if (all_) return of.copy();
    SQLite::Database result = of.empty();
    for (const auto& object : part_of(of.objects()).objects)
        result.exec(object->sql);
    return result;
}

} // namespace headway::compiler
