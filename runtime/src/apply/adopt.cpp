#include "apply/adopt.hpp"

#include "apply/log_lines.hpp"
#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "plan/walk.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

/// The nearest ancestors that are applied, with a space between.
std::string applied_above(const history& h, const revision_set& applied, std::uint32_t revision) {
    revision_set above(h.count, 0);
    std::vector<std::uint32_t> ahead{revision};
    revision_set seen(h.count, 0);
    while (!ahead.empty()) {
        const std::uint32_t at = ahead.back();
        ahead.pop_back();
        for (const std::uint32_t parent : parents_of(h, at, edge_kind::all)) {
            if (seen[parent] != 0) continue;
            seen[parent] = 1;
            if (applied[parent] != 0) {
                above[parent] = 1;
            } else {
                ahead.push_back(parent);
            }
        }
    }
    std::string text;
    for (const std::uint32_t parent : members_of(above)) {
        if (!text.empty()) text += ' ';
        text += h.id(parent);
    }
    return text;
}

/// Whether it is one of several texts with a blank between: tools that read a file alike each have their own
/// checksum of it.
bool is_word_of(std::string_view texts, std::string_view text) {
    while (texts.size() > text.size()) {
        const std::size_t blank = texts.find(' ');
        if (blank == texts.npos) return false;
        if (texts.substr(0, blank) == text) return true;
        texts.remove_prefix(blank + 1);
    }
    return texts == text;
}

/// Takes what a tool's bookkeeping says for revisions of the history.
class bookkeeping {
public:
    bookkeeping(const history& h, std::string_view tool) : history_(h), tool_(tool), applied_(h.count, 0) {}

    void note(const booked_step& one) {
        if (one.state == booked_state::failed) refuse_failed(one);
        const std::uint32_t revision = find(one.name);
        if (revision == history_.count) {
            if (one.state == booked_state::applied_any) return;
            refuse_unknown(one);
        }
        require_checksum(one, revision);
        if (one.state == booked_state::applied_all) {
            const revision_set all = with_ancestors(history_, set_of(history_, {revision}), edge_kind::all);
            for (std::uint32_t index = 0; index < history_.count; ++index) {
                applied_[index] = applied_[index] != 0 || all[index] != 0 ? 1 : 0;
            }
        }
        applied_[revision] = 1;
    }

    adopted take() {
        adopted found;
        found.revisions = members_of(applied_);
        if (found.revisions.empty()) return found;
        found.tool = tool_;
        const frontier state(history_, found.revisions);
        for (const std::uint32_t row : state.rows()) {
            insert_sorted(found.rows, history_.id(row));
        }
        deny(found);
        return found;
    }

private:
    /// Fastest if steps are asked for in the history's order.
    std::uint32_t find(std::string_view name) {
        for (std::uint32_t looked = 0; looked < history_.count; ++looked) {
            const std::uint32_t at = next_;
            next_ = next_ + 1 == history_.count ? 0 : next_ + 1;
            if (history_.booked(at) == name) return at;
        }
        return history_.count;
    }

    /// What is implied and was not run; and what comes right behind it, which once came without it.
    void deny(adopted& found) const {
        const revision_set implied = with_ancestors(history_, applied_, edge_kind::all);
        for (std::uint32_t index = 0; index < history_.count; ++index) {
            if (implied[index] == 0) continue;
            if (applied_[index] == 0) {
                found.denied.revisions.push_back(index);
                continue;
            }
            for (const std::uint32_t parent : parents_of(history_, index, edge_kind::all)) {
                if (applied_[parent] != 0) continue;
                if (found.denied.moved.empty())
                    found.denied.parents_then = applied_above(history_, applied_, index);
                found.denied.moved.push_back(index);
                break;
            }
        }
    }

    [[noreturn]] void refuse_failed(const booked_step& one) const {
        throw error(
            error_code::half_done,
            joined({tool_, " says that its step ", printable(one.name),
                    " failed or was interrupted: the database may hold half of it\nNothing was changed. "
                    "Put the database right with ",
                    tool_, ", which knows how, or restore a backup; then launch again."}));
    }

    [[noreturn]] void refuse_unknown(const booked_step& one) const {
        throw error(error_code::unknown_revision,
                    joined({tool_, " has applied ", printable(one.name),
                            ", which this history does not have: the database is newer than this program, or "
                            "belongs to another one\nNothing was changed. Update this program."}));
    }

    void require_checksum(const booked_step& one, std::uint32_t revision) const {
        const std::string_view here = history_.fingerprint(revision);
        if (here.empty() || one.checksum.empty() || is_word_of(here, one.checksum)) return;
        throw error(error_code::edited,
                    joined({"revision ", history_.id(revision), " was edited after ", tool_,
                            " had applied it: its checksum was ", printable(one.checksum), " and is ", here,
                            "\nNothing was changed. Put the file back as it was when it was released; line "
                            "ends count for some tools."}))
            .at(history_.id(revision), history_.file(revision), 0, 0);
    }

    const history& history_;
    std::string_view tool_;
    revision_set applied_;
    std::uint32_t next_ = 0; ///< Where to look first.
};

} // namespace

void refuse_missing(const history& h, const adopted& found) {
    const std::uint32_t first = found.denied.revisions.front();
    std::string ids;
    for (const std::uint32_t revision : found.denied.revisions) {
        ids += joined({ids.empty() ? "" : ", ", h.id(revision)});
    }
    throw error(
        error_code::passed_over,
        joined({found.tool, " never applied ", ids, ", and applied ", h.id(found.denied.moved.front()),
                ", which comes behind it\nNothing was changed. `headway adopt --apply-missing` takes "
                "the database over and runs it, as passed_over_policy::apply does at launch; or run "
                "it with ",
                found.tool, " first."}))
        .at(h.id(first), h.file(first), 0, 0);
}

bool may_adopt(const history& h, const options& chosen) noexcept {
    if (h.count == 0) return false;
    bool any = chosen.unstamped.function() != nullptr;
    for (std::uint32_t index = 0; index < h.adoption_count; ++index) {
        any = any || h.adopted_tool(index) != schema_tool;
    }
    return any;
}

namespace {

/// Of the first tool that has applied anything.
adopted read_books(connection& from, const history& h) {
    for (std::uint32_t index = 0; index < h.adoption_count; ++index) {
        if (h.adopted_tool(index) == schema_tool) continue;
        const std::vector<booked_step> steps = from.booked(h.adoption_query(index));
        if (steps.empty()) continue;
        bookkeeping books(h, h.adopted_tool(index));
        for (const booked_step& one : steps) {
            books.note(one);
        }
        if (adopted found = books.take()) return found;
    }
    return {};
}

} // namespace

adopted read_adopted(connection& from, const history& h, const options& chosen) {
    if (!may_adopt(h, chosen) || from.has_version_table()) return {};
    adopted found = read_books(from, h);
    adopt::recogniser* const recognise = chosen.unstamped.function();
    if (recognise != nullptr) from.at_one_moment([&](connection& at) { recognise(at, h, chosen, found); });
    return found;
}

void write_adopted(connection& to, const history& h, const adopted& found, bool log) {
    to.create_version_table();
    std::vector<std::string_view> added;
    for (const std::string& row : found.rows) {
        added.emplace_back(row);
    }
    to.write_rows({}, added);
    if (!log) return;
    const std::string operation = joined({"adopt ", found.tool});
    const revision_set applied = set_of(h, found.revisions);
    for (const std::uint32_t revision : found.revisions) {
        to.write_log(log_of_adoption(h, revision, operation, applied_above(h, applied, revision)));
    }
}

} // namespace headway::detail
