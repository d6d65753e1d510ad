// A file of its own, which a host links only if it names `adopt::by_schema`.

#include "apply/adopt.hpp"
#include "headway/headway.hpp"
#include "plan/walk.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/replayed_schema.hpp"
#include "sqlite/schema_difference.hpp"
#include "sqlite/schema_digest.hpp"
#include "text.hpp"

#include <algorithm>
#include <cstdlib>

namespace headway::detail {
namespace {

using digests = std::vector<std::uint64_t>;

/// Those of the table; too few if it has none.
digests digests_of(const history& h) {
    digests all;
    for (std::uint32_t index = 0; index < h.adoption_count; ++index) {
        if (h.adopted_tool(index) != schema_tool) continue;
        std::string_view text = h.adoption_query(index);
        for (; text.size() >= digest_digits; text.remove_prefix(digest_digits)) {
            const std::string one(text.substr(0, digest_digits));
            all.push_back(std::strtoull(one.c_str(), nullptr, 16));
        }
    }
    return all;
}

/// A revision, and a line for each object in which the database differs from what it yields.
struct near_revision {
    std::uint32_t revision;
    std::string differences;
    std::ptrdiff_t count;
};

class recogniser {
public:
    recogniser(sqlite3* db, const history& h, const options& chosen)
        : db_(db),
          history_(h),
          options_(chosen),
          others_(h, chosen),
          live_(read_objects(db, chosen.version_table)) {
        others_.remove_from(live_);
    }

    /// Its revision, if the database holds anything. Where a tool's records have said it already, it has to
    /// be that.
    void recognise(adopted& into) {
        if (into) return require_recorded(into);
        if (live_.empty()) return;
        const std::vector<std::uint32_t> same = find_same();
        if (same.empty()) refuse_other();
        if (same.size() > 1) refuse_several(same);
        into.tool = schema_tool;
        into.rows = {std::string(history_.id(same.front()))};
        into.revisions = members_of(with_ancestors(history_, set_of(history_, same), edge_kind::all));
    }

private:
    /// Calls `each` with every revision, ascending, and what it yields.
    template <class Each>
    void each_yield(Each each) const {
        replay_each_schema(db_, history_, options_,
                           [&](std::uint32_t revision, std::vector<digested_object> due) {
                               others_.remove_from(due);
                               each(revision, due);
                           });
    }

    [[nodiscard]] std::vector<std::uint32_t> find_same() const {
        digests due = digests_of(history_);
        if (due.size() != history_.count) {
            due.clear();
            each_yield([&](std::uint32_t, const auto& objects) { due.push_back(digest_of(objects)); });
        }
        std::vector<std::uint32_t> same;
        const std::uint64_t live = digest_of(live_);
        for (std::uint32_t revision = 0; revision < history_.count; ++revision) {
            if (due[revision] == live) same.push_back(revision);
        }
        return same;
    }

    /// A tool without transactions leaves what it has half done without a mark.
    void require_recorded(const adopted& found) const {
        if (!found.denied.revisions.empty() || found.rows.size() != 1)
            return; // what the rows imply was not run
        if (has_digest_of(found.rows.front())) return;
        std::vector<digested_object> due = replay_schema(db_, history_, found.rows, options_);
        others_.remove_from(due);
        const std::string text = differences(due, live_, others_);
        if (text.empty()) return;
        throw error(
            error_code::drifted,
            joined(
                {found.tool, " says that the database is at ", found.rows.front(),
                 ", whose schema it does not have:", text, "\nNothing was changed. A run of ", found.tool,
                 " has left a step half done, or something else has changed it. Put it right, or name what "
                 "is others' in `ignore`."}));
    }

    /// Whether the table says that the revision has this schema.
    [[nodiscard]] bool has_digest_of(std::string_view id) const {
        const digests due = digests_of(history_);
        if (due.size() != history_.count) return false;
        std::uint32_t revision = 0;
        while (history_.id(revision) != id) {
            ++revision;
        }
        return due[revision] == digest_of(live_);
    }

    [[nodiscard]] std::vector<near_revision> find_nearest() const {
        std::vector<near_revision> all;
        each_yield([&](std::uint32_t revision, const auto& due) {
            std::string text = differences(due, live_, others_);
            const std::ptrdiff_t count = std::count(text.begin(), text.end(), '\n');
            all.push_back({revision, std::move(text), count});
        });
        std::sort(all.begin(), all.end(), [](const near_revision& left, const near_revision& right) {
            return left.count != right.count ? left.count < right.count : left.revision > right.revision;
        });
        return all;
    }

    [[nodiscard]] std::string describe_nearest() const {
        constexpr std::size_t most = 3;
        std::string text;
        std::vector<near_revision> all;
        try {
            all = find_nearest();
        } catch (const error&) {
            return text; // what this program's SQLite cannot replay
        }
        for (std::size_t at = 0; at < std::min(most, all.size()); ++at) {
            text += joined({at == 0 ? "; nearest to it:" : "", "\n", history_.id(all[at].revision), ", ",
                            history_.summary(all[at].revision), all[at].differences});
        }
        return text;
    }

    [[noreturn]] void refuse_other() const {
        throw error(
            error_code::drifted,
            joined({"the database has tables and no version table, and the schema of no revision",
                    describe_nearest(),
                    "\nNothing was changed. Undo what something else has changed, name what is others' in "
                    "`ignore`, or say where it is by `headway stamp`."}));
    }

    [[noreturn]] void refuse_several(const std::vector<std::uint32_t>& same) const {
        std::string ids;
        for (const std::uint32_t revision : same) {
            ids += joined({ids.empty() ? "" : ", ", history_.id(revision)});
        }
        throw error(
            error_code::drifted,
            joined({"the database has tables and no version table, and the schema of several revisions, "
                    "which differ in rows alone: ",
                    ids, "\nNothing was changed. Say which it is: headway stamp ",
                    history_.id(same.back())}));
    }

    sqlite3* db_;
    const history& history_;
    const options& options_;
    ignored_names others_;
    std::vector<digested_object> live_;
};

} // namespace

void adopt_by_schema(connection& from, const history& h, const options& chosen, adopted& into) {
    recogniser(handle_of(from), h, chosen).recognise(into);
}

} // namespace headway::detail
