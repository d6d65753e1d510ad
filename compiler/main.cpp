#include "commands/commands.hpp"
#include "emit/name.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace {

using namespace headway;

/// A verb's work, once its arguments are read.
using work = std::function<int()>;

std::string check_name(const std::string& name) {
    return is_target_name(name) ? "" : "`" + name + "` cannot name a namespace of C++: choose another name";
}

work compile_verb(CLI::App& verb) {
    const auto request = std::make_shared<compile_request>();
    verb.add_option("--directory", request->directory, "Directory of the migrations")->required();
    verb.add_option("--name", request->name, "Name of the target, as a C identifier")
        ->required()
        ->check(check_name);
    verb.add_option("--output", request->output, "Directory to write the C++ to")->required();
    verb.add_option("--stamp", request->stamp, "File to touch on success");
    verb.add_option("--depfile", request->depfile, "File to list the inputs in, for Make and Ninja");
    verb.add_option("--depfile-target", request->depfile_target,
                    "What the depfile is about, if not the stamp");
    verb.add_option("--parts", request->parts, "Number of .cpp files")->check(CLI::Range(1, 1000));
    verb.add_flag("--multiple-heads", request->multiple_heads, "Permit more than one head");
    verb.add_flag("--multiple-bases", request->multiple_bases, "Permit more than one base");
    return [request] { return compile(*request, stdout, stderr); };
}

work lock_verb(CLI::App& verb) {
    const auto request = std::make_shared<lock_request>(lock_request{"migrations"});
    verb.add_option("--directory", request->directory, "Directory of the migrations")->capture_default_str();
    return [request] { return lock(*request, stdout, stderr); };
}

struct verb {
    const char* name;
    const char* summary;
    work (*declare)(CLI::App&);
};
constexpr verb verbs[] = {
    {"compile", "Emit a directory of migrations as C++; add_migrations() of CMake runs this", compile_verb},
    {"lock", "Rewrite headway.lock from the migrations", lock_verb},
};

int run(int argc, char** argv) {
    CLI::App app("Database migrations, compiled into the program.", "headway");
    app.set_version_flag("--version", "headway " HEADWAY_VERSION);
    app.require_subcommand(1);
    std::vector<std::pair<CLI::App*, work>> declared;
    for (const verb& v : verbs) {
        CLI::App* command = app.add_subcommand(v.name, v.summary);
        declared.emplace_back(command, v.declare(*command));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& mistake) {
        return app.exit(mistake) == 0 ? 0 : 2;
    }
    for (const auto& [command, perform] : declared)
        if (command->parsed()) return perform();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "headway: %s\n", failure.what());
        return 1;
    }
}
