#include "reading.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

/// The complaints about a file with a good header of five lines.
std::string places_with(std::string_view sections) {
    return places(good_header + std::string(sections));
}

source read_with(std::string_view sections) {
    return read_valid(good_header + std::string(sections));
}

} // namespace

TEST_CASE("the sections are what follows their markers, without blank lines around") {
    const source read =
        read_with("-- migrate:up\n\n \t\n  CREATE TABLE a (b); -- c\n\n\n-- migrate:down\nDROP TABLE a;");
    CHECK(read.up.sql() == "  CREATE TABLE a (b); -- c");
    CHECK(read.down.sql() == "DROP TABLE a;");
    CHECK(read.up.transaction);
    CHECK(read.down.transaction);
    CHECK_FALSE(read.irreversible);
}

TEST_CASE("markers may be indented and written without a space") {
    const source read = read_with("  --migrate:up\nSELECT 1;\n\t--migrate:down\nSELECT 2;\n");
    CHECK(read.up.sql() == "SELECT 1;");
    CHECK(read.down.sql() == "SELECT 2;");
}

TEST_CASE("a marker inside quotes or a block comment is none") {
    constexpr std::string_view up =
        "INSERT INTO a VALUES ('\n-- migrate:down\n''\n-- migrate:down\n');\n"
        "/*\n-- migrate:down\n*/\n"
        "CREATE TABLE \"\n-- migrate:down\n\" ([\n-- migrate:down\n], `\n-- migrate:down\n`);\n"
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n"
        "  INSERT INTO b VALUES ('\n-- migrate:down\n');\nEND;";
    CHECK(read_with("-- migrate:up\n" + std::string(up) + "\n-- migrate:down\nSELECT 1;").up.sql() == up);
}

TEST_CASE("a quote inside a comment opens nothing, a comment inside a string is none") {
    const source read =
        read_with("-- migrate:up\n-- it's\nSELECT '-- it', '/*';\n-- migrate:down\n-- can't\nSELECT 2;");
    CHECK(read.up.sql() == "-- it's\nSELECT '-- it', '/*';");
    CHECK(read.down.sql() == "-- can't\nSELECT 2;");
}

TEST_CASE("CRLF and a byte order mark change neither sections nor checksum") {
    const std::string text = good_header + good_sections;
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const source unix_read = read_valid(text);
    const source windows_read = read_valid(windows);
    CHECK(windows_read.file->text == text);
    CHECK(windows_read.up.sql() == unix_read.up.sql());
    CHECK(windows_read.checksum == unix_read.checksum);
}

TEST_CASE("options are read from the marker's line") {
    const source read =
        read_with("-- migrate:up transaction:false\nVACUUM;\n-- migrate:down \t transaction:false \nVACUUM");
    CHECK_FALSE(read.up.transaction);
    CHECK_FALSE(read.down.transaction);
    CHECK(read_with("-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n-- no way back\n").irreversible);
}

TEST_CASE("two empty sections make a merge revision") {
    const source read = read_with("-- migrate:up\n\n-- migrate:down\n");
    CHECK(read.up.sql().empty());
    CHECK(read.down.sql().empty());
    CHECK(read_with("-- migrate:up\n-- migrate:down").down.sql().empty());
    CHECK(read_with("-- migrate:up\n-- nothing\n-- migrate:down\n/* nothing */").down.sql() ==
          "/* nothing */");
}

TEST_CASE("a misspelled marker is refused, and read as what it is meant to be") {
    CHECK(places_with("-- Migrate:Up\nSELECT 1;\n--- migrate: down\nSELECT 2;\n") ==
          "6:1: error: unknown directive '-- Migrate:Up'; did you mean '-- migrate:up'? [directive]\n"
          "8:1: error: unknown directive '--- migrate: down'; did you mean '-- migrate:down'? [directive]\n");
}

TEST_CASE("an unknown directive is refused wherever it stands") {
    CHECK(places("-- headway:format 2\n" + good_header +
                 "-- migrate:up\nSELECT 1; -- migrate:stop\n-- migrate:down\n-- headway:forbid "
                 "drop-table\nSELECT 1;") ==
          "1:1: error: unknown directive '-- headway:format'; the directives are '-- migrate:up' and "
          "'-- migrate:down' [directive]\n"
          "8:11: error: unknown directive '-- migrate:stop'; the directives are '-- migrate:up' and "
          "'-- migrate:down' [directive]\n"
          "10:1: error: unknown directive '-- headway:forbid'; the directives are '-- migrate:up' and "
          "'-- migrate:down' [directive]\n");
}

TEST_CASE("a rule is allowed in the header or a section, with a reason") {
    const source read = read_valid("-- headway:allow drop-table it is empty\n" + good_header +
                                   "-- migrate:up\nDROP TABLE a; -- headway:allow nondeterministic so be "
                                   "it\n-- migrate:down\nCREATE TABLE a (b);");
    REQUIRE(read.allowances.size() == 2);
    CHECK(read.allowances[0].allowed == rule::drop_table);
    CHECK(read.allowances[0].reason == "it is empty");
    CHECK(read.allowances[1].allowed == rule::nondeterministic);
    CHECK(read.allowances[1].reason == "so be it");
}

TEST_CASE("an allowance without a known rule, without a reason, or of what cannot be allowed is refused") {
    CHECK(places("-- headway:allow\n-- headway:allow drop-tabel it is empty\n-- headway:allow drop-table\n"
                 "-- headway:allow sql-error I like it\n-- headway:alow drop-table it is empty\n" +
                 good_header + good_sections) ==
          "1:17: error: write '-- headway:allow', the code of a rule and the reason [directive]\n"
          "2:18: error: unknown rule 'drop-tabel'; did you mean 'drop-table'? [directive]\n"
          "3:18: error: write behind 'drop-table' why it is allowed here [directive]\n"
          "4:18: error: the rule 'sql-error' cannot be allowed: the migration would not work [directive]\n"
          "5:1: error: unknown directive '-- headway:alow'; did you mean '-- headway:allow'? [directive]\n");
}

TEST_CASE("a section that an unknown directive may begin is not missed as well") {
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:backwards\nSELECT 2;\n") ==
          "8:1: error: unknown directive '-- migrate:backwards'; the directives are '-- migrate:up' and "
          "'-- migrate:down' [directive]\n");
}

TEST_CASE("a marker behind SQL or a comment is refused, and begins its section all the same") {
    CHECK(places_with("/* a */ -- migrate:up\nSELECT 'é'; -- migrate:down\nSELECT 2;\n") ==
          "6:1: error: only '--' comments may stand before '-- migrate:up'; write this as one [header]\n"
          "6:9: error: '-- migrate:up' must be first on its line [directive]\n"
          "7:13: error: '-- migrate:down' must be first on its line [directive]\n");
    CHECK(places_with("-- migrate:up\n/*\n*/ -- migrate:down\n") ==
          "8:4: error: '-- migrate:down' must be first on its line [directive]\n");
}

TEST_CASE("unknown options are refused with the one that is meant") {
    CHECK(places_with("-- migrate:up transaction=false\nVACUUM;\n-- migrate:down ireversible foo\n") ==
          "6:15: error: unknown option 'transaction=false'; did you mean 'transaction:false'? "
          "[section-option]\n"
          "8:17: error: unknown option 'ireversible'; did you mean 'irreversible'? [section-option]\n"
          "8:29: error: unknown option 'foo'; the options are 'transaction:false', 'engine:sqlite', "
          "'engine:postgresql' and, on '-- migrate:down', "
          "'irreversible' [section-option]\n");
}

TEST_CASE("options that say nothing are refused") {
    CHECK(places_with("-- migrate:up transaction:false transaction:false\nVACUUM;\n"
                      "-- migrate:down transaction:true\nSELECT 1;") ==
          "6:33: error: the option 'transaction:false' is here twice [section-option]\n"
          "8:17: error: 'transaction:true' goes without saying; remove it [section-option]\n");
}

TEST_CASE("options that contradict each other or their section are refused") {
    CHECK(places_with(
              "-- migrate:up irreversible\nSELECT 1;\n-- migrate:down irreversible transaction:false\n") ==
          "6:15: error: 'irreversible' belongs on '-- migrate:down' [section-option]\n"
          "8:1: error: a section cannot be both 'irreversible' and 'transaction:false'; remove one of them "
          "[section-option]\n");
}

TEST_CASE("a missing section is reported where it belongs") {
    CHECK(
        places_with("CREATE TABLE a (b);\n") ==
        "6:1: error: the up section is missing; begin it with the line '-- migrate:up' [section-missing]\n");
    CHECK(
        places_with("-- migrate:down\nSELECT 1;") ==
        "6:1: error: the up section is missing; begin it with the line '-- migrate:up' [section-missing]\n");
    CHECK(
        places_with("") ==
        "1:1: error: the up section is missing; begin it with the line '-- migrate:up' [section-missing]\n");
    CHECK(places_with("-- migrate:up\nSELECT 1;") == "6:1: error: the down section is missing; write '-- "
                                                     "migrate:down' and the SQL that undoes this one, or "
                                                     "'-- migrate:down irreversible' [section-missing]\n");
}

TEST_CASE("a missing section whose marker is hidden is shown it") {
    CHECK(places_with("-- migrate:up\nINSERT INTO a VALUES ('it's');\n-- migrate:down\nDELETE FROM a WHERE b "
                      "= 'it's';\n") ==
          "6:1: error: the down section is missing; write '-- migrate:down' and the SQL that undoes this "
          "one, or "
          "'-- migrate:down irreversible' [section-missing]\n"
          "8:1: note: this is no marker, since it stands inside quotes or a comment\n"
          "7:28: note: which begin here\n");
}

TEST_CASE("a section twice is refused, naming the first") {
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:up\n-- migrate:down\nSELECT 2;\n") ==
          "8:1: error: a second '-- migrate:up'; a file has one of each section [section-duplicate]\n"
          "6:1: note: the first one\n");
}

TEST_CASE("down before up is refused") {
    CHECK(places_with("-- migrate:down\nSELECT 1;\n-- migrate:up\nSELECT 2;\n") ==
          "6:1: error: the down section stands before the up section [section-order]\n"
          "8:1: note: move this section to the front\n");
}

TEST_CASE("an irreversible section holds no SQL") {
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n-- not\nDROP TABLE a;\n") ==
          "10:1: error: SQL in a section that is declared irreversible; remove either the SQL or the word "
          "[irreversible-body]\n");
}

TEST_CASE("a down section that does nothing is refused, unless up does nothing") {
    constexpr const char* complaint =
        "8:1: error: the down section does nothing; undo what the up section does, or "
        "declare '-- migrate:down irreversible' [empty-down]\n";
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:down\n") == complaint);
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:down\n -- none\n /* none */\n") == complaint);
    CHECK(places_with("-- migrate:up\n-- SELECT 1;\n-- migrate:down\n").empty());
}

TEST_CASE("a section without a transaction is exactly one statement") {
    const auto complaint = [](std::string_view body) {
        return places_with("-- migrate:up transaction:false\n" + std::string(body) +
                           "\n-- migrate:down\nSELECT 1;");
    };
    constexpr std::string_view second = "error: a second statement in a section with 'transaction:false'; "
                                        "give it a revision of its own, so that a "
                                        "failure leaves nothing half done [one-statement]\n";
    CHECK(complaint("VACUUM").empty());
    CHECK(complaint(";;VACUUM; -- done; \n /* ; */ ;").empty());
    CHECK(complaint("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END;").empty());
    CHECK(complaint("VACUUM;\n  PRAGMA x;\nSELECT 1;") == "8:3: " + std::string(second));
    CHECK(complaint("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END; VACUUM;") ==
          "7:57: " + std::string(second));
    CHECK(complaint("-- VACUUM;") ==
          "6:1: error: a section with 'transaction:false' needs a statement; write it, or "
          "remove the option [one-statement]\n");
}

TEST_CASE("what never ends is reported at its beginning, with the marker that it swallows") {
    CHECK(places_with("-- migrate:up\nSELECT\t'it''s;\n-- migrate:down\nSELECT 1;\n") ==
          "7:8: error: this string never ends; close it with ' [unterminated]\n"
          "8:1: note: it goes on over this marker\n");
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:down\n/* DROP TABLE a;\n") ==
          "9:1: error: this comment never ends; close it with */ [unterminated]\n");
    CHECK(places_with("-- migrate:up\nSELECT 1;\n-- migrate:down\nDROP TABLE [a;\n") ==
          "9:12: error: this quoted name never ends; close it with ] [unterminated]\n");
    CHECK(places_with("/* -- migrate:up\n") ==
          "6:1: error: this comment never ends; close it with */ [unterminated]\n");
}

TEST_CASE("all mistakes of a file are reported in one go") {
    CHECK(
        places("-- Revison ID: 005\n-- Revises: a b\n-- Create Date: 1\nSELECT 1;\n-- Migrate:up foo\n"
               "SELECT 2; -- migrate:down irreversible\nSELECT 'x") ==
        "1:1: warning: the header has no description; begin with a comment that says what the migration does "
        "[description]\n"
        "1:4: error: unknown header key 'Revison ID'; did you mean 'Revision ID'? [header-key]\n"
        "2:13: error: 'a b' is no revision id; use 1 to 64 letters, digits, '_' and '.', and commas between "
        "several "
        "[revision-id]\n"
        "3:17: error: '1' is no date; write it as '2025-06-02' or '2025-06-02 09:30:00+00:00' [create-date]\n"
        "4:1: error: only '--' comments may stand before '-- migrate:up'; move this behind it [header]\n"
        "5:1: error: unknown directive '-- Migrate:up'; did you mean '-- migrate:up'? [directive]\n"
        "5:15: error: unknown option 'foo'; the options are 'transaction:false', 'engine:sqlite', "
        "'engine:postgresql' and, on '-- migrate:down', "
        "'irreversible' [section-option]\n"
        "6:11: error: '-- migrate:down' must be first on its line [directive]\n"
        "7:8: error: this string never ends; close it with ' [unterminated]\n");
}

} // namespace headway::tests
