#include "emit/name.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

/// Words that C++17 or a later standard keeps to itself, and the namespaces that are not ours to open, each
/// between two spaces.
constexpr std::string_view taken =
    " "
    "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t "
    "char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr "
    "constinit continue decltype default delete do double dynamic_cast else enum explicit export extern "
    "false float for friend goto headway if inline int long mutable namespace new noexcept not not_eq "
    "nullptr operator or or_eq private protected public register reinterpret_cast requires return short "
    "signed sizeof static static_assert static_cast std struct switch template this thread_local throw "
    "true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq ";

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_taken(std::string_view word) noexcept {
    for (std::size_t at = taken.find(word); at != taken.npos; at = taken.find(word, at + 1))
        if (taken[at - 1] == ' ' && taken[at + word.size()] == ' ') return true;
    return false;
}

bool is_namespace(std::string_view word) noexcept {
    return !word.empty() && !is_digit(word.front()) &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_letter(c) || is_digit(c); }) &&
           !is_taken(word);
}

} // namespace

std::string_view stem_of(std::string_view name) noexcept {
    constexpr std::string_view suffix = "_migrations";
    return name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size()) : name;
}

bool is_target_name(std::string_view name) noexcept {
    return is_namespace(name) && is_namespace(stem_of(name));
}

} // namespace headway::compiler
