#include "schema/lookup.hpp"

#include "sql/name.hpp"

namespace headway::compiler {

std::string key_of(object_kind kind, std::string_view name) {
    return std::string(to_string(kind)) + ' ' + fold(name);
}

schema_lookup::schema_lookup(iterator begin, iterator end) {
    objects_.reserve(static_cast<std::size_t>(end - begin));
    for (; begin != end; ++begin)
        objects_.emplace(key_of((*begin)->kind, (*begin)->name), begin->get());
}

const schema_object* schema_lookup::find(object_kind kind, std::string_view name) const {
    const auto found = objects_.find(key_of(kind, name));
    return found == objects_.end() ? nullptr : found->second;
}

} // namespace headway::compiler
