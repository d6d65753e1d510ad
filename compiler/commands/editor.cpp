#include "commands/editor.hpp"

#include <fmt/format.h>

#include <sys/wait.h>

#include <cstdlib>

namespace headway::compiler {
namespace {

std::string chosen_editor() {
    for (const char* const variable : {"VISUAL", "EDITOR"})
        if (const char* const value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    return "vi";
}

std::string shell_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace

/// By the shell, since the variables may hold arguments: `code --wait`.
void open_editor(const std::string& path) {
    const std::string editor = chosen_editor();
    const int status = std::system(fmt::format("{} {}", editor, shell_quoted(path)).c_str());
    if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(
            fmt::format("the editor `{}` failed\nSet VISUAL or EDITOR to one that works.", editor));
}

} // namespace headway::compiler
