#include "prove/changed_objects.hpp"

#include "schema/lookup.hpp"

#include <algorithm>

namespace headway::compiler {

std::vector<const schema_object*> changed_objects(const schema& before, const schema& after) {
    std::vector<const schema_object*> changed;
    auto [old, now] = std::mismatch(before.objects.begin(), before.objects.end(), after.objects.begin(),
                                    after.objects.end());
    for (; now != after.objects.end(); ++now) { // both are in order of rowid
        const auto& object = *now;
        while (old != before.objects.end() && (*old)->rowid < object->rowid)
            ++old;
        if (old == before.objects.end() || *old != object) changed.push_back(object.get());
    }
    return changed;
}

std::set<std::string> changed_keys(const schema& before, const schema& after) {
    std::set<std::string> keys;
    for (const schema_object* each : changed_objects(before, after)) {
        keys.insert(key_of(each->kind, each->name));
        keys.insert(key_of(object_kind::table, each->table));
    }
    return keys;
}

} // namespace headway::compiler
