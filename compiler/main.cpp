#include "commands/arguments.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace {

headway::shell open_shell() {
    const char* const no_colour = std::getenv("NO_COLOR"); // https://no-color.org
    const bool colour = (no_colour == nullptr || *no_colour == '\0') && ::isatty(STDOUT_FILENO) == 1;
    const bool watched = ::isatty(STDERR_FILENO) == 1;
    return {stdout, stderr, colour, watched, stdin, watched && ::isatty(STDIN_FILENO) == 1};
}

} // namespace

int main(int argc, char** argv) {
    try {
        return headway::run_command_line(argc, argv, open_shell());
    } catch (const std::filesystem::filesystem_error& failure) {
        fmt::print(stderr, "headway: {}: {}\n", failure.path1().string(), failure.code().message());
        return 1;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "headway: {}\n", failure.what());
        return 1;
    }
}
