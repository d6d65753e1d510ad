#include "prove/statement_words.hpp"

#include <algorithm>

namespace headway::compiler {

statement_words words_of(std::string_view sql, std::size_t begin, std::size_t end) {
    statement_words result;
    for (const token& each : tokens(sql.substr(0, end), begin))
        result.push_back({each, fold(each.in(sql))});
    return result;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) noexcept {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t closing(const statement_words& all, std::size_t open) noexcept {
    int depth = 0;
    for (std::size_t at = open; at < all.size(); ++at) {
        depth += all[at].text == "(" ? 1 : all[at].text == ")" ? -1 : 0;
        if (depth == 0) return at;
    }
    return all.size();
}

int count_arguments(const statement_words& all, std::size_t open) noexcept {
    const std::size_t end = closing(all, open);
    if (end <= open + 1) return 0;
    int depth = 0;
    int commas = 0;
    for (std::size_t at = open + 1; at < end; ++at) {
        depth += all[at].text == "(" ? 1 : all[at].text == ")" ? -1 : 0;
        commas += depth == 0 && all[at].text == "," ? 1 : 0;
    }
    return commas + 1;
}

} // namespace headway::compiler
