#include "sqlite/bystanders.hpp"

#include "sql/spelled_name.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

namespace headway::detail {
namespace {

constexpr const char* all_of_them = "sql IS NOT NULL ORDER BY rowid";
constexpr std::string_view names_of_kinds[] = {"view", "trigger", "index"};

std::string_view type_of(bystanders::kind of) noexcept {
    return names_of_kinds[static_cast<std::size_t>(of)];
}

bystanders::kind kind_of(std::string_view type) noexcept {
    const auto found = std::find(std::begin(names_of_kinds), std::end(names_of_kinds), type);
    return static_cast<bystanders::kind>(found - std::begin(names_of_kinds));
}

int execute(sqlite3* db, const std::string& sql) noexcept {
    return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
}

std::string refusal_of(std::string_view type, std::string_view name, std::string_view message) {
    return joined({type, " ", name, ", which no revision made, cannot work after this: ", message,
                   "\nDrop it before migrating, and create it again afterwards as it should be then."});
}

} // namespace

/// `where` may ask for ?1, a type, and ?2, a name.
int bystanders::read(sqlite3* db, const char* where, std::string_view type, std::string_view name,
                     objects& into) {
    sqlite_statement query;
    const std::string sql = joined(
        {"SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE type <> 'table' AND ", where});
    int code = query.prepare(db, sql.c_str());
    if (code == SQLITE_OK && query.parameters() > 0) code = query.bind(1, type);
    if (code == SQLITE_OK && query.parameters() > 1) code = query.bind(2, name);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = query.step();
        if (code == SQLITE_ROW)
            into.push_back({kind_of(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                            std::string(query.text(3))});
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

std::string bystanders::drop(const object& one, const char* condition) {
    return joined({"DROP ", type_of(one.type), condition, " main.", quoted(one.name)});
}

const bystanders::object* bystanders::noted(const object& one) const noexcept {
    const auto found = std::find_if(noted_.begin(), noted_.end(), [&](const object& each) {
        return each.type == one.type && each.name == one.name;
    });
    return found == noted_.end() ? nullptr : &*found;
}

/// The text before renamings rewrote it.
const std::string& bystanders::first_text(const object& one) const noexcept {
    const object* const before = noted(one);
    return before == nullptr ? one.sql : before->sql;
}

bool bystanders::is_absent(const object& one) const noexcept {
    return std::any_of(absent_.begin(), absent_.end(),
                       [&](const object& each) { return each.type == one.type && each.name == one.name; });
}

/// Leaves out what revisions made, but for triggers that go and come with a view of others.
void bystanders::leave_out_own(objects& all) const {
    const auto goes_with_view_of_others = [&](const object& one) {
        return one.type == kind::trigger && std::any_of(all.begin(), all.end(), [&](const object& each) {
                   return each.type == kind::view && same_name(each.name, one.table) && !is_own_(each.name);
               });
    };
    objects others;
    for (const object& one : all) {
        if (!is_own_(one.name) || goes_with_view_of_others(one)) others.push_back(one);
    }
    all = std::move(others);
}

/// What has not changed since it was noted before works as it did.
int bystanders::note(sqlite3* db) {
    const objects before = std::exchange(noted_, {});
    std::map<std::pair<kind, std::string_view>, const object*> known;
    for (const object& one : before) {
        known.emplace(std::pair(one.type, std::string_view(one.name)), &one);
    }
    std::map<std::string_view, bool> tables; // and whether their triggers work
    int code = read(db, all_of_them, {}, {}, noted_);
    leave_out_own(noted_);
    for (object& one : noted_) {
        if (code != SQLITE_OK || one.type == kind::index) continue;
        const auto same = known.find(std::pair(one.type, std::string_view(one.name)));
        const auto table = one.type == kind::trigger ? tables.find(one.table) : tables.end();
        std::string message;
        if (same != known.end() && same->second->sql == one.sql)
            one.works = same->second->works;
        else if (table != tables.end())
            one.works = table->second;
        else if (code = try_out(db, one, message); one.type == kind::trigger)
            tables.emplace(one.table, one.works = message.empty());
        else
            one.works = message.empty();
    }
    return code;
}

int bystanders::look(sqlite3* db) {
    if (!is_own_) return SQLITE_OK;
    disturbed_ = true;
    if (looked_) return SQLITE_OK;
    const int code = note(db);
    looked_ = code == SQLITE_OK;
    return code;
}

int bystanders::make_way(sqlite3* db, std::string_view message, bool& made) {
    made = false;
    constexpr std::string_view beginning = "error in ";
    if (!is_own_ || message.substr(0, beginning.size()) != beginning) return SQLITE_OK;
    objects blamed; // names may hold what follows them in the message
    int code = read(db,
                    "substr(?1, 1, length(type) + length(name) + 2) IN "
                    "(type || ' ' || name || ' ', type || ' ' || name || ':') ORDER BY length(name) DESC",
                    message.substr(beginning.size()), {}, blamed);
    if (code != SQLITE_OK || blamed.empty() || is_own_(blamed.front().name)) return code;
    made = true;
    blamed.front().required = true;
    return take(db, blamed.front());
}

/// A view takes its triggers along.
int bystanders::take(sqlite3* db, const object& one) {
    const std::size_t first = absent_.size();
    const int code = read(
        db,
        "(type = ?1 AND name = ?2) OR (?1 = 'view' AND type = 'trigger' AND tbl_name = ?2 COLLATE NOCASE)",
        type_of(one.type), one.name, absent_);
    if (code != SQLITE_OK) return code;
    for (std::size_t at = first; at < absent_.size(); ++at) {
        absent_[at].required = one.required;
    }
    return execute(db, drop(one, ""));
}

/// Those that a renaming has rewritten and that do not work so, since the table was renamed to be made anew;
/// and triggers that went with it.
int bystanders::take_changed(sqlite3* db) {
    objects all;
    if (const int code = read(db, all_of_them, {}, {}, all); code != SQLITE_OK) return code;
    std::map<std::pair<kind, std::string_view>, const object*> now;
    for (const object& one : all) {
        now.emplace(std::pair(one.type, std::string_view(one.name)), &one);
    }
    for (const object& one : noted_) {
        if (is_absent(one)) continue;
        const auto found = now.find(std::pair(one.type, std::string_view(one.name)));
        if (found == now.end()) {
            if (one.type != kind::view && !is_own_(one.name)) absent_.push_back(one);
            continue;
        }
        const object& changed = *found->second;
        std::string message;
        int code = SQLITE_OK;
        if (changed.sql != one.sql) code = try_out(db, changed, message);
        if (code == SQLITE_OK && !message.empty() && !is_own_(one.name)) code = take(db, changed);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

/// With its first text, or with the one that renamings have made of it where its table has only a new name.
int bystanders::create(sqlite3* db, const object& one) const {
    const int code = execute(db, first_text(one));
    return code == SQLITE_ERROR && first_text(one) != one.sql ? execute(db, one.sql) : code;
}

/// Leaves in place what works, or did not before.
int bystanders::restore(sqlite3* db, const object& one, bool& works) const {
    std::string message;
    int code = adapt(db, one);
    if (code == SQLITE_OK) code = try_out(db, one, message);
    const object* const before = noted(one);
    works = message.empty() || (before != nullptr && !before->works);
    return code == SQLITE_OK && !works ? execute(db, drop(one, " IF EXISTS")) : code;
}

/// Gives what does not work otherwise the text that renamings have made of it.
int bystanders::adapt(sqlite3* db, const object& one) const {
    std::string message;
    const int code = try_out(db, one, message);
    if (code != SQLITE_OK || message.empty() || first_text(one) == one.sql) return code;
    return execute(db, joined({drop(one, " IF EXISTS"), "; ", one.sql}));
}

int bystanders::judge(sqlite3* db, const object& one, std::string& refusal) const {
    const object* const before = noted(one);
    if (!one.required || (before != nullptr && !before->works)) return SQLITE_OK;
    std::string message;
    const int code = try_out(db, one, message);
    if (!message.empty()) refusal = refusal_of(type_of(one.type), one.name, message);
    return code;
}

/// Puts back those of one kind; those that do not work, which others may need, come to `left`.
int bystanders::settle(sqlite3* db, kind type, objects& left) const {
    objects made;
    int code = SQLITE_OK;
    for (const object& one : absent_) {
        if (one.type != type) continue;
        code = create(db, one);
        const bool fails = code == SQLITE_ERROR || code == SQLITE_CONSTRAINT;
        if (code != SQLITE_OK && !fails) return code;
        (fails ? left : made).push_back(one);
        code = SQLITE_OK;
    }
    for (bool all_work = false; !all_work;) {
        all_work = true;
        for (auto one = made.begin(); one != made.end();) {
            bool works = true;
            if (code = restore(db, *one, works); code != SQLITE_OK) return code;
            all_work = all_work && works;
            if (!works) left.push_back(*one);
            one = works ? std::next(one) : made.erase(one);
        }
    }
    return code;
}

int bystanders::settle(sqlite3* db) {
    disturbed_ = false;
    if (noted_.empty() && absent_.empty()) return SQLITE_OK; // as in most databases
    int code = take_changed(db);
    objects left;
    for (const kind type : {kind::index, kind::view, kind::trigger}) { // which may be one of a view
        if (code == SQLITE_OK) code = settle(db, type, left);
    }
    if (code == SQLITE_OK) absent_ = std::move(left);
    return code == SQLITE_OK && absent_.empty() ? note(db) : code;
}

int bystanders::put_back(sqlite3* db, std::string& refusal) {
    int code = take_changed(db);
    const auto each = [&](kind type, auto act) {
        for (const object& one : absent_) {
            if (code != SQLITE_OK || !refusal.empty()) return;
            if (one.type != type) continue;
            code = act(one);
            if (code != SQLITE_ERROR && code != SQLITE_CONSTRAINT) continue;
            if (one.required || code == SQLITE_CONSTRAINT)
                refusal = refusal_of(type_of(one.type), one.name, sqlite3_errmsg(db));
            code = SQLITE_OK;
        }
    };
    constexpr kind all[] = {kind::index, kind::view, kind::trigger}; // which may be one of a view
    for (const kind type : all) {
        each(type, [&](const object& one) { return create(db, one); });
        each(type, [&](const object& one) { return adapt(db, one); });
    }
    for (const kind type : all) {
        each(type, [&](const object& one) { return judge(db, one, refusal); });
    }
    return code;
}

void bystanders::forget() noexcept {
    looked_ = false;
    disturbed_ = false;
    noted_.clear();
    absent_.clear();
}

} // namespace headway::detail
