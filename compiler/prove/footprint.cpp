#include "prove/footprint.hpp"

#include "prove/touched_names.hpp"
#include "read/place.hpp"
#include "sql/statement.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace headway::compiler {
namespace {

using numbers = std::vector<std::uint32_t>;

/// What a statement may depend on whose text does not tell; every section speaks of it.
constexpr std::uint32_t anything = 0;
/// That no view and no trigger is broken, which ALTER TABLE asks for.
constexpr std::uint32_t sound_schema = 1;

void sort(numbers& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

bool contains(const numbers& all, std::uint32_t one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

/// Reads the sections of a history one by one.
class footprints::reading {
public:
    explicit reading(footprints& into) : into_(into) { names_ = {{"", anything}, {" ", sound_schema}}; }

    void read(const section& up) {
        numbers writes;
        numbers mentions;
        if (has_sql(up)) mentions.push_back(anything);
        changes_.emplace_back();
        for (const script_span& each : find_statements(up.sql()))
            read(names_touched_by(each.in(up.sql())), writes, mentions);
        into_.writes_.push_back(std::move(writes));
        into_.mentions_.push_back(std::move(mentions));
    }
    void finish();

private:
    struct made_object {
        std::uint32_t name;
        std::uint32_t table;
        bool is_reader;
        numbers mentions;
    };
    struct change {
        numbers made;
        numbers dropped;
    };
    std::uint32_t number_of(const std::string& name) {
        return names_.try_emplace(name, static_cast<std::uint32_t>(names_.size())).first->second;
    }
    void read(const touched_names& of, numbers& writes, numbers& mentions) {
        numbers own;
        for (const std::string& name : of.mentions)
            own.push_back(number_of(name));
        for (const std::string& name : of.writes)
            writes.push_back(number_of(name));
        if (of.is_open) writes.push_back(anything);
        if (of.alters) own.push_back(sound_schema);
        mentions.insert(mentions.end(), own.begin(), own.end());
        if (!of.dropped.empty()) changes_.back().dropped.push_back(number_of(of.dropped));
        if (of.made.empty()) return;
        changes_.back().made.push_back(number_of(of.made));
        sort(own);
        objects_.push_back({number_of(of.made), number_of(of.table), of.makes_reader, std::move(own)});
    }
    void find_breakages();
    void keep_written_names();
    void index();

    footprints& into_;
    std::unordered_map<std::string, std::uint32_t> names_;
    std::vector<made_object> objects_;
    std::vector<change> changes_; ///< Of each revision.
};

/// A section that takes what a view or trigger reads, and leaves both so, breaks it.
void footprints::reading::find_breakages() {
    std::vector<std::vector<const made_object*>> readers(names_.size());
    for (const made_object& each : objects_) {
        for (const std::uint32_t name : each.mentions) {
            if (each.is_reader && name != each.name && name != each.table) readers[name].push_back(&each);
        }
    }
    for (std::size_t revision = 0; revision < changes_.size(); ++revision) {
        const numbers& made = changes_[revision].made;
        const numbers& dropped = changes_[revision].dropped;
        const bool breaks = std::any_of(dropped.begin(), dropped.end(), [&](std::uint32_t name) {
            return !contains(made, name) &&
                   std::any_of(readers[name].begin(), readers[name].end(),
                               [&](const made_object* each) { return !contains(dropped, each->name); });
        });
        if (breaks) into_.writes_[revision].push_back(sound_schema);
    }
}

void footprints::reading::keep_written_names() {
    std::vector<bool> is_written(names_.size());
    for (numbers& each : into_.writes_) {
        sort(each);
        for (const std::uint32_t name : each)
            is_written[name] = true;
    }
    const auto prune = [&](numbers& all) {
        std::erase_if(all, [&](std::uint32_t name) { return !is_written[name]; });
        sort(all);
    };
    for (numbers& each : into_.mentions_)
        prune(each);
    for (made_object& each : objects_)
        prune(each.mentions);
}

void footprints::reading::index() {
    const std::size_t count = names_.size();
    for (auto* each : {&into_.writers_, &into_.mentioners_, &into_.speaks_of_, &into_.spoken_of_})
        each->resize(count);
    into_.below_.resize(count);
    into_.above_.resize(count);
    for (std::uint32_t revision = 0; revision < into_.writes_.size(); ++revision) {
        for (const std::uint32_t name : into_.writes_[revision])
            into_.writers_[name].push_back(revision);
        for (const std::uint32_t name : into_.mentions_[revision])
            into_.mentioners_[name].push_back(revision);
    }
    for (const made_object& each : objects_) {
        for (const std::uint32_t name : each.mentions) {
            if (name == anything || name == sound_schema || name == each.name) continue;
            into_.speaks_of_[each.name].push_back(name);
            into_.spoken_of_[name].push_back(each.name);
        }
    }
    into_.related_.resize(into_.writes_.size());
}

void footprints::reading::finish() {
    find_breakages();
    keep_written_names();
    index();
}

footprints::footprints(const graph& history) {
    reading all(*this);
    for (const linked_revision& each : history.revisions)
        all.read(each.from.up);
    all.finish();
}

const footprints::numbers& footprints::reached(std::uint32_t from, const std::vector<numbers>& steps,
                                               std::vector<std::optional<numbers>>& known) {
    if (known[from]) return *known[from];
    numbers all{from};
    std::vector<bool> seen(steps.size());
    seen[from] = true;
    for (std::size_t at = 0; at < all.size(); ++at) {
        for (const std::uint32_t next : steps[all[at]]) {
            if (!seen[next]) all.push_back(next);
            seen[next] = true;
        }
    }
    return known[from].emplace(std::move(all));
}

const std::vector<std::uint32_t>& footprints::related_to(std::uint32_t revision) {
    if (related_[revision]) return *related_[revision];
    numbers all;
    const auto add = [&](const numbers& more) { all.insert(all.end(), more.begin(), more.end()); };
    for (const std::uint32_t name : writes_[revision]) {
        for (const std::uint32_t each : reached(name, spoken_of_, above_))
            add(mentioners_[each]);
    }
    for (const std::uint32_t name : mentions_[revision]) {
        for (const std::uint32_t each : reached(name, speaks_of_, below_))
            add(writers_[each]);
    }
    sort(all);
    return related_[revision].emplace(std::move(all));
}

} // namespace headway::compiler
