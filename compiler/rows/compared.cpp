#include "rows/compared.hpp"

#include "sql/language.hpp"
#include "sql/name.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

bool is_comparison(std::string_view word) {
    constexpr std::array<std::string_view, 11> all{
        "=", "==", "<", ">", "<=", ">=", "<>", "!=", "like", "glob", "between"};
    return std::find(all.begin(), all.end(), word) != all.end();
}

/// Goes from token to token.
class comparison_reader {
public:
    void pass(const token& at, std::string_view text) {
        const std::string word = fold(text);
        const bool is_truth = compares_ && (word == "true" || word == "false");
        if (at.kind == token_kind::string || at.kind == token_kind::number || is_truth) {
            add(text);
        } else if (is_comparison(word)) {
            compares_ = true;
        } else if (word == "in") {
            expects_list_ = true;
        } else if (word == "(" && expects_list_) {
            compares_ = in_list_ = true;
            expects_list_ = false;
        } else if (compares_ && (word == "-" || word == "+")) {
            sign_ = word;
        } else if (word != "not" && word != "is" && word != "." && !(in_list_ && word == ",")) {
            const bool is_name = at.kind == token_kind::word || at.kind == token_kind::quoted_name;
            column_ = is_name ? fold(unquote(text)) : std::string();
            compares_ = in_list_ = expects_list_ = false;
        }
    }
    [[nodiscard]] std::map<std::string, std::vector<std::string>> take() { return std::move(found_); }

private:
    void add(std::string_view literal) {
        constexpr std::size_t most = 4;
        if (compares_ && !column_.empty() && found_[column_].size() < most)
            found_[column_].push_back(sign_ + std::string(literal));
        sign_.clear();
        compares_ = in_list_;
    }

    std::map<std::string, std::vector<std::string>> found_;
    std::string column_;
    std::string sign_;
    bool compares_ = false;
    bool expects_list_ = false;
    bool in_list_ = false;
};

} // namespace

std::map<std::string, std::vector<std::string>> compared_literals(std::string_view sql) {
    comparison_reader reader;
    for (const token& at : tokens(sql))
        reader.pass(at, at.in(sql));
    return reader.take();
}

} // namespace headway::compiler
