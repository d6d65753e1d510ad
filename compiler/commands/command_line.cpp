#include "commands/command_line.hpp"

#include "diagnostics/nearest.hpp"
#include "manual/completion_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// An option of Alembic that Headway does not have.
struct foreign_option {
    std::string_view name;
    std::string_view instead;
};

constexpr foreign_option foreign_options[] = {
    {"-n", "headway.toml has no sections: -c FILE names another file, --database another database"},
    {"--name", "headway.toml has no sections: -c FILE names another file, --database another database"},
    {"-x", "there is no env.py to read it: --database names the database"},
    {"--tag", "there is no env.py to read it"},
    {"--raiseerr", "nothing has to be raised: the whole message is always printed"},
    {"-q", "nothing is printed but what was asked for; > /dev/null does away with that, too"},
    {"--quiet", "nothing is printed but what was asked for; > /dev/null does away with that, too"},
    {"--sql", "a script is what `upgrade`, `downgrade` and `stamp` print"},
    {"-t", "there is nothing to choose: `headway init` writes what a project needs"},
    {"--version-path", "a project has one directory of migrations: -d DIR names it"},
    {"--template", "there is nothing to choose: `headway init` writes what a project needs"},
    {"--resolve-dependencies",
     "a head that another revision depends on is a head of its branch all the same"},
};

/// `--name` of `--name=value`, `-c` of `-cvalue`.
std::string_view name_of(std::string_view word) {
    return word.starts_with("--") ? word.substr(0, word.find('=')) : word.substr(0, 2);
}

bool looks_like_option(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && (word[1] < '0' || word[1] > '9') && word != "--";
}

const argument* find_option(const std::vector<argument>& known, std::string_view name) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const argument& each) {
        if (!each.is_option()) return false;
        const std::vector<std::string> names = spellings(each);
        return std::find(names.begin(), names.end(), name) != names.end();
    });
    return found == known.end() ? nullptr : &*found;
}

const argument* find_option(const std::vector<verb_description>& verbs, std::string_view name) {
    for (const verb_description& each : verbs)
        if (const argument* const found = find_option(each.arguments, name)) return found;
    return nullptr;
}

/// How many words an option in front of the verb takes: none if no verb knows it.
std::size_t length_of(std::string_view word, const std::vector<verb_description>& verbs) {
    const argument* const option = looks_like_option(word) ? find_option(verbs, name_of(word)) : nullptr;
    if (option == nullptr) return 0;
    const bool has_value = !option->value.empty();
    return has_value && name_of(word) == word ? 2 : 1;
}

bool is_verb(std::string_view word, const std::vector<verb_description>& verbs) {
    return std::any_of(verbs.begin(), verbs.end(),
                       [&](const verb_description& each) { return each.of->name == word; });
}

} // namespace

const argument* option_named(std::string_view word, const std::vector<argument>& known) {
    return looks_like_option(word) ? find_option(known, name_of(word)) : nullptr;
}

std::vector<std::string> arrange(std::vector<std::string> words, const std::vector<verb_description>& verbs) {
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        if (words.empty() || is_verb(words.front(), verbs)) words.emplace_back("--help");
        return words; // what is no verb is refused as such
    }
    std::size_t verb = 0;
    while (verb < words.size()) {
        const std::size_t length = length_of(words[verb], verbs);
        if (length == 0) break;
        verb += length;
    }
    if (verb < words.size() && !looks_like_option(words[verb]))
        std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(verb),
                    words.begin() + static_cast<std::ptrdiff_t>(verb) + 1);
    return words;
}

std::string find_unknown_option(const std::vector<std::string>& words, const std::vector<argument>& known) {
    for (const std::string& word : words)
        if (looks_like_option(word) && option_named(word, known) == nullptr)
            return std::string(name_of(word));
    return "";
}

std::string suggest_option(std::string_view unknown, const std::vector<argument>& known) {
    for (const foreign_option& each : foreign_options)
        if (each.name == unknown) return std::string(each.instead);
    std::vector<std::string> names{"--help"};
    for (const argument& each : known)
        if (each.is_option())
            for (std::string& name : spellings(each))
                if (name.starts_with("--")) names.push_back(std::move(name));
    const std::vector<std::string_view> choices(names.begin(), names.end());
    const std::string_view meant = unknown.starts_with("--") ? nearest(unknown, choices) : "";
    return meant.empty() ? "" : fmt::format("did you mean `{}`?", meant);
}

} // namespace headway::compiler
