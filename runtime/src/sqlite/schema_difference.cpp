#include "sqlite/schema_difference.hpp"

#include "apply/adopt.hpp"
#include "sql/spelled_name.hpp"
#include "sqlite/bookkeeping_tables.hpp"
#include "sqlite/name_pattern.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

std::string describe_change(const digested_object& due, const digested_object& live) {
    if (due.sql.empty()) return joined({"\n  ", live.name, " has another statement"});
    return joined({"\n  ", live.name, " has ", where_they_part(live.name, due.sql, live.sql)});
}

} // namespace

ignored_names::ignored_names(const history& h, const options& chosen) : patterns_(chosen.ignore) {
    for (std::string_view one = h.ignored; !one.empty(); one = one.data() + one.size() + 1) {
        patterns_.push_back(one);
    }
    for (std::uint32_t index = 0; index < h.adoption_count; ++index) {
        if (h.adopted_tool(index) == schema_tool) continue;
        for (std::string& table : tables_of(h.adoption_query(index))) {
            kept_.push_back(std::move(table));
        }
    }
}

bool ignored_names::has(const digested_object& object) const {
    if (object.may_be_modules || is_bookkeeping(object.table)) return true;
    const auto is_same = [&](const std::string& table) { return same_name(table, object.table); };
    if (std::any_of(kept_.begin(), kept_.end(), is_same)) return true;
    const std::string_view name = std::string_view(object.name).substr(object.name.find(' ') + 1);
    return std::any_of(patterns_.begin(), patterns_.end(), [&](std::string_view pattern) {
        return fits(pattern, name) || fits(pattern, object.table);
    });
}

void ignored_names::remove_from(std::vector<digested_object>& objects) const {
    const auto is_others = [&](const digested_object& one) { return has(one); };
    objects.erase(std::remove_if(objects.begin(), objects.end(), is_others), objects.end());
}

std::string differences(const std::vector<digested_object>& due, const std::vector<digested_object>& live,
                        const ignored_names& ignored) {
    std::string text;
    auto left = due.begin();
    auto right = live.begin();
    while (left != due.end() || right != live.end()) {
        if (right == live.end() || (left != due.end() && comes_before(left->name, right->name))) {
            text += joined({"\n  ", left->name, " is missing"});
            ++left;
        } else if (left == due.end() || comes_before(right->name, left->name)) {
            if (!ignored.has(*right)) text += joined({"\n  ", right->name, " comes from no revision"});
            ++right;
        } else {
            if (left->digest != right->digest) text += describe_change(*left, *right);
            ++left;
            ++right;
        }
    }
    return text;
}

} // namespace headway::detail
