#pragma once

#include "schema/schema.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace headway::compiler {

/// The objects of a schema by kind and name. Valid as long as the objects live.
class schema_lookup {
public:
    using iterator = std::vector<std::shared_ptr<const schema_object>>::const_iterator;

    explicit schema_lookup(const schema& of) : schema_lookup(of.objects.begin(), of.objects.end()) {}
    schema_lookup(iterator begin, iterator end);

    [[nodiscard]] const schema_object* find(object_kind, std::string_view name) const;
    [[nodiscard]] const schema_object* find(const schema_object& like) const {
        return find(like.kind, like.name);
    }

private:
    std::unordered_map<std::string, const schema_object*> objects_;
};

/// Kind and folded name: what identifies an object.
[[nodiscard]] std::string key_of(object_kind, std::string_view name);

} // namespace headway::compiler
