#include "manual/completion.hpp"
#include "manual/completion_words.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

constexpr std::string_view functions =
    R"script(# fish completion of headway; made by `headway completion fish`
function __headway_revisions
    set -l where
    set -l option
    for word in (commandline -opc)
        if test -n "$option"
            set -a where $option $word
            set option
        else
            switch $word
                case -d --directory -c --config
                    set option $word
                case '--directory=*' '--config=*'
                    set -a where $word
            end
        end
    end
    set -l before (string match -r '^.*[:@]' -- (commandline -ct))
    for revision in (headway completion --revisions $where 2>/dev/null)
        echo "$before$revision"
    end
end
function __headway_verb
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = $argv[1]
end
complete -c headway -f
complete -c headway -n __fish_use_subcommand -l version -d 'Print the version'
complete -c headway -s h -l help -d 'Print help'
)script";

std::string fish_action(const argument& of) {
    switch (kind_of(of)) {
    case word_kind::directory:
        return " -x -a '(__fish_complete_directories)'";
    case word_kind::file:
        return " -r -F";
    case word_kind::revision:
        return " -x -k -a '(__headway_revisions)'";
    case word_kind::choice:
        return fmt::format(" -x -a '{}'", choices_of(of));
    case word_kind::text:
        break;
    }
    return " -x";
}

std::string line_of(std::string_view verb, const argument& of) {
    std::string text = fmt::format("complete -c headway -n '__headway_verb {}'", verb);
    if (!of.is_option()) return text + fmt::format("{}\n", fish_action(of));
    for (const std::string& name : spellings(of))
        text += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                       : fmt::format(" -s {}", name.substr(1));
    if (!of.value.empty()) text += fish_action(of);
    return text + fmt::format(" -d '{}'\n", single_quoted(of.meaning));
}

} // namespace

std::string render_fish(const std::vector<verb_description>& verbs) {
    std::string text(functions);
    for (const verb_description& each : verbs)
        text += fmt::format("complete -c headway -n __fish_use_subcommand -a {} -d '{}'\n", each.of->name,
                            single_quoted(each.of->summary));
    for (const verb_description& each : verbs)
        for (const argument& one : each.arguments)
            text += line_of(each.of->name, one);
    return text;
}

} // namespace headway::compiler
