#include "manual/completion.hpp"
#include "manual/completion_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace headway::compiler {
namespace {

constexpr std::string_view zsh_begin = R"script(#compdef headway
# zsh completion of headway; made by `headway completion zsh`
_headway_revisions() {
    local -a where revisions
    local at
    for ((at = 2; at < CURRENT; ++at)); do
        case $words[at] in
            -d | --directory | -c | --config) where+=($words[at] ${(Q)words[at+1]}) ;;
            --directory=* | --config=*) where+=(${(Q)words[at]}) ;;
        esac
    done
    revisions=(${(f)"$(headway completion --revisions $where 2>/dev/null)"})
    revisions=(${revisions//$'\t'/:})
    compset -P '*[:@]'
    _describe -V revision revisions
}
_headway() {
    local -a verbs=(
)script";

constexpr std::string_view choose_verb = R"script(    )
    if (( CURRENT == 2 )); then
        if [[ $PREFIX == -* ]]; then
            compadd -- --help --version
        else
            _describe verb verbs
        fi
        return
    fi
    shift words
    (( CURRENT-- ))
    case $words[1] in
)script";

/// zsh runs the file as the function `_headway` when it is asked for the first time; `source` only
/// defines.
constexpr std::string_view zsh_end = R"script(    esac
}
if [[ $funcstack[1] == _headway ]]; then
    _headway "$@"
else
    compdef _headway headway
fi
)script";

/// Brackets and colons end what zsh shows of an option.
std::string text_of(std::string_view text) {
    std::string result;
    for (const char c : single_quoted(text)) {
        if (c == '[' || c == ']' || c == ':') result += '\\';
        result += c;
    }
    return result;
}

std::string zsh_action(const argument& of) {
    switch (kind_of(of)) {
    case word_kind::directory:
        return "_files -/";
    case word_kind::file:
        return "_files";
    case word_kind::revision:
        return "_headway_revisions";
    case word_kind::choice:
        return fmt::format("({})", choices_of(of));
    case word_kind::text:
        break;
    }
    return " ";
}

/// Options are given once, whichever spelling, unless they may be repeated. A value may be joined to
/// them.
std::string specification_of(const argument& of) {
    if (!of.is_option()) return fmt::format("'{}:{}:{}'", of.repeated ? "*" : "", of.names, zsh_action(of));
    const std::vector<std::string> names = spellings(of);
    std::string text;
    for (const std::string& name : names) {
        const std::string_view joint = of.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
        const std::string once = of.repeated ? "*" : fmt::format("({})", fmt::join(names, " "));
        text += fmt::format("{}'{}{}{}[{}]", text.empty() ? "" : " ", once, name, joint, text_of(of.meaning));
        if (!of.value.empty()) text += fmt::format(":{}:{}", text_of(of.value), zsh_action(of));
        text += "'";
    }
    return text;
}

} // namespace

std::string render_zsh(const std::vector<verb_description>& verbs) {
    std::string text(zsh_begin);
    for (const verb_description& each : verbs)
        text += fmt::format("        '{}:{}'\n", each.of->name, single_quoted(each.of->summary));
    text += choose_verb;
    for (const verb_description& each : verbs) {
        text += fmt::format("        {})\n            _arguments \\\n", each.of->name);
        for (const argument& one : each.arguments)
            text += fmt::format("                {} \\\n", specification_of(one));
        text += "                '--help[Print this help]'\n            ;;\n";
    }
    return text.append(zsh_end);
}

} // namespace headway::compiler
