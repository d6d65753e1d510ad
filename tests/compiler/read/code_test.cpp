#include "read/code.hpp"

#include "read/cpp_tokens.hpp"
#include "reading.hpp"

#include <string>
#include <vector>

namespace headway::tests {
namespace {

const std::string cpp_header = "// Hash.\n//\n// Revision ID: 005\n// Revises: 004\n\n";
const std::string functions = "void upgrade(headway::migration& db) { db.progress(); }\n"
                              "void downgrade(headway::migration&) {}\n";

std::string in_block(const std::string& body) {
    return "HEADWAY_MIGRATION(005) {\n" + body + "}\n";
}

source valid_code(const std::string& text) {
    return read_valid(text, "m/005_x.cpp");
}

std::string code_complaints(const std::string& text) {
    return complaints(text, "005_x.cpp");
}

std::vector<std::string> texts_of(std::string_view source) {
    std::vector<std::string> texts;
    for (const cpp_token& each : cpp_tokens(source))
        texts.emplace_back(each.text);
    return texts;
}

} // namespace

TEST_CASE("C++ is cut into strings, comments, numbers, words and the rest") {
    CHECK(texts_of("a+ +b++ // c\\\nd\n/* e */'\\''\"f\\\"g\"u8R\"x(h)\"i)x\"1'000.5e-3 j'k'") ==
          std::vector<std::string>{"a", "+", "+", "b", "++", "// c\\\nd", "/* e */", "'\\''", "\"f\\\"g\"",
                                   "u8R\"x(h)\"i)x\"", "1'000.5e-3", "j", "'k'"});
    CHECK(texts_of("\"open\nnext R\"never ends") ==
          std::vector<std::string>{"\"open", "next", "R\"never ends"});
    CHECK(texts_of("").empty());
}

TEST_CASE("a migration in C++ has the header of others, in the comments of C++") {
    const source read =
        valid_code("// Hash.\n// With care.\n//\n// Revision ID: 005\n// Revises: 003, 004\n"
                   "// Depends on: 002\n// Create Date: 2025-06-02\n// headway:allow no-image it is meant\n" +
                   in_block(functions));
    CHECK(read.summary == "Hash.");
    CHECK(read.revises.size() == 2);
    CHECK(read.depends_on.size() == 1);
    CHECK(read.created.has_value());
    CHECK(read.allowances.size() == 1);
    REQUIRE(read.code.has_value());
    CHECK(read.file->text.substr(read.code->upgrade.begin, 7) == "upgrade");
    CHECK(read.up.sql().empty());
    CHECK_FALSE(read.irreversible);
    CHECK(valid_code(cpp_header + in_block("void upgrade(headway::migration&) {}\nHEADWAY_IRREVERSIBLE;\n"))
              .irreversible);
}

TEST_CASE("the checksum of C++ is that of its tokens") {
    const checksum of = valid_code(cpp_header + in_block(functions)).checksum;
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string body = functions;
        return valid_code(cpp_header + in_block(body.replace(body.find(from), from.size(), to))).checksum;
    };
    CHECK(changed("{ db", "{\n    // why\n    db /* what */") == of);
    CHECK(changed("db.progress()", "db.cancelled()") != of);
    CHECK(valid_code("// Another summary.\n" + cpp_header + in_block(functions)).checksum == of);
}

TEST_CASE("functions are looked for where they have to be") {
    const auto lacks = [](const std::string& body, const std::string& what) {
        return code_complaints(cpp_header + body).find(what) != std::string::npos;
    };
    CHECK(lacks(functions, "'HEADWAY_MIGRATION(005)' is missing"));
    CHECK(lacks("HEADWAY_MIGRATION(006) {\n" + functions + "}\n",
                "this is revision '006', and the header says '005'"));
    CHECK(lacks(in_block("namespace { " + functions + " }\n"),
                "does not define 'void upgrade(headway::migration& db)', nor"));
    CHECK(lacks(in_block("// " + functions), "does not define 'void upgrade(headway::migration& db)' ["));
    CHECK(lacks(in_block("const char* s = R\"({)\";\nvoid upgrade(headway::migration&) {}\n"),
                "nothing takes this back"));
    CHECK(lacks(in_block(functions + "HEADWAY_IRREVERSIBLE;\n"), "[irreversible-body]"));
    CHECK(lacks(in_block(functions) + in_block(functions), "a second 'HEADWAY_MIGRATION'"));
    CHECK(lacks("", "is missing"));
    CHECK(code_complaints("").find("each .cpp file of this directory is a migration") != std::string::npos);
}

TEST_CASE("a twin says what C++ does to the schema, as a migration without a header") {
    const auto file =
        std::make_shared<source_text>(source_text{"m/005_x.cpp", cpp_header + in_block(functions)});
    const auto with_twin = [&](const std::string& text, diagnostics& found) {
        return read_source(file, found, engine::sqlite,
                           std::make_shared<source_text>(source_text{"m/005_x.schema.sql", text}));
    };
    diagnostics found;
    const auto read = with_twin(good_sections, found);
    REQUIRE(read.has_value());
    CHECK(read->up.sql() == "CREATE TABLE a (b);");
    CHECK(read->down.sql() == "DROP TABLE a;");
    CHECK(read->checksum == valid_code(file->text).checksum);
    for (const std::string& text :
         {good_header + good_sections, std::string("-- migrate:up\nCREATE TABLE a (b);\n"),
          std::string("-- migrate:up\nCREATE TABLE a (b);\n-- migrate:down irreversible\n"),
          std::string("-- migrate:up transaction:false\nVACUUM;\n-- migrate:down\nSELECT 1;\n")}) {
        CAPTURE(text);
        diagnostics wrong;
        CHECK_FALSE(with_twin(text, wrong).has_value());
        CHECK(wrong.render().find("m/005_x.schema.sql:") == 0);
    }
}

} // namespace headway::tests
