#include "apply/handled_objects.hpp"

#include "sql/spelled_name.hpp"
#include "sql/token.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace headway::detail {
namespace {

/// A statement, read word by word.
class words {
public:
    words(std::string_view sql, std::size_t begin) : sql_(sql), at_(next_meaning(sql, begin)) {}
    bool skip(std::initializer_list<std::string_view> any) {
        const auto same = [&](std::string_view word) { return same_name(at_.in(sql_), word); };
        if (std::none_of(any.begin(), any.end(), same)) return false;
        at_ = next_meaning(sql_, at_.end);
        return true;
    }
    /// Behind its schema, if that stands before it.
    std::string name() {
        std::string first = unquote(at_.in(sql_));
        at_ = next_meaning(sql_, at_.end);
        return skip({"."}) ? unquote(at_.in(sql_)) : first;
    }

private:
    std::string_view sql_;
    token at_;
};

bool handles(std::string_view sql, std::string_view name) {
    for (const token& at : tokens(sql)) {
        words behind(sql, at.begin);
        if (!behind.skip({"create", "drop"})) continue;
        behind.skip({"temp", "temporary"});
        if (!behind.skip({"view", "trigger"})) continue;
        while (behind.skip({"if", "not", "exists"})) {
        }
        if (same_name(behind.name(), name)) return true;
    }
    return false;
}

} // namespace

bool handles(const history& h, std::string_view name) {
    std::string storage;
    for (std::uint32_t index = 0; index < h.count; ++index) {
        if (handles(up_sql(h, index, storage), name) || handles(down_sql(h, index, storage), name))
            return true;
    }
    return false;
}

} // namespace headway::detail
