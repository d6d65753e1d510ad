#include "manual/completion.hpp"
#include "manual/completion_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace headway::compiler {
namespace {

constexpr std::string_view revisions_function =
    R"script(# bash completion of headway; made by `headway completion bash`
_headway_revisions() {
    local at value where=()
    for ((at = 2; at < COMP_CWORD; ++at)); do
        value=${COMP_WORDS[at]}
        [[ $value != = ]] || value=${COMP_WORDS[at + 1]}
        case ${COMP_WORDS[at - 1]} in
            -d | --directory | -c | --config) where+=("${COMP_WORDS[at - 1]}" "$value") ;;
        esac
    done
    headway completion --revisions "${where[@]}" 2>/dev/null | cut -f 1
}
)script";

/// Bash takes `:`, `=` and `@` for words of their own.
constexpr std::string_view bash_begin = R"script(_headway() {
    local at=$COMP_CWORD word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]}
    local previous before='' kind='' words='' options=''
    COMPREPLY=()
    if [[ $word == [:=@] ]]; then word=''; ((++at)); fi
    previous=${COMP_WORDS[at - 1]}
    if [[ $previous == = ]]; then
        previous=${COMP_WORDS[at - 2]}
        if [[ $previous != -* ]]; then
            before=$previous=
            previous=${COMP_WORDS[at - 3]}
            if [[ $previous == = ]]; then previous=${COMP_WORDS[at - 4]}; fi
        fi
    fi
)script";

constexpr std::string_view bash_end = R"script(    esac
    case $kind in
        directory)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$word")
            ;;
        file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
            ;;
        revision) mapfile -t COMPREPLY < <(compgen -W "$(_headway_revisions)" -- "$word") ;;
        choice)
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$before$word")
            COMPREPLY=("${COMPREPLY[@]#"$before"}")
            ;;
    esac
}
complete -F _headway headway
)script";

std::string_view name_of(word_kind kind) {
    switch (kind) {
    case word_kind::directory:
        return "directory";
    case word_kind::file:
        return "file";
    case word_kind::revision:
        return "revision";
    case word_kind::choice:
        return "choice";
    case word_kind::text:
        break;
    }
    return "text";
}

std::string names_of(const std::vector<verb_description>& verbs) {
    std::string text;
    for (const verb_description& each : verbs)
        text += fmt::format("{} ", each.of->name);
    return text;
}

std::string options_of(const verb_description& of) {
    std::string text;
    for (const argument& each : of.arguments)
        if (each.is_option()) text += fmt::format("{} ", fmt::join(spellings(each), " "));
    return text + "--help";
}

std::string settings_of(const argument& of) {
    const std::string kind = fmt::format("kind={}", name_of(kind_of(of)));
    return of.choices.empty() ? kind : fmt::format("{} words='{}'", kind, choices_of(of));
}

/// What stands behind each option, and otherwise.
std::string kinds_of(const verb_description& of) {
    std::string text;
    const argument* otherwise = nullptr;
    for (const argument& each : of.arguments) {
        if (!each.is_option())
            otherwise = &each;
        else if (!each.value.empty())
            text += fmt::format("        {}:{}) {} ;;\n", of.of->name,
                                fmt::join(spellings(each), fmt::format(" | {}:", of.of->name)),
                                settings_of(each));
    }
    if (otherwise != nullptr)
        text += fmt::format("        {}:*) {} ;;\n", of.of->name, settings_of(*otherwise));
    return text;
}

} // namespace

std::string render_bash(const std::vector<verb_description>& verbs) {
    std::string text = fmt::format("{}{}", revisions_function, bash_begin);
    text += fmt::format("    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                        "        mapfile -t COMPREPLY < <(compgen -W '{}--help --version' -- \"$word\")\n"
                        "        return\n"
                        "    fi\n"
                        "    case $verb in\n",
                        names_of(verbs));
    for (const verb_description& each : verbs)
        text += fmt::format("        {}) options='{}' ;;\n", each.of->name, options_of(each));
    text += "    esac\n"
            "    if [[ $word == -* ]]; then\n"
            "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
            "        return\n"
            "    fi\n"
            "    case $verb:$previous in\n"
            "        *:[:@]) kind=revision ;;\n";
    for (const verb_description& each : verbs)
        text += kinds_of(each);
    return text.append(bash_end);
}

} // namespace headway::compiler
