#include "apply/apply.hpp"
#include "apply/log_lines.hpp"
#include "apply/passed_over.hpp"
#include "apply/session.hpp"
#include "plan/table_kind.hpp"
#include "plan/target.hpp"
#include "text.hpp"

namespace headway::detail {
namespace {

/// The revisions whose lines have to say that they are applied: the rows that are new, and what else the log
/// denies that all rows imply, or orders otherwise.
std::vector<std::uint32_t> to_be_told(const history& h, const std::vector<std::string>& rows,
                                      const std::vector<std::string_view>& added, const passed_over& denied) {
    const frontier stamped(h, resolver(h).rows(rows));
    revision_set told(h.count, 0);
    for (const auto* each : {&denied.revisions, &denied.moved, &denied.turned}) {
        for (const std::uint32_t revision : *each) {
            if (stamped.applied(revision)) told[revision] = 1;
        }
    }
    for (const std::string_view row : added) {
        told[resolver(h).revision(row)] = 1;
    }
    return members_of(told);
}

} // namespace

std::vector<std::string> apply_stamp(connection& to, const history& h, const planner& make_plan,
                                     const options& chosen) {
    require_kind(h, to.kind());
    const session open(to);
    to.lock();
    const std::vector<std::string> before = to.rows();
    std::vector<std::string> after;
    for (const std::uint32_t row : make_plan(chosen.purge ? std::vector<std::string>() : before).after) {
        insert_sorted(after, h.id(row));
    }
    passed_over denied;
    if (chosen.log && !after.empty()) denied = read_passed_over(to, h, after);
    if (before == after && denied.empty()) return after;
    const std::vector<std::string_view> added = difference(after, before);
    to.create_version_table();
    to.write_rows(difference(before, after), added);
    write_stamps(to, h, to_be_told(h, after, added, denied), chosen.log);
    to.commit();
    return after;
}

} // namespace headway::detail
