#include "rows/made_value.hpp"

#include "sql/name.hpp"

#include <algorithm>
#include <utility>

namespace headway::compiler {
std::size_t likeliest(const std::vector<std::vector<value>>& pool) {
    const auto is_zero = [](const std::vector<value>& one) {
        return one.front().type == value::kind::integer && one.front().integer == 0;
    };
    const auto zero = std::find_if(pool.begin(), pool.end(), is_zero);
    return zero == pool.end() ? 0 : static_cast<std::size_t>(zero - pool.begin());
}

std::vector<std::string> columns_of(const std::vector<made_value*>& values) {
    std::vector<std::string> result;
    for (const made_value* one : values)
        for (const table_column* column : one->columns)
            result.push_back(quote_name(column->name));
    return result;
}

std::vector<slot> slots_of(const std::vector<made_value*>& values) {
    std::vector<slot> result;
    for (const made_value* one : values) {
        slot& added = result.emplace_back(slot{{}, one->pool.size()});
        for (const table_column* column : one->columns)
            added.names.push_back(column->name);
    }
    return result;
}

std::vector<const value*> chosen(const std::vector<made_value*>& values, const row_choice& choice) {
    std::vector<const value*> result;
    for (std::size_t at = 0; at < values.size(); ++at)
        for (const value& one : values[at]->pool[choice[at]])
            result.push_back(&one);
    return result;
}

row_choice twin_of(const std::vector<made_value*>& values, const row_choice& other, row_choice fresh) {
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (!values[at]->distinct) fresh[at] = std::min(other[at], values[at]->pool.size() - 1);
    }
    return fresh;
}

} // namespace headway::compiler
