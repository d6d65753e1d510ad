#include "diagnostics/shown.hpp"

#include "catch.hpp"

using namespace headway::compiler;

TEST_CASE("what would steer a terminal is replaced, and letters of all scripts stay") {
    CHECK(shown("plain") == "plain");
    CHECK(shown("Gr\u00FC\u00DFe, \u4F60\u597D, \U0001F600") == "Gr\u00FC\u00DFe, \u4F60\u597D, \U0001F600");
    CHECK(shown("\x1b[31m") == "\uFFFD[31m");
    CHECK(shown("a\ab\bc\rd\ne\x7F") == "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD");
    CHECK(shown("\u009B31m") == "\uFFFD31m");
    CHECK(shown("\u202Eabc\u2066\u200F\u061C\u2028") == "\uFFFDabc\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(shown("\xFFx\xC3") == "\uFFFDx\uFFFD");
    CHECK(shown("a\tb\n", "\t") == "a\tb\uFFFD");
}

TEST_CASE("no further line of a message is a command to a runner") {
    CHECK(shown_lines("one\ntwo\n") == "one\ntwo\n");
    CHECK(shown_lines("one\n::error::two") == "one\n> ::error::two");
    CHECK(shown_lines("one\n \t::error::two\n\n::") == "one\n>  \t::error::two\n\n> ::");
    CHECK(shown_lines("one\rtwo") == "one\uFFFDtwo");
}
