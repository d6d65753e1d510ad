#include "commands/completion.hpp"

#include "commands/arguments.hpp"

#include <fmt/format.h>

#include <memory>

namespace headway {
namespace {

/// What stands in a word of the command line.
enum class word_kind { file, directory, revision, shell, text };

word_kind kind_of(std::string_view name) {
    if (name == "DIR") return word_kind::directory;
    if (name == "SHELL") return word_kind::shell;
    if (name == "FILE" || name == "DATABASE") return word_kind::file;
    for (const std::string_view revision : {"TARGET", "TARGETS", "REVISION", "REVISIONS", "START:END"})
        if (name == revision) return word_kind::revision;
    return word_kind::text;
}

/// Prints the ids, one per line.
constexpr std::string_view list_revisions =
    "headway history 2>/dev/null | sed -E 's/^(<base>|[^<>]*)( \\([^)]*\\))? -> ([^ ,]+).*/\\3/'";

/// `-m` and `--message` of `-m,--message`.
std::vector<std::string> spellings(const argument& of) {
    std::vector<std::string> names;
    for (std::string_view rest = of.names; !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

std::string all_spellings(const verb_description& of, std::string_view separator) {
    std::string text;
    for (const argument& each : of.arguments)
        if (each.is_option())
            for (const std::string& name : spellings(each))
                text += fmt::format("{}{}", name, separator);
    return text + "--help";
}

std::string names_of(const std::vector<verb_description>& verbs) {
    std::string text;
    for (const verb_description& each : verbs)
        text += fmt::format("{}{}", text.empty() ? "" : " ", each.of->name);
    return text;
}

std::string_view bash_action(word_kind kind) {
    switch (kind) {
    case word_kind::directory:
        return "compgen -d -- \"$word\"";
    case word_kind::file:
        return "compgen -f -- \"$word\"";
    case word_kind::revision:
        return "compgen -W \"head heads base $(_headway_revisions)\" -- \"$word\"";
    case word_kind::shell:
        return "compgen -W 'bash zsh fish' -- \"$word\"";
    case word_kind::text:
        return ":";
    }
    return ":";
}

std::string bash_values(const verb_description& of) {
    std::string text;
    for (const argument& each : of.arguments)
        if (each.is_option() && !each.value.empty())
            text += fmt::format("        {}:{}) {} ;;\n", of.of->name,
                                fmt::join(spellings(each), fmt::format("|{}:", of.of->name)),
                                bash_action(kind_of(each.value)));
    return text;
}

std::string_view positional_of(const verb_description& of) {
    for (const argument& each : of.arguments)
        if (!each.is_option()) return each.names;
    return {};
}

std::string quoted(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result;
}

/// Brackets and colons end what zsh shows of an option.
std::string zsh_text(std::string_view text) {
    std::string result;
    for (const char c : quoted(text)) {
        if (c == '[' || c == ']' || c == ':') result += '\\';
        result += c;
    }
    return result;
}

std::string_view zsh_action(word_kind kind) {
    switch (kind) {
    case word_kind::directory:
        return "_files -/";
    case word_kind::file:
        return "_files";
    case word_kind::revision:
        return "_headway_revisions";
    case word_kind::shell:
        return "(bash zsh fish)";
    case word_kind::text:
        return " ";
    }
    return " ";
}

std::string zsh_argument(const argument& of) {
    if (!of.is_option())
        return fmt::format("                '{}:{}:{}'", of.repeated ? "*" : "", of.names,
                           zsh_action(kind_of(of.names)));
    const auto names = spellings(of);
    const std::string value =
        of.value.empty() ? "" : fmt::format(":{}:{}", zsh_text(of.value), zsh_action(kind_of(of.value)));
    std::string text;
    for (const std::string& name : names)
        text += fmt::format("{}                '{}[{}]{}'", text.empty() ? "" : " \\\n", name,
                            zsh_text(of.meaning), value);
    return text;
}

std::string_view fish_action(word_kind kind) {
    switch (kind) {
    case word_kind::directory:
        return " -x -a '(__fish_complete_directories)'";
    case word_kind::file:
        return " -r -F";
    case word_kind::revision:
        return " -x -a '(__headway_revisions)'";
    case word_kind::shell:
        return " -x -a 'bash zsh fish'";
    case word_kind::text:
        return " -x";
    }
    return "";
}

std::string fish_argument(std::string_view verb, const argument& of) {
    std::string text = fmt::format("complete -c headway -n '__fish_seen_subcommand_from {}'", verb);
    if (!of.is_option()) return text + fmt::format("{}\n", fish_action(kind_of(of.names)));
    for (const std::string& name : spellings(of))
        text += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                       : fmt::format(" -s {}", name.substr(1));
    if (!of.value.empty()) text += fish_action(kind_of(of.value));
    return text + fmt::format(" -d '{}'\n", quoted(of.meaning));
}

} // namespace

std::string render_bash(const std::vector<verb_description>& verbs) {
    std::string text =
        fmt::format("# bash completion of headway; made by `headway completion bash`\n"
                    "_headway_revisions() {{\n    {}\n}}\n"
                    "_headway() {{\n"
                    "    local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}\n"
                    "    local verb=${{COMP_WORDS[1]}} options=\n"
                    "    COMPREPLY=()\n"
                    "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                    "        mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- \"$word\")\n"
                    "        return\n"
                    "    fi\n"
                    "    case $verb in\n",
                    list_revisions, names_of(verbs));
    for (const verb_description& each : verbs)
        text += fmt::format("        {}) options='{}' ;;\n", each.of->name, all_spellings(each, " "));
    text += "    esac\n"
            "    if [[ $word == -* ]]; then\n"
            "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
            "        return\n"
            "    fi\n"
            "    mapfile -t COMPREPLY < <(case $verb:$previous in\n";
    for (const verb_description& each : verbs)
        text += bash_values(each);
    for (const verb_description& each : verbs)
        if (const std::string_view name = positional_of(each); !name.empty())
            text += fmt::format("        {}:*) {} ;;\n", each.of->name, bash_action(kind_of(name)));
    return text + "    esac)\n}\ncomplete -F _headway headway\n";
}

std::string render_zsh(const std::vector<verb_description>& verbs) {
    std::string text =
        fmt::format("#compdef headway\n# zsh completion of headway; made by `headway completion zsh`\n"
                    "_headway_revisions() {{\n"
                    "    compadd head heads base ${{(f)\"$({})\"}}\n}}\n"
                    "_headway() {{\n"
                    "    local -a verbs=(\n",
                    list_revisions);
    for (const verb_description& each : verbs)
        text += fmt::format("        '{}:{}'\n", each.of->name, quoted(each.of->summary));
    text += "    )\n"
            "    if (( CURRENT == 2 )); then\n"
            "        _describe verb verbs\n"
            "        return\n"
            "    fi\n"
            "    shift words\n    (( CURRENT-- ))\n"
            "    case $words[1] in\n";
    for (const verb_description& each : verbs) {
        text += fmt::format("        {})\n            _arguments \\\n", each.of->name);
        for (const argument& one : each.arguments)
            text += zsh_argument(one) + " \\\n";
        text += "                '--help[Print this help]' ;;\n";
    }
    return text + "    esac\n}\ncompdef _headway headway\n";
}

std::string render_fish(const std::vector<verb_description>& verbs) {
    std::string text =
        fmt::format("# fish completion of headway; made by `headway completion fish`\n"
                    "function __headway_revisions\n    printf '%s\\n' head heads base\n    {}\nend\n"
                    "complete -c headway -f\n",
                    list_revisions);
    for (const verb_description& each : verbs)
        text += fmt::format("complete -c headway -n __fish_use_subcommand -a {} -d '{}'\n", each.of->name,
                            quoted(each.of->summary));
    for (const verb_description& each : verbs)
        for (const argument& one : each.arguments)
            text += fish_argument(each.of->name, one);
    return text;
}

namespace {

std::string render(std::string_view shell) {
    if (shell == "bash") return render_bash(describe_verbs());
    if (shell == "zsh") return render_zsh(describe_verbs());
    if (shell == "fish") return render_fish(describe_verbs());
    throw usage_error(fmt::format("there is no completion for `{}`: there are bash, zsh and fish", shell));
}

work declare(arguments& add) {
    const auto chosen = std::make_shared<std::string>();
    add.one("SHELL", *chosen, "bash, zsh or fish");
    return [chosen](const shell& io) {
        fmt::print(io.out, "{}", render(*chosen));
        return 0;
    };
}

constexpr example examples[] = {
    {"headway completion bash > ~/.local/share/bash-completion/completions/headway",
     "For the shells that are opened from now on"},
    {"headway completion zsh > ~/.zfunc/_headway", "With ~/.zfunc in fpath"},
    {"headway completion fish > ~/.config/fish/completions/headway.fish", "For fish"},
};

} // namespace

const verb completion_verb{"completion",
                           "Print a script that completes verbs, options and revisions in a shell", "",
                           examples, declare};

} // namespace headway
