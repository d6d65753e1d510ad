#include "diagnostics/rule.hpp"

#include "catch.hpp"

#include <algorithm>
#include <set>

namespace headway::tests {
using namespace compiler;

TEST_CASE("every rule has a row with a code of its own") {
    std::set<std::string_view> codes;
    for (const rule_description& each : rules()) {
        CHECK(describe(each.id).code == each.code);
        CHECK(codes.insert(each.code).second);
    }
}

TEST_CASE("codes are words with dashes, meanings and remedies are sentences") {
    for (const rule_description& each : rules()) {
        CAPTURE(each.code);
        CHECK(each.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == each.code.npos);
        for (const std::string_view sentence : {each.meaning, each.remedy}) {
            CHECK(sentence.ends_with('.'));
            CHECK(sentence.find('\n') == sentence.npos);
        }
    }
}

TEST_CASE("of the rules of files and graph, only what can be meant is less than an error") {
    CHECK(describe(rule::description).level == severity::warning);
    CHECK(describe(rule::redundant_parent).level == severity::warning);
    CHECK(describe(rule::no_migrations).level == severity::warning);
    CHECK(describe(rule::lock_missing).level == severity::note);
    CHECK(describe(rule::layout_found).level == severity::note);
    CHECK(describe(rule::layout_ignored).level == severity::warning);
    CHECK(describe(rule::layout_order).level == severity::warning);
    CHECK(describe(rule::layout_escape).level == severity::note);
    const auto of_files = rules().first(static_cast<std::size_t>(rule::lock_vanished) + 1);
    CHECK(std::count_if(of_files.begin(), of_files.end(),
                        [](const rule_description& each) { return each.level != severity::error; }) == 8);
}

} // namespace headway::tests
