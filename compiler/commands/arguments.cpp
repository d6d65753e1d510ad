#include "commands/arguments.hpp"

#include "commands/command_line.hpp"
#include "commands/usage_mistake.hpp"
#include "diagnostics/nearest.hpp"
#include "diagnostics/shown.hpp"
#include "manual/completion_words.hpp"
#include "manual/help.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

/// With usage_mistake.cpp, what knows the parser of command lines.
namespace headway::compiler {
namespace {

/// Stands for the minus of `-1` while the parser looks at it: it would take it for an option.
constexpr char minus_sign = '\x1f';
/// Stands for `[`, which newer parsers take for the beginning of a list.
constexpr char bracket = '\x1e';

bool is_relative_step(std::string_view text) {
    return text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
}

std::string as_typed(std::string text) {
    std::replace(text.begin(), text.end(), minus_sign, '-');
    std::replace(text.begin(), text.end(), bracket, '[');
    return text;
}

/// The parser wants them last first.
std::vector<std::string> disguise(std::vector<std::string> words) {
    for (std::string& word : words) {
        if (is_relative_step(word)) word.front() = minus_sign;
        std::replace(word.begin(), word.end(), '[', bracket);
    }
    std::reverse(words.begin(), words.end());
    return words;
}

/// A verb as the parser holds it.
struct declared_verb {
    const verb* of;
    CLI::App* command;
    std::vector<argument> described;
    std::function<void()> check;
    work perform;
};

std::vector<declared_verb> declare_all(CLI::App& app) {
    std::vector<declared_verb> declared;
    for (const verb* const each : verbs()) {
        CLI::App* const command = app.add_subcommand(std::string(each->name));
        arguments add(*command);
        work perform = each->declare(add);
        declared.push_back({each, command, add.take_descriptions(), add.take_check(), std::move(perform)});
    }
    return declared;
}

const declared_verb* find_parsed(const std::vector<declared_verb>& declared) {
    const auto found = std::find_if(declared.begin(), declared.end(),
                                    [](const declared_verb& each) { return each.command->parsed(); });
    return found == declared.end() ? nullptr : &*found;
}

std::vector<verb_description> describe(const std::vector<declared_verb>& declared) {
    std::vector<verb_description> described;
    for (const declared_verb& each : declared)
        described.push_back({each.of, each.described});
    return described;
}

int print_help(const std::vector<declared_verb>& declared, const shell& io) {
    const declared_verb* const one = find_parsed(declared);
    fmt::print(io.out, "{}",
               one == nullptr ? render_overview(describe(declared)) : render_help({one->of, one->described}));
    return 0;
}

/// What other tools call their verbs.
constexpr std::pair<std::string_view, std::string_view> words_of_others[] = {
    {"up", "upgrade"},
    {"rollback", "downgrade"},
    {"new", "revision"},
    {"create", "revision"},
    {"autogenerate", "revision --autogenerate"},
};

/// What the user may have meant by the first word, which is no verb.
std::string suggest_verb(std::string_view word) {
    if (word == "list_templates") return "there are no templates: `headway init` writes what a project needs";
    for (const auto& [other, own] : words_of_others)
        if (word == other) return fmt::format("did you mean `{}`?", own);
    std::vector<std::string_view> names;
    for (const verb* const each : verbs())
        names.push_back(each->name);
    const std::string_view meant = nearest(word, names);
    return meant.empty() ? "`headway --help` lists the verbs" : fmt::format("did you mean `{}`?", meant);
}

int refuse(std::string_view mistake, std::string_view remedy, const shell& io) {
    fmt::print(io.err, "headway: {}\n{}\n", shown_lines(mistake), remedy);
    return 2;
}

/// Everything that some verb understands.
std::vector<argument> all_arguments(const std::vector<declared_verb>& declared) {
    std::vector<argument> all;
    for (const declared_verb& each : declared)
        all.insert(all.end(), each.described.begin(), each.described.end());
    return all;
}

int refuse_verb_usage(const std::string& mistake, const declared_verb& one,
                      const std::vector<std::string>& words, const shell& io) {
    const std::string remedy = fmt::format("`headway {} --help` shows how it is used", one.of->name);
    const std::string unknown = find_unknown_option(words, one.described);
    const std::string instead = unknown.empty() ? "" : suggest_option(unknown, one.described);
    return instead.empty() ? refuse(mistake, remedy, io)
                           : refuse(fmt::format("`{}` has no option `{}`", one.of->name, unknown),
                                    fmt::format("{}\n{}", instead, remedy), io);
}

int refuse_words(const std::vector<std::string>& words, const std::vector<declared_verb>& declared,
                 const shell& io) {
    if (words.empty()) return refuse("what is to be done?", "`headway --help` lists the verbs", io);
    const std::string& word = words.front();
    if (!word.starts_with('-'))
        return refuse(fmt::format("there is no verb `{}`", word), suggest_verb(word), io);
    const std::vector<argument> all = all_arguments(declared);
    const std::string unknown = find_unknown_option(words, all);
    if (unknown.empty()) return refuse("what is to be done?", "`headway --help` lists the verbs", io);
    const std::string instead = suggest_option(unknown, all);
    return refuse(fmt::format("there is no option `{}`", unknown),
                  instead.empty() ? "`headway --help` shows how it is used" : instead, io);
}

} // namespace

void arguments::flag(const char* names, bool& into, const char* meaning) {
    last_ = app_.add_flag(names, into, meaning);
    descriptions_.push_back({names, "", meaning});
}

CLI::Option& arguments::add_text(const char* names, std::string& into, argument described) {
    last_ = app_.add_option(names, into);
    last_->transform(as_typed);
    descriptions_.push_back(std::move(described));
    return *last_;
}

CLI::Option& arguments::add_texts(const char* names, std::vector<std::string>& into, argument described) {
    last_ = app_.add_option(names, into);
    last_->transform(as_typed);
    descriptions_.push_back(std::move(described));
    return *last_;
}

void arguments::option(const char* names, const char* value, std::string& into, const char* meaning) {
    add_text(names, into, {names, value, meaning});
}

void arguments::option(const char* names, const char* value, std::uint32_t& into, const char* meaning) {
    const std::string name = spellings({names, value, meaning}).back();
    last_ = app_.add_option_function<std::string>(names, [&into, name](const std::string& given) {
        const auto [end, wrong] = std::from_chars(given.data(), given.data() + given.size(), into);
        if (wrong != std::errc() || end != given.data() + given.size())
            throw usage_error(fmt::format("{} is a whole number, not {}", name, as_typed(given)));
    });
    descriptions_.push_back({names, value, meaning});
}

void arguments::option(const char* names, const char* value, std::optional<std::string>& into,
                       const char* meaning) {
    last_ = app_.add_option_function<std::string>(
        names, [&into](const std::string& given) { into = as_typed(given); });
    descriptions_.push_back({names, value, meaning});
}

void arguments::list(const char* names, const char* value, std::vector<std::string>& into,
                     const char* meaning) {
    add_texts(names, into, {names, value, meaning, false, true}).delimiter(',')->allow_extra_args(false);
}

void arguments::one(const char* name, std::string& into, const char* meaning) {
    add_text(name, into, {name, "", meaning, true}).required();
}

void arguments::optional(const char* name, std::string& into, const char* meaning) {
    add_text(name, into, {name, "", meaning});
}

void arguments::many(const char* name, std::vector<std::string>& into, const char* meaning) {
    add_texts(name, into, {name, "", meaning, true, true}).required();
}

void arguments::optional_many(const char* name, std::vector<std::string>& into, const char* meaning) {
    add_texts(name, into, {name, "", meaning, false, true});
}

void arguments::require() {
    last_->required();
    descriptions_.back().required = true;
}

int run_command_line(int argc, const char* const* argv, const shell& io) {
    CLI::App app("", "headway");
    app.set_version_flag("--version", "headway " HEADWAY_VERSION);
    app.require_subcommand(1);
    const std::vector<declared_verb> declared = declare_all(app);
    const std::vector<std::string> words = arrange({argv + 1, argv + argc}, describe(declared));
    try {
        app.parse(disguise(words));
    } catch (const CLI::CallForHelp&) {
        return print_help(declared, io);
    } catch (const CLI::CallForVersion& version) {
        fmt::print(io.out, "{}\n", version.what());
        return 0;
    } catch (const CLI::ParseError& mistake) {
        const declared_verb* const one = find_parsed(declared);
        return one == nullptr ? refuse_words(words, declared, io)
                              : refuse_verb_usage(
                                    as_typed(describe_mistake(mistake, *one->command, words, one->described)),
                                    *one, words, io);
    } catch (const usage_error& mistake) {
        return refuse_verb_usage(mistake.what(), *find_parsed(declared), {}, io);
    }
    const declared_verb& chosen = *find_parsed(declared);
    try {
        if (chosen.check) chosen.check();
        return chosen.perform(io);
    } catch (const usage_error& mistake) {
        return refuse_verb_usage(mistake.what(), chosen, {}, io);
    }
}

std::vector<verb_description> describe_verbs() {
    CLI::App app;
    return describe(declare_all(app));
}

} // namespace headway::compiler
