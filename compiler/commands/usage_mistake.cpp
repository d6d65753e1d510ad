#include "commands/usage_mistake.hpp"

#include "commands/command_line.hpp"
#include "manual/completion_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace headway::compiler {
namespace {

/// An option that takes one value and was given several, or a flag that was given one.
std::string describe_mismatch(const std::vector<std::string>& words, const std::vector<argument>& known) {
    std::vector<const argument*> seen;
    for (const std::string& word : words) {
        const argument* const option = option_named(word, known);
        if (option == nullptr) continue;
        const std::string name = spellings(*option).back();
        const bool again = std::find(seen.begin(), seen.end(), option) != seen.end();
        if (option->value.empty() && word.find('=') != word.npos)
            return fmt::format("{} takes no value", name);
        if (!option->value.empty() && again && !option->repeated)
            return fmt::format("{} is given twice", name);
        seen.push_back(option);
    }
    return seen.empty() ? "" : fmt::format("{} needs a value", spellings(*seen.back()).back());
}

/// The first that is required and was not given.
std::string describe_missing(const CLI::App& verb) {
    for (const CLI::Option* const each : verb.get_options())
        if (each->get_required() && each->count() == 0)
            return fmt::format("{} is required", each->get_name());
    return "";
}

/// What nothing understood, in the order in which it was typed.
std::string describe_extras(const CLI::App& verb, const std::vector<std::string>& words) {
    std::vector<std::string> left = verb.remaining(true);
    const auto place = [&](const std::string& one) { return std::find(words.begin(), words.end(), one); };
    std::stable_sort(left.begin(), left.end(), [&](const std::string& one, const std::string& other) {
        return place(one) < place(other);
    });
    if (left.empty()) return "";
    return fmt::format("The following {} not expected: {}",
                       left.size() == 1 ? "argument was" : "arguments were", fmt::join(left, " "));
}

} // namespace

std::string describe_mistake(const CLI::ParseError& thrown, const CLI::App& verb,
                             const std::vector<std::string>& words, const std::vector<argument>& known) {
    const bool is_complete = dynamic_cast<const CLI::RequiredError*>(&thrown) != nullptr ||
                             dynamic_cast<const CLI::ExtrasError*>(&thrown) != nullptr;
    std::string said = is_complete ? describe_missing(verb) : describe_mismatch(words, known);
    if (said.empty() && is_complete) said = describe_extras(verb, words);
    return said.empty() ? thrown.what() : said;
}

} // namespace headway::compiler
