#include "commands/arguments.hpp"
#include "manual/page.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

work declare_manual(arguments&) {
    return [](const shell& io) {
        fmt::print(io.out, "{}", render_manual(describe_verbs(), HEADWAY_VERSION));
        return 0;
    };
}

constexpr example manual_examples[] = {
    {"headway manual | man -l -", "Read it without installing it"},
};

} // namespace

const verb manual_verb{{"manual", "Print the manual page, headway(1)", "", manual_examples}, declare_manual};

} // namespace headway::compiler
