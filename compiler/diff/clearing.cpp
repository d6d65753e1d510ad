#include "diff/clearing.hpp"

#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace headway::compiler {
namespace {

bool is_name(const lexeme& one) {
    return one.kind == lexeme_kind::word || one.kind == lexeme_kind::name || one.kind == lexeme_kind::either;
}

} // namespace

bool mentions(const schema_object& object, const std::unordered_set<std::string>& names) {
    return std::any_of(object.meaning.begin(), object.meaning.end(),
                       [&](const lexeme& one) { return is_name(one) && names.contains(fold(one.text)); });
}

std::vector<const schema_object*> in_the_way(const schema& now,
                                             const std::unordered_set<std::string>& changed,
                                             std::unordered_set<std::string> names) {
    std::unordered_set<const schema_object*> going;
    for (bool more = true; more;) {
        more = false;
        for (const auto& object : now.objects) {
            const bool stays = object->kind == object_kind::table || object->kind == object_kind::index;
            if (stays || going.contains(object.get())) continue;
            if (!changed.contains(key_of(object->kind, object->name)) && !mentions(*object, names)) continue;
            going.insert(object.get());
            if (object->kind == object_kind::view) names.insert(fold(object->name));
            more = true;
        }
    }
    std::vector<const schema_object*> result;
    for (const auto& object : now.objects) {
        if (going.contains(object.get())) result.push_back(object.get());
    }
    return result;
}

std::string drop_statement(const schema_object& object) {
    std::string kind(to_string(object.kind));
    std::transform(kind.begin(), kind.end(), kind.begin(),
                   [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    return fmt::format("DROP {} {};", kind, quote_name(object.name));
}

} // namespace headway::compiler
