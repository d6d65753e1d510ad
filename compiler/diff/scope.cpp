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

/// The names that a view or trigger speaks of, whatever they mean there.
void add_names_in(const schema_object& code, name_set& to) {
    for (const lexeme& one : code.meaning)
        to.insert(fold(one.text));
}

/// Adds what an object of the reach leads to; false if it is not of the reach, or leads to nothing.
bool reaches_on(const schema_object& object, name_set& reach) {
    const std::string name = fold(object.name);
    if (is_code(object)) {
        const bool is_reached = reach.contains(name) || reach.contains(fold(object.table));
        if (is_reached) add_names_in(object, reach);
        return is_reached;
    }
    const std::string content = fold(content_of(object).value_or(""));
    const bool is_reached = !content.empty() && (reach.contains(name) || reach.contains(content));
    if (is_reached) reach.insert({name, content});
    return is_reached;
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
        for (const auto& object : one->objects)
            if (is_code(*object)) add_names_in(*object, tables_);
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

std::unordered_set<std::string> tables_in_reach(const conversion& of, std::string_view sql) {
    name_set reach;
    for (const token& at : tokens(sql))
        reach.insert(fold(unquote(at.in(sql))));
    std::vector<const schema_object*> open;
    for (const side* one : {&of.from, &of.to}) {
        for (const auto& object : one->objects().objects)
            if (object->kind != object_kind::index) open.push_back(object.get());
    }
    const auto leads_on = [&](const schema_object* object) { return reaches_on(*object, reach); };
    while (std::erase_if(open, leads_on) > 0) {
    }
    return reach;
}

} // namespace headway::compiler
