#include "diagnostics/rule.hpp"

#include "catch.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string_view name(headway::compiler::severity level) {
    constexpr std::string_view names[] = {"note", "warning", "error"};
    return names[static_cast<std::size_t>(level)];
}

std::string render_row(const headway::compiler::rule_description& rule) {
    return fmt::format("\n| `{}` | {} | {} | {} |\n", rule.code, name(rule.level), rule.meaning, rule.remedy);
}

} // namespace

TEST_CASE("compiler/README.md documents every rule in the words of the table, and no other") {
    const std::string readme = read(HEADWAY_SOURCE_DIRECTORY "/compiler/README.md");
    const std::size_t begin = readme.find("\n## Rules\n");
    REQUIRE(begin != std::string::npos);
    const std::string part = readme.substr(begin, readme.find("\n## ", begin + 1) - begin);
    std::size_t rows = 0;
    for (std::size_t at = part.find("\n| `"); at != std::string::npos; at = part.find("\n| `", at + 1))
        ++rows;
    CHECK(rows == headway::compiler::rules().size());
    for (const headway::compiler::rule_description& rule : headway::compiler::rules()) {
        INFO(render_row(rule));
        CHECK(part.find(render_row(rule)) != std::string::npos);
    }
}

TEST_CASE("runtime/README.md documents every error code") {
    const std::string header = read(HEADWAY_SOURCE_DIRECTORY "/runtime/include/headway/error.hpp");
    const std::string readme = read(HEADWAY_SOURCE_DIRECTORY "/runtime/README.md");
    std::size_t line = header.find('\n', header.find("enum class error_code")) + 1;
    std::size_t codes = 0;
    for (; header.compare(line, 2, "};") != 0; line = header.find('\n', line) + 1, ++codes) {
        const std::size_t word = header.find_first_not_of(' ', line);
        const std::string code = header.substr(word, header.find(',', word) - word);
        INFO(code);
        CHECK(readme.find("| `" + code + "` |") != std::string::npos);
    }
    CHECK(codes > 10);
}

TEST_CASE("the runtime's README says what is done about every pragma of SQLite") {
    const std::string readme = read(HEADWAY_SOURCE_DIRECTORY "/runtime/README.md");
    const std::size_t begin = readme.find("\n## Settings of the connection\n");
    REQUIRE(begin != std::string::npos);
    const std::string part = readme.substr(begin, readme.find("\n## ", begin + 1) - begin);
    const SQLite::Database db(":memory:");
    SQLite::Statement pragma(db, "SELECT name FROM pragma_pragma_list");
    std::size_t count = 0;
    for (; pragma.executeStep(); ++count) {
        const std::string name = pragma.getColumn(0).getString();
        INFO(name);
        CHECK(part.find("`" + name) != std::string::npos);
    }
    CHECK(count > 50);
}
