#include "sqlite/foreign_keys.hpp"

#include "sql/spelled_name.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <algorithm>
#include <utility>

namespace headway::detail {
namespace {

/// By what an orphan is known again; nothing if not by this.
using mark = std::string (*)(const orphan&);

std::string key_and_values(const orphan& one) {
    return joined({one.key->identity, one.values, one.complaint.empty() ? "" : "!"});
}

/// Wherever the row has moved.
std::string parent_and_values(const orphan& one) {
    return one.values.empty() ? one.values : joined({quoted(fold(one.key->parent)), one.values});
}

/// Whatever was made of its values.
std::string key_and_row(const orphan& one) {
    return one.row.empty() ? one.row : joined({one.key->identity, one.row});
}

/// A key that is gone and one that is new may be the same under another name.
std::string values_of_changed_key(const orphan& one) {
    return one.key->lasts ? std::string() : joined({"=", one.values, one.complaint.empty() ? "" : "!"});
}

using marked = std::pair<std::string, const orphan*>;

std::vector<marked> marked_by(mark how, const std::vector<const orphan*>& all) {
    std::vector<marked> found;
    for (const orphan* one : all) {
        found.emplace_back(how(*one), one);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Takes out of both lists what is known again, one for one.
void drop_common(std::vector<const orphan*>& before, std::vector<const orphan*>& after, mark how) {
    if (before.empty() || after.empty()) return;
    const std::vector<marked> old = marked_by(how, before);
    const std::vector<marked> now = marked_by(how, after);
    before.clear();
    after.clear();
    auto left = old.begin();
    auto right = now.begin();
    while (left != old.end() || right != now.end()) {
        const bool has_both = left != old.end() && right != now.end();
        if (has_both && left->first == right->first && !left->first.empty()) {
            ++left;
            ++right;
        } else if (right == now.end() || (has_both && left->first <= right->first)) {
            before.push_back((left++)->second);
        } else {
            after.push_back((right++)->second);
        }
    }
}

std::vector<const orphan*> all_of(const orphan_search& search) {
    std::vector<const orphan*> all;
    for (const orphan& one : search.orphans) {
        all.push_back(&one);
    }
    return all;
}

void note_what_lasts(orphan_search& one, const orphan_search& other) {
    for (foreign_key& key : one.keys) {
        key.lasts = std::any_of(other.keys.begin(), other.keys.end(),
                                [&](const foreign_key& its) { return its.identity == key.identity; });
    }
}

} // namespace

void foreign_key_guard::look_before(sqlite3* db) {
    if (!before_) before_ = find_orphans(db);
}

std::vector<std::string> foreign_key_guard::look_after(sqlite3* db) {
    std::vector<std::string> lines;
    if (!before_) return lines;
    orphan_search now = find_orphans(db);
    if (now.orphans.empty()) return lines;
    note_what_lasts(now, *before_);
    note_what_lasts(*before_, now);
    std::vector<const orphan*> before = all_of(*before_);
    std::vector<const orphan*> fresh = all_of(now);
    for (const mark how : {key_and_values, parent_and_values, key_and_row, values_of_changed_key}) {
        drop_common(before, fresh, how);
    }
    for (const orphan* one : fresh) {
        lines.push_back(describe(*one));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

void foreign_key_guard::reset() noexcept {
    before_.reset();
}

} // namespace headway::detail
