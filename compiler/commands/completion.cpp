#include "manual/completion.hpp"
#include "commands/over_project.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace headway::compiler {
namespace {

struct completion_request {
    std::string shell;
    bool revisions = false;
    settings_flags where;
};

std::string render(std::string_view shell) {
    if (shell == "bash") return render_bash(describe_verbs());
    if (shell == "zsh") return render_zsh(describe_verbs());
    if (shell == "fish") return render_fish(describe_verbs());
    if (shell.empty()) throw usage_error("SHELL is required");
    throw usage_error(fmt::format("there is no completion for `{}`: there are bash, zsh and fish", shell));
}

int print_revisions(const project& of, const shell& io) {
    fmt::print(io.out, "head\tThe newest revision\nheads\tThe newest revision of each branch\n"
                       "base\tBefore the first revision\n");
    const auto& all = of.history.revisions;
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        fmt::print(io.out, "{}\t{}\n", each->from.id.text, each->from.summary);
        for (const spelled& label : each->from.labels)
            fmt::print(io.out, "{}\tThe branch of {}\n", label.text, each->from.id.text);
    }
    return 0;
}

int complete(const completion_request& request, const shell& io) {
    if (request.revisions) return over_project(request.where, print_revisions)(io);
    fmt::print(io.out, "{}", render(request.shell));
    return 0;
}

work declare_completion(arguments& add) {
    const auto request = std::make_shared<completion_request>();
    add.optional("SHELL", request->shell, "bash, zsh or fish");
    add.choices(std::array{"bash", "zsh", "fish"});
    add.flag("--revisions", request->revisions,
             "Print what names a revision, a line each with what it is: the scripts ask for this");
    add.project(request->where);
    return [request](const shell& io) { return complete(*request, io); };
}

constexpr example completion_examples[] = {
    {"headway completion bash > ~/.local/share/bash-completion/completions/headway",
     "For the shells that are opened from now on"},
    {"headway completion zsh > ~/.zfunc/_headway", "With ~/.zfunc in fpath"},
    {"headway completion fish > ~/.config/fish/completions/headway.fish", "For fish"},
};

} // namespace

const verb completion_verb{{"completion",
                            "Print a script that completes verbs, options and revisions in a shell", "",
                            completion_examples},
                           declare_completion};

} // namespace headway::compiler
