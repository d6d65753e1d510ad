#include "reading.hpp"

#include <fmt/format.h>

namespace headway::tests {
using namespace compiler;
namespace {

/// The file with this header.
std::string with_header(std::string_view header) {
    return std::string(header) + "\n" + good_sections;
}

using name_list = std::vector<std::string>;
name_list texts(const std::vector<spelled>& list) {
    name_list found;
    for (const spelled& each : list)
        found.push_back(each.text);
    return found;
}

std::string at(const location& where) {
    return where.file->text.substr(where.begin, where.end - where.begin);
}

/// The complaints about a header whose first three lines are good.
std::string places_with_line(std::string_view line) {
    return places(with_header("-- X.\n--\n-- Revision ID: 005\n-- Revises: 004\n" + std::string(line)));
}

} // namespace

TEST_CASE("every line of a full header is read") {
    const source read =
        read_valid(with_header("-- Add a table.\n-- And say why.\n--\n-- It was missing.\n--\n"
                               "-- Revision ID: 005\n-- Revises: 003, 004\n-- Depends on: a.b,c_1\n"
                               "-- Branch labels: orders , billing\n"
                               "-- Create Date: 1970-01-01 00:00:01+00:00\n"));
    CHECK(read.summary == "Add a table.");
    CHECK(read.description == "Add a table.\nAnd say why.\n\nIt was missing.");
    CHECK(read.id.text == "005");
    CHECK(texts(read.revises) == name_list{"003", "004"});
    CHECK(texts(read.depends_on) == name_list{"a.b", "c_1"});
    CHECK(texts(read.labels) == name_list{"orders", "billing"});
    CHECK(read.created == 1'000'000);
    CHECK(read.file->path == "m/005_x.sql");
    CHECK(read.file_name == "005_x.sql");
    CHECK(at(read.id.where) == "005");
    CHECK(at(read.revises[1].where) == "004");
    CHECK(at(read.labels[1].where) == "billing");
}

TEST_CASE("an empty Revises, or base, makes a root") {
    for (const char* value : {"", " ", " base", "\t base  "}) {
        CAPTURE(value);
        CHECK(read_valid(with_header("-- X.\n-- Revision ID: 005\n-- Revises:" + std::string(value) + "\n"))
                  .revises.empty());
    }
}

TEST_CASE("dependencies and labels may be empty, the date may be left out") {
    const source read = read_valid(
        with_header("-- X.\n-- Revision ID: 005\n-- Revises: 4\n-- Depends on:\n-- Branch labels:\n"));
    CHECK(read.depends_on.empty());
    CHECK(read.labels.empty());
    CHECK_FALSE(read.created.has_value());
}

TEST_CASE("a parent that is listed twice is for the graph to judge") {
    CHECK(read_valid(with_header("-- X.\n-- Revision ID: 005\n-- Revises: 4, 4\n")).revises.size() == 2);
}

TEST_CASE("prose of the first paragraph may have colons") {
    CHECK(read_valid(with_header("-- Note: this is about users:\n-- Warning: slow\n--\n-- Revision ID: 005\n"
                                 "-- Revises: 4\n"))
              .description == "Note: this is about users:\nWarning: slow");
}

TEST_CASE("prose of later paragraphs may have colons that end no words") {
    CHECK(read_valid(
              with_header("-- X.\n--\n-- See https://example.org, at 9:30, or C:x.\n-- Revision ID: 005\n"
                          "-- Revises: 4\n"))
              .description == "X.\n\nSee https://example.org, at 9:30, or C:x.");
}

TEST_CASE("the description may follow the keys, without dashes around and with its indentation") {
    const source read = read_valid(with_header("-------------\n-- Revision ID: 005\n-- Revises: 4\n--\n"
                                               "--   Add\n--     a list\n----------\n"));
    CHECK(read.summary == "Add");
    CHECK(read.description == "Add\n    a list");
}

TEST_CASE("blank lines separate paragraphs as empty comments do") {
    CHECK(read_valid("\n\n-- A.\n-- B.\n\n\n-- C.\n\n-- Revision ID: 005\n-- Revises: 4\n" + good_sections)
              .description == "A.\nB.\n\nC.");
}

TEST_CASE("keys may stand in the first paragraph, without space around the colon") {
    const source read = read_valid(with_header("-- X.\n--Revision ID:005\n--   Revises:4\n"));
    CHECK(read.id.text == "005");
    CHECK(texts(read.revises) == name_list{"4"});
    CHECK(read.description == "X.");
}

TEST_CASE("a misspelled key is refused with the one that is meant, and read as that") {
    CHECK(places(with_header(
              "-- X.\n--\n-- Revison ID: 005\n-- revises: 4\n-- Depends On: 3\n-- Branch label: a\n"
              "-- Create  Date: 1970-01-01\n")) ==
          "3:4: error: unknown header key 'Revison ID'; did you mean 'Revision ID'? [header-key]\n"
          "4:4: error: unknown header key 'revises'; did you mean 'Revises'? [header-key]\n"
          "5:4: error: unknown header key 'Depends On'; did you mean 'Depends on'? [header-key]\n"
          "6:4: error: unknown header key 'Branch label'; did you mean 'Branch labels'? [header-key]\n"
          "7:4: error: unknown header key 'Create  Date'; did you mean 'Create Date'? [header-key]\n");
}

TEST_CASE("a misspelled key is refused in the first paragraph too") {
    CHECK(
        places(with_header("-- Revise: 4\n-- Revision ID : 005\n")) ==
        "1:1: warning: the header has no description; begin with a comment that says what the migration does "
        "[description]\n"
        "1:4: error: unknown header key 'Revise'; did you mean 'Revises'? [header-key]\n"
        "2:4: error: unknown header key 'Revision ID '; did you mean 'Revision ID'? [header-key]\n");
}

TEST_CASE("an unknown key behind the first paragraph is refused") {
    CHECK(places_with_line("-- Author: me\n") ==
          "5:4: error: unknown header key 'Author'; the keys are 'Revision ID', 'Revises', 'Depends on', "
          "'Branch labels', 'Create Date', 'Compatible with', 'User version', 'Recorded as' [header-key]\n");
    CHECK(places_with_line("-- Compatible-with:\n")
              .starts_with("5:4: error: unknown header key 'Compatible-with'"));
}

TEST_CASE("a key twice is refused, naming the first") {
    CHECK(places_with_line("-- Revises: 3\n") == "5:4: error: 'Revises' is here twice [header-duplicate]\n"
                                                 "4:4: note: the first one\n");
}

TEST_CASE("the id and the parents are required") {
    CHECK(places(with_header("-- X.\n-- Revises: 4\n")) ==
          "2:4: error: the header lacks the line '-- Revision ID: 005' [header-missing]\n");
    CHECK(
        places(with_header("-- X.\n-- Revision ID: 005\n")) ==
        "2:4: error: the header lacks the line '-- Revises: <parent>'; without a parent write '-- Revises:' "
        "[header-missing]\n");
    CHECK(places(good_sections) == "1:1: error: the header lacks the lines '-- Revision ID: 005' and '-- "
                                   "Revises: <parent>' [header-missing]\n");
}

TEST_CASE("a missing description is warned about") {
    CHECK(
        places(with_header("-- Revision ID: 005\n-- Revises: 4\n")) ==
        "1:1: warning: the header has no description; begin with a comment that says what the migration does "
        "[description]\n");
}

TEST_CASE("an id that is none is refused at its place") {
    const auto complaint = [](const std::string& value) {
        return places(with_header("-- X.\n-- Revision ID:" + value + "\n-- Revises: 4\n"));
    };
    constexpr const char* remedy = "use 1 to 64 letters, digits, '_' and '.', and commas between several";
    CHECK(complaint("") == "2:16: error: a revision id is missing here [revision-id]\n");
    CHECK(complaint(" a-b") ==
          fmt::format("2:17: error: 'a-b' is no revision id; {} [revision-id]\n", remedy));
    CHECK(complaint(" é") == fmt::format("2:17: error: 'é' is no revision id; {} [revision-id]\n", remedy));
    CHECK(complaint(" 1, 2") ==
          fmt::format("2:17: error: '1, 2' is no revision id; {} [revision-id]\n", remedy));
    CHECK(complaint(" head") == "2:17: error: 'head' is reserved and can be no revision id [revision-id]\n");
    CHECK(complaint(" " + std::string(65, 'a'))
              .starts_with("2:17: error: '" + std::string(65, 'a') + "' is no revision id; "));
}

TEST_CASE("every name of a list is checked at its own place") {
    CHECK(
        places(with_header("-- X.\n-- Revision ID: 005\n-- Revises: 3 4, base,\n-- Depends on: ,5,,a+b\n"
                           "-- Branch labels: current, a@b\n")) ==
        "3:13: error: '3 4' is no revision id; use 1 to 64 letters, digits, '_' and '.', and commas between "
        "several "
        "[revision-id]\n"
        "3:18: error: 'base' is reserved and can be no revision id [revision-id]\n"
        "3:23: error: a revision id is missing here [revision-id]\n"
        "4:16: error: a revision id is missing here [revision-id]\n"
        "4:19: error: a revision id is missing here [revision-id]\n"
        "4:20: error: 'a+b' is no revision id; use 1 to 64 letters, digits, '_' and '.', and commas between "
        "several "
        "[revision-id]\n"
        "5:19: error: 'current' is reserved and can be no branch label [branch-label]\n"
        "5:28: error: 'a@b' is no branch label; use 1 to 64 letters, digits, '_' and '.', and commas between "
        "several [branch-label]\n");
}

TEST_CASE("the longest id is 64 bytes long") {
    CHECK(is_revision_id(std::string(64, 'a')));
    CHECK_FALSE(is_revision_id(std::string(65, 'a')));
    CHECK_FALSE(is_revision_id(""));
    for (const char* reserved : {"head", "heads", "base", "current"})
        CHECK_FALSE(is_revision_id(reserved));
    for (const char* allowed : {"Head", "head1", "_", ".", "a.B_9"})
        CHECK(is_revision_id(allowed));
    for (const char* forbidden : {"a@b", "-1", "+1", "a:b", "a b", "a/b", "é"})
        CHECK_FALSE(is_revision_id(forbidden));
}

TEST_CASE("a create date that is none is refused") {
    CHECK(places_with_line("-- Create Date: yesterday\n-- Create Date: 2025-06-02\n") ==
          "5:17: error: 'yesterday' is no date; write it as '2025-06-02' or '2025-06-02 09:30:00+00:00' "
          "[create-date]\n"
          "6:4: error: 'Create Date' is here twice [header-duplicate]\n"
          "5:4: note: the first one\n");
    CHECK(places_with_line("-- Create Date:\n").starts_with("5:16: error: '' is no date"));
}

TEST_CASE("only comments stand before the first marker, the first other thing is reported") {
    CHECK(places_with_line("/* why */ PRAGMA foreign_keys = ON;\n") ==
          "5:1: error: only '--' comments may stand before '-- migrate:up'; write this as one [header]\n");
    CHECK(places_with_line("PRAGMA foreign_keys = ON;\nSELECT 1;\n") ==
          "5:1: error: only '--' comments may stand before '-- migrate:up'; move this behind it [header]\n");
}

TEST_CASE("keys are read behind SQL in the header, so that they are not missed as well") {
    CHECK(places("SELECT 1;\n" + good_header + good_sections) ==
          "1:1: error: only '--' comments may stand before '-- migrate:up'; move this behind it [header]\n");
}

TEST_CASE("a file is named after its revision") {
    CHECK(complaints(good_header + good_sections, "m/005_Add_Table.sql") ==
          "m/005_Add_Table.sql:3:17: error: the file of revision '005' is to be called '005_add_table.sql', "
          "not "
          "'005_Add_Table.sql' [file-name]\n"
          "    3 | -- Revision ID: 005\n"
          "      |                 ^~~\n");
    CHECK(complaints(good_header + good_sections, "005_add_table.sql").empty());
}

} // namespace headway::tests
