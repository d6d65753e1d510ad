#include "headway/plan.hpp"

#include "catch.hpp"
#include "headway/error.hpp"
#include "made_history.hpp"

namespace headway::tests {
namespace {

using names = std::vector<std::string>;

names ids_of(const history& h, const std::vector<std::uint32_t>& revisions) {
    names found;
    for (const std::uint32_t one : revisions) {
        found.emplace_back(h.id(one));
    }
    return found;
}

names steps(const history& h, const plan& made) {
    names found;
    for (const step& one : made.steps) {
        found.push_back((one.way == direction::up ? "+" : "-") + std::string(h.id(one.revision)));
    }
    return found;
}

names up(const history& h, const names& rows, std::string_view target) {
    return steps(h, plan_upgrade(h, rows, target));
}
names down(const history& h, const names& rows, std::string_view target) {
    return steps(h, plan_downgrade(h, rows, target));
}

template <class Call>
std::string message_of(error_code expected, Call call) {
    try {
        call();
    } catch (const error& failed) {
        CHECK(failed.code() == expected);
        return failed.what();
    }
    FAIL("nothing was thrown");
    return {};
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

const made_history& chain() {
    static const made_history made({{"a1", {}, {}, "", ""},
                                    {"b2", {"a1"}, {}, "", ""},
                                    {"c3", {"b2"}, {}, "", ""},
                                    {"c4", {"c3"}, {}, "", ""}});
    return made;
}

/// a - b - m - z
///   \ c /        with d (label lib) on a line of its own that e needs
const made_history& merged() {
    static const made_history made({{"a", {}, {}, "", ""},
                                    {"b", {"a"}, {}, "", "", 0, "left"},
                                    {"c", {"a"}, {}, "", "", 0, "right"},
                                    {"d", {}, {}, "", "", 0, "lib"},
                                    {"m", {"b", "c"}, {}, "", ""},
                                    {"e", {"m"}, {"d"}, "", ""}});
    return made;
}

} // namespace

TEST_CASE("an upgrade applies what the target needs and the rows lack, parents first") {
    const history h = chain();
    CHECK(up(h, {}, "head") == names{"+a1", "+b2", "+c3", "+c4"});
    CHECK(up(h, {"b2"}, "head") == names{"+c3", "+c4"});
    CHECK(up(h, {"b2"}, "c3") == names{"+c3"});
    CHECK(up(h, {"c4"}, "head").empty());
    CHECK(up(h, {"c4"}, "a1").empty());
    CHECK(up(h, {}, "base").empty());
}

TEST_CASE("an upgrade applies dependencies, and its rows are the frontier") {
    const history h = merged();
    const plan made = plan_upgrade(h, {"b"}, "e");
    CHECK(steps(h, made) == names{"+c", "+d", "+m", "+e"});
    CHECK(ids_of(h, made.before) == names{"b"});
    CHECK(ids_of(h, made.after) == names{"e"});
}

TEST_CASE("a relative upgrade walks children by Revises") {
    const history h = chain();
    CHECK(up(h, {}, "+2") == names{"+a1", "+b2"});
    CHECK(up(h, {"a1"}, "+1") == names{"+b2"});
    CHECK(up(h, {}, "a1+2") == names{"+a1", "+b2", "+c3"});
    CHECK(up(h, {}, "c4-2") == names{"+a1", "+b2"});
    CHECK(up(h, {}, "head-1") == names{"+a1", "+b2", "+c3"});
    CHECK(first_line(message_of(error_code::unknown_target, [&] { (void)up(h, {"c3"}, "+2"); })) ==
          "Relative revision +2 didn't produce 2 migrations");
    CHECK(first_line(message_of(error_code::invalid_target, [&] { (void)up(h, {"c3"}, "-1"); })) ==
          "Relative revision -1 goes back, and only a downgrade does");
}

TEST_CASE("a fork makes +N ambiguous, and a branch settles it") {
    const history h = merged();
    CHECK(first_line(message_of(error_code::ambiguous_target, [&] { (void)up(h, {"a"}, "+1"); })) ==
          "Ambiguous walk: '+1' could lead to any of b, c");
    CHECK(up(h, {"a"}, "left@+1") == names{"+b"});
    CHECK(up(h, {"a"}, "right@+2") == names{"+b", "+c", "+m"});
    CHECK(first_line(message_of(error_code::ambiguous_target, [&] {
              (void)up(h, {"b", "c"}, "+1");
          })) == "Ambiguous upgrade from multiple current revisions: b, c");
    CHECK(up(h, {"a"}, "lib@+1") == names{"+d"});
}

TEST_CASE("several heads make head ambiguous; heads, a branch's head or a label does not") {
    const made_history made({{"a", {}, {}, "", ""},
                             {"b", {"a"}, {}, "", "", 0, "left"},
                             {"c", {"a"}, {}, "", "", 0, "right,starboard"}});
    const history h = made;
    const std::string message = message_of(error_code::ambiguous_target, [&] { (void)up(h, {}, "head"); });
    CHECK(message ==
          "Multiple head revisions are present for given argument 'head': b, c\nName one of them, "
          "'<branch>@head' for the head of one branch, or 'heads' for all; `headway merge heads` joins "
          "them.");
    CHECK(up(h, {}, "heads") == names{"+a", "+b", "+c"});
    CHECK(up(h, {}, "left@head") == names{"+a", "+b"});
    CHECK(up(h, {}, "starboard@heads") == names{"+a", "+c"});
    CHECK(up(h, {}, "starboard") == names{"+a", "+c"});
    CHECK(up(h, {}, "left@base").empty());
    CHECK(first_line(message_of(error_code::invalid_target, [&] { (void)up(h, {}, "left@c"); })) ==
          "Revision c is not a member of branch 'left'");
}

TEST_CASE("prefixes: a unique one names its revision, several are listed, none is unknown") {
    const history h = chain();
    CHECK(up(h, {}, "b") == names{"+a1", "+b2"});
    CHECK(message_of(error_code::ambiguous_target, [&] { (void)up(h, {}, "c"); }) ==
          "Multiple revisions start with 'c': c3, c4\nGive more characters of the one you mean.");
    CHECK(first_line(message_of(error_code::unknown_target, [&] { (void)up(h, {}, "x"); })) ==
          "Can't locate revision identified by 'x'");
    for (const char* odd : {"", "+", "-x", "@", "a1+", "+1x", "+9999999999"}) {
        CAPTURE(odd);
        (void)message_of(error_code::unknown_target, [&] { (void)up(h, {}, odd); });
    }
}

TEST_CASE("a downgrade drops what descends from the target, newest first") {
    const history h = chain();
    CHECK(down(h, {"c4"}, "a1") == names{"-c4", "-c3", "-b2"});
    CHECK(down(h, {"c4"}, "base") == names{"-c4", "-c3", "-b2", "-a1"});
    CHECK(down(h, {"c4"}, "c4").empty());
    CHECK(down(h, {}, "base").empty());
    CHECK(down(h, {"c3"}, "c3-1") == names{"-c3"});
    CHECK(first_line(message_of(error_code::invalid_target, [&] { (void)down(h, {"a1"}, "c3"); })) ==
          "Destination c3 is not a valid downgrade target from current head(s)");
    CHECK(first_line(message_of(error_code::unknown_target, [&] { (void)down(h, {"a1"}, "+1"); })) ==
          "Relative revision +1 didn't produce 1 migrations");
}

TEST_CASE("minus N takes back the newest N, and at a merge point leaves the parents' rows") {
    const history h = chain();
    CHECK(down(h, {"c4"}, "-1") == names{"-c4"});
    CHECK(down(h, {"b2"}, "-2") == names{"-b2", "-a1"});
    CHECK(first_line(message_of(error_code::unknown_target, [&] { (void)down(h, {"b2"}, "-3"); })) ==
          "Relative revision -3 didn't produce 3 migrations");
    const history forked = merged();
    const plan made = plan_downgrade(forked, {"m"}, "-1");
    CHECK(steps(forked, made) == names{"-m"});
    CHECK(ids_of(forked, made.after) == names{"b", "c"});
    CHECK(first_line(message_of(error_code::ambiguous_target, [&] {
              (void)down(forked, {"b", "c"}, "-1");
          })) == "Ambiguous downgrade from multiple current revisions: b, c");
    CHECK(down(forked, {"b", "c"}, "right@-1") == names{"-c"});
}

TEST_CASE("a downgrade takes back what depends on the dropped, not what they depended on") {
    const history h = merged();
    CHECK(down(h, {"e"}, "lib@base") == names{"-e", "-d"});
    CHECK(ids_of(h, plan_downgrade(h, {"e"}, "lib@base").after) == names{"m"});
    CHECK(down(h, {"e"}, "m") == names{"-e"});
    CHECK(ids_of(h, plan_downgrade(h, {"e"}, "m").after) == names{"d", "m"});
}

TEST_CASE("a stamp keeps the rows that have nothing to do with it") {
    const history h = merged();
    const auto stamped = [&](const names& rows, const std::vector<std::string_view>& targets) {
        return ids_of(h, plan_stamp(h, rows, targets).after);
    };
    CHECK(stamped({}, {"e"}) == names{"e"});
    CHECK(stamped({"a"}, {"heads"}) == names{"e"});
    CHECK(stamped({"d"}, {"b"}) == names{"b", "d"});
    CHECK(stamped({"e"}, {"b"}) == names{"b"});
    CHECK(stamped({"b", "d"}, {"c"}) == names{"b", "c", "d"});
    CHECK(stamped({"b", "d"}, {"base"}).empty());
    CHECK(stamped({"b", "d"}, {"lib@base"}) == names{"b"});
    CHECK(stamped({}, {"b", "c"}) == names{"b", "c"});
    CHECK(first_line(message_of(error_code::invalid_target, [&] {
              (void)stamped({}, {"a", "b"});
          })) == "Requested revision b overlaps with other requested revisions a");
}

TEST_CASE("a prefix behind a branch need only be unique on that branch") {
    const made_history made({{"a1", {}, {}, "", ""},
                             {"b1", {"a1"}, {}, "", "", 0, "left"},
                             {"b2", {"a1"}, {}, "", "", 0, "right"}});
    const history h = made;
    CHECK(up(h, {}, "right@b") == names{"+a1", "+b2"});
    CHECK(first_line(message_of(error_code::ambiguous_target, [&] { (void)up(h, {}, "b"); })) ==
          "Multiple revisions start with 'b': b1, b2");
}

TEST_CASE(
    "a downgrade along a branch that does not exist, or that the revision is not on, takes nothing back") {
    const history h = chain();
    for (const char* target : {"nosuch@base", "nosuch@a1", "nosuch@a", "@base", "@a1"}) {
        CAPTURE(target);
        const std::string said =
            message_of(error_code::unknown_target, [&] { (void)down(h, {"c4"}, target); });
        CHECK(first_line(said) == (*target == '@' ? "Can't locate revision identified by ''"
                                                  : "Can't locate revision identified by 'nosuch'"));
    }
    CHECK(first_line(message_of(error_code::invalid_target, [&] {
              (void)down(merged(), {"m"}, "right@b");
          })) == "Revision b is not a member of branch 'right'");
    CHECK(down(merged(), {"m"}, "right@a") == names{"-m", "-c"});
}

TEST_CASE("heads are what nothing descends from, also where they are counted from") {
    const made_history made(
        {{"a", {}, {}, "", "", 0, "lib"}, {"b", {}, {}, "", ""}, {"c", {"b"}, {"a"}, "", ""}});
    const history h = made;
    CHECK(up(h, {}, "heads") == names{"+a", "+b", "+c"});
    CHECK(up(h, {}, "heads-1") == names{"+b"});
    CHECK(down(h, {"c"}, "heads").empty());
    CHECK(first_line(message_of(error_code::ambiguous_target, [&] { (void)up(h, {}, "head"); })) ==
          "Multiple head revisions are present for given argument 'head': a, c");
}

TEST_CASE("label@-N starts from where the branch is applied, also where only a dependency leads there") {
    const history h = merged();
    CHECK(down(h, {"e"}, "lib@-1") == names{"-e", "-d"});
    CHECK(first_line(message_of(error_code::invalid_target, [&] { (void)down(h, {"c"}, "left@-1"); })) ==
          "Not a valid downgrade target from current heads: none is on branch 'left'");
    CHECK(first_line(message_of(error_code::invalid_target, [&] { (void)down(h, {}, "left@-1"); })) ==
          "Not a valid downgrade target from current heads: none is on branch 'left'");
}

TEST_CASE("a row that the history does not know is refused") {
    const history h = chain();
    CHECK(first_line(message_of(error_code::unknown_revision, [&] { (void)up(h, {"fff"}, "head"); })) ==
          "Can't locate revision identified by 'fff'");
}

} // namespace headway::tests
