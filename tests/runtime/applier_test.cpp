#include "apply/apply.hpp"
#include "apply/newer.hpp"

#include "catch.hpp"
#include "made_shop.hpp"
#include "recorded_connection.hpp"

namespace headway::tests {
namespace {

/// `a`, `b` and `c`, whose scripts are what no engine understands.
std::vector<spelled_revision> letters() {
    return {{"a", {}, {}, "make a", "unmake a"},
            {"b", {"a"}, {}, "make b", "unmake b"},
            {"c", {"b"}, {}, "make c", "unmake c"}};
}

report upgrade_to(recorded_connection& to, const history& h, std::string_view target,
                  const options& chosen = {}) {
    return detail::apply(
        to, h, direction::up, [&](const auto& rows) { return plan_upgrade(h, rows, target); }, chosen);
}

/// A connection at these revisions, as if they had just been applied.
void bring_to(recorded_connection& to, const history& h, std::string_view target) {
    static_cast<void>(upgrade_to(to, h, target));
    to.calls.clear();
}

std::string make_copy(detail::connection&, const backup_policy&) {
    return "the copy";
}

} // namespace

TEST_CASE("an upgrade reads the rows again under the lock and commits scripts, rows and log together") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    const report done = upgrade_to(to, made, "b");
    CHECK(to.calls == names{"rows", "open", "spare_others", "lock", "rows", "create_version_table",
                            "run make a", "run make b", "check", "write_rows +b", "write_log upgrade a",
                            "write_log upgrade b", "commit", "close"});
    CHECK(revisions(done) == names{"a", "b"});
    CHECK(to.committed_rows() == std::set<std::string>{"b"});
}

TEST_CASE("where nothing is pending an engine is asked for its rows and nothing else") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    bring_to(to, made, "head");
    CHECK(upgrade_to(to, made, "head").up_to_date());
    CHECK(to.calls == names{"rows"});
}

TEST_CASE("per revision, each has a transaction, and a section without one comes before its rows") {
    std::vector<spelled_revision> spelled = letters();
    spelled[1].flags = up_without_transaction;
    const made_history made(spelled, recorded_kind);
    recorded_connection to;
    static_cast<void>(upgrade_to(to, made, "head"));
    CHECK(to.calls == names{"rows",
                            "open",
                            "spare_others",
                            "lock",
                            "rows",
                            "create_version_table",
                            "run make a",
                            "check",
                            "write_rows +a",
                            "write_log upgrade a",
                            "commit", //
                            "lock",
                            "rows",
                            "roll_back",
                            "run_alone make b", //
                            "lock",
                            "rows",
                            "create_version_table",
                            "write_rows -a +b", //
                            "write_log upgrade b",
                            "commit", //
                            "lock",
                            "rows",
                            "create_version_table",
                            "run make c",
                            "check", //
                            "write_rows -b +c",
                            "write_log upgrade c",
                            "commit",
                            "close"});
    CHECK(to.committed_log() == names{"upgrade a", "upgrade b", "upgrade c"});
}

TEST_CASE("a script that can be used only when it is committed ends its transaction") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    to.commits_at_once = true;
    CHECK(upgrade_to(to, made, "head").steps.size() == 3);
    CHECK(std::count(to.calls.begin(), to.calls.end(), "commit") == 3);
    CHECK(to.committed_log() == names{"upgrade a", "upgrade b", "upgrade c"});
}

TEST_CASE("a script that fails commits nothing, and its error has the place and the engine's code") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    bring_to(to, made, "a");
    to.bad_script = "make c";
    const error failed = failure_of([&] { static_cast<void>(upgrade_to(to, made, "head")); });
    CHECK(failed.code() == error_code::statement);
    CHECK(failed.engine_code() == 42);
    CHECK(failed.revision() == "c");
    CHECK(failed.line() == 5);
    CHECK(failed.column() == 6);
    CHECK(contains(failed.what(), "c_made.sql:5:6: it makes no sense\n  the rest\n"));
    CHECK(to.calls == names{"rows", "open", "spare_others", "lock", "rows", "has_line",
                            "create_version_table", "run make b", "run make c", "close"});
    CHECK(to.committed_rows() == std::set<std::string>{"a"});
}

TEST_CASE("whenever an upgrade is cancelled, nothing is committed and the engine is closed") {
    const made_history made(letters(), recorded_kind);
    for (int after = 0; after < 8; ++after) {
        CAPTURE(after);
        recorded_connection to;
        to.beats = 1;
        int asked = 0;
        options chosen;
        chosen.cancelled = [&] { return asked++ == after; };
        if (after == 7) { // three revisions, a beat in each, and once before the commit
            CHECK(revisions(upgrade_to(to, made, "head", chosen)) == names{"a", "b", "c"});
            CHECK(to.committed_rows() == std::set<std::string>{"c"});
        } else {
            CHECK(failure_of([&] { static_cast<void>(upgrade_to(to, made, "head", chosen)); }).code() ==
                  error_code::cancelled);
            CHECK(to.committed_rows().empty());
            CHECK(to.committed_log().empty());
        }
        CHECK(to.calls.back() == "close");
        CHECK(std::count(to.calls.begin(), to.calls.end(), "commit") == (after == 7 ? 1 : 0));
    }
}

TEST_CASE(
    "an older program steps an engine back by what its log has, in the transaction of what is pending") {
    std::vector<spelled_revision> older = letters();
    older.pop_back();
    older[1] = {"mine", {"a"}, {}, "make mine", "unmake mine"};
    const made_history own(older, recorded_kind);
    recorded_connection to;
    bring_to(to, made_history(letters(), recorded_kind), "head");
    options chosen;
    chosen.on_unknown = unknown_policy::step_back;
    const report done = upgrade_to(to, own, "head", chosen);
    CHECK(done.unknown == names{"c", "b"});
    CHECK(to.calls == names{"rows",
                            "open",
                            "spare_others",
                            "lock",
                            "rows",
                            "read_log",
                            "logged c",
                            "run unmake c",
                            "write_log downgrade c",
                            "logged b",
                            "run unmake b",
                            "write_log downgrade b",
                            "write_rows -c +a",
                            "has_line",
                            "create_version_table",
                            "run make mine",
                            "check",
                            "write_rows -a +mine",
                            "write_log upgrade mine",
                            "commit",
                            "close"});

    recorded_connection failing;
    bring_to(failing, made_history(letters(), recorded_kind), "head");
    failing.bad_script = "unmake b";
    CHECK(contains(failure_of([&] { static_cast<void>(upgrade_to(failing, own, "head", chosen)); }).what(),
                   "revision b could not be taken back: it makes no sense"));
    CHECK(failing.committed_rows() == std::set<std::string>{"c"});
    CHECK(failing.committed_log().size() == 3);
}

TEST_CASE("what another process has applied before the lock was had is not applied again") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    to.rows_at_lock = {"b"};
    CHECK(revisions(upgrade_to(to, made, "head")) == names{"c"});
    CHECK(to.committed_rows() == std::set<std::string>{"c"});
}

TEST_CASE("a check looks before anything is opened, and a backup is made under the lock before any script") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    bring_to(to, made, "b");
    options chosen;
    chosen.verify = verification::applied;
    chosen.backup.make = make_copy;
    CHECK(upgrade_to(to, made, "head", chosen).backup == "the copy");
    CHECK(to.calls == names{"at_one_moment", "rows", "has_line", "rows", "read_log", "rows", "open",
                            "spare_others", "lock", "rows", "has_line", "back_up", "create_version_table",
                            "run make c", "check", "write_rows -b +c", "write_log upgrade c", "commit",
                            "close"});

    to.forge_checksum(1);
    to.calls.clear();
    CHECK(failure_of([&] { static_cast<void>(upgrade_to(to, made, "head", chosen)); }).revision() == "b");
    CHECK(to.calls == names{"at_one_moment", "rows", "has_line", "rows", "read_log"});
}

TEST_CASE("a stamp writes rows and log, and runs nothing") {
    const made_history made(letters(), recorded_kind);
    const history h = made;
    recorded_connection to;
    const auto make_plan = [&](const auto& rows) { return plan_stamp(h, rows, {"b"}); };
    CHECK(detail::apply_stamp(to, h, make_plan, {}) == names{"b"});
    CHECK(to.calls == names{"open", "lock", "rows", "has_line", "create_version_table", "write_rows +b",
                            "write_log stamp b", "commit", "close"});
}

TEST_CASE(
    "a table of another form, or with another engine's SQL, is refused before the engine is asked anything") {
    const made_history other_form(letters(), {history_format + 1, recorded_kind.of});
    const made_history other_engine(letters());
    for (const history& h : {history(other_form), history(other_engine)}) {
        recorded_connection to;
        const auto make_plan = [&](const auto& rows) { return plan_upgrade(h, rows, "head"); };
        for (const auto& call : std::initializer_list<std::function<void()>>{
                 [&] { static_cast<void>(detail::apply(to, h, direction::up, make_plan, {})); },
                 [&] { static_cast<void>(detail::apply_stamp(to, h, make_plan, {})); },
                 [&] { static_cast<void>(detail::rows_to_set_out_from(to, h, make_plan, {})); }}) {
            CHECK(failure_of(call).code() == error_code::mismatch);
            CHECK(to.calls.empty());
        }
    }
}

TEST_CASE("what only SQLite can do is refused for another engine, and nothing is changed") {
    const made_history made(letters(), recorded_kind);
    recorded_connection to;
    options verifying;
    verifying.verify = verification::schema;
    options copying;
    copying.backup = keep_backups(1);
    for (const options& chosen : {verifying, copying}) {
        const error failed = failure_of([&] { static_cast<void>(upgrade_to(to, made, "head", chosen)); });
        CHECK(failed.code() == error_code::database);
        CHECK(contains(failed.what(), "for SQLite alone"));
        CHECK(to.committed_rows().empty());
    }
}

} // namespace headway::tests
