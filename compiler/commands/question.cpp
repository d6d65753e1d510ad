#include "commands/question.hpp"

#include "sql/language.hpp"

#include <fmt/format.h>

#include <string>

namespace headway::compiler {
namespace {

std::string read_line(std::FILE* from) {
    std::string line;
    for (int c = std::fgetc(from); c != EOF && c != '\n'; c = std::fgetc(from))
        line += static_cast<char>(c);
    return line;
}

} // namespace

bool ask(std::string_view question, const shell& io) {
    fmt::print(io.err, "{} [y/N] ", question);
    std::fflush(io.err);
    const std::string answer = fold(read_line(io.in));
    if (std::feof(io.in) != 0) fmt::print(io.err, "\n");
    return answer == "y" || answer == "yes";
}

} // namespace headway::compiler
