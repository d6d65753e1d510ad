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

void add_handled(std::string_view sql, std::vector<std::string>& to) {
    for (const token& at : tokens(sql)) {
        words behind(sql, at.begin);
        if (!behind.skip({"create", "drop"})) continue;
        behind.skip({"temp", "temporary", "unique"});
        if (!behind.skip({"view", "trigger", "index"})) continue;
        while (behind.skip({"if", "not", "exists"})) {
        }
        to.push_back(fold(behind.name()));
    }
}

} // namespace

bool handled_objects::have(std::string_view name) {
    if (!are_read_) {
        std::string storage;
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            add_handled(up_sql(history_, index, storage), names_);
            add_handled(down_sql(history_, index, storage), names_);
        }
        std::sort(names_.begin(), names_.end());
        are_read_ = true;
    }
    return std::binary_search(names_.begin(), names_.end(), fold(name));
}

} // namespace headway::detail
