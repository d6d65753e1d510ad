#include "commands/command_line.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

using words = std::vector<std::string>;

constexpr verb_words upgrade{"upgrade", "", "", {}};
constexpr verb_words heads{"heads", "", "", {}};

std::vector<verb_description> verbs() {
    return {{&upgrade, {{"TARGET", "", ""}, {"-c,--config", "FILE", ""}, {"--plan", "", ""}}},
            {&heads, {{"-v,--verbose", "", ""}}}};
}

} // namespace

TEST_CASE("options in front of the verb go behind it, with their values") {
    CHECK(arrange({"-c", "a.toml", "upgrade", "head"}, verbs()) == words{"upgrade", "-c", "a.toml", "head"});
    CHECK(arrange({"-ca.toml", "upgrade"}, verbs()) == words{"upgrade", "-ca.toml"});
    CHECK(arrange({"--config=a.toml", "--plan", "upgrade"}, verbs()) ==
          words{"upgrade", "--config=a.toml", "--plan"});
}

TEST_CASE("words behind the verb stay where they are") {
    CHECK(arrange({"upgrade", "--plan", "heads"}, verbs()) == words{"upgrade", "--plan", "heads"});
    CHECK(arrange({"upgrade", "-1"}, verbs()) == words{"upgrade", "-1"});
}

TEST_CASE("what no verb knows is left in front for the parser to refuse") {
    CHECK(arrange({"-x", "a=b", "upgrade"}, verbs()) == words{"-x", "a=b", "upgrade"});
    CHECK(arrange({"-c", "a.toml"}, verbs()) == words{"-c", "a.toml"});
}

TEST_CASE("help VERB is VERB --help, and what is no verb is not") {
    CHECK(arrange({"help", "heads"}, verbs()) == words{"heads", "--help"});
    CHECK(arrange({"help"}, verbs()) == words{"--help"});
    CHECK(arrange({"help", "tails"}, verbs()) == words{"tails"});
}

TEST_CASE("a number with a sign is a target, not an option") {
    const std::vector<argument> known = verbs()[0].arguments;
    CHECK(find_unknown_option({"upgrade", "-2", "-", "--plan", "-ca.toml"}, known).empty());
    CHECK(find_unknown_option({"upgrade", "--paln=1"}, known) == "--paln");
    CHECK(find_unknown_option({"upgrade", "-xa=b"}, known) == "-x");
}

TEST_CASE("an option that is not there is answered with what there is instead") {
    const std::vector<argument> known = verbs()[0].arguments;
    CHECK(suggest_option("--paln", known) == "did you mean `--plan`?");
    CHECK(suggest_option("--name", known).find("-c FILE") != std::string::npos);
    CHECK(suggest_option("--entirely-else", known).empty());
    CHECK(suggest_option("-z", known).empty());
}

} // namespace headway::tests
