#include "commands/arguments.hpp"
#include "diagnostics/shown.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace {

std::string_view variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// A dumb terminal shows the codes that move its cursor and change its colours as text.
headway::compiler::shell open_shell() {
    const bool clever = variable("TERM") != "dumb";
    const bool colour =
        variable("NO_COLOR").empty() && clever && ::isatty(STDOUT_FILENO) == 1; // no-color.org
    const bool watched = ::isatty(STDERR_FILENO) == 1;
    return {stdout, stderr, colour, clever && watched, stdin, watched && ::isatty(STDIN_FILENO) == 1};
}

} // namespace

int main(int argc, char** argv) {
    try {
        return headway::compiler::run_command_line(argc, argv, open_shell());
    } catch (const std::filesystem::filesystem_error& failure) {
        fmt::print(stderr, "headway: {}: {}\n", headway::compiler::shown(failure.path1().string()),
                   failure.code().message());
        return 1;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "headway: {}\n", headway::compiler::shown_lines(failure.what()));
        return 1;
    }
}
