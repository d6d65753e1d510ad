// A file of its own, which a host links only if it names `verification::applied`.

#include "apply/verify_applied.hpp"

#include "apply/passed_over.hpp"
#include "headway/headway.hpp"
#include "headway/plan.hpp"
#include "plan/finder.hpp"
#include "plan/target.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

/// What the rows say is applied, as far as the history knows them.
frontier applied_of(const history& h, std::vector<std::string> rows) {
    finder known(h);
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](const std::string& row) { return known.find(row) == h.count; }),
               rows.end());
    return frontier(h, resolver(h).rows(rows));
}

} // namespace

void find_edited(connection& to, const history& h,
                 const std::function<void(std::uint32_t, const logged_revision&)>& each) {
    const frontier state = applied_of(h, to.rows());
    finder known(h);
    to.read_log([&](const logged_revision& line) {
        const std::uint32_t index = known.find(line.revision);
        // The log says nothing of what Alembic has taken back since.
        if (index == h.count || !line.is_applied() || !state.applied(index) ||
            line.checksum == checksum_text(h, index))
            return;
        each(index, line);
    });
}

void verify_applied(connection& to, const history& h, const options& chosen) {
    if (chosen.on_passed_over == passed_over_policy::refuse)
        static_cast<void>(to_make_up_for(to, h, to.rows(), direction::up, chosen));
    std::string edited;
    std::uint32_t oldest = h.count;
    find_edited(to, h, [&](std::uint32_t index, const logged_revision& line) {
        oldest = index;
        edited.insert(0, joined({"\n  ", h.file(index), ", applied at ", line.started}));
    });
    if (oldest == h.count) return;
    throw error(error_code::edited,
                joined({"the database was upgraded with other SQL than this program has:", edited,
                        "\nThese were edited after they were applied. Put back what they were, and write the "
                        "change as a new revision."}))
        .at(h.id(oldest), h.file(oldest), 0, 0);
}

} // namespace headway::detail
