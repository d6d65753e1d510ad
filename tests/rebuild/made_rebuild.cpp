#include "rebuild/made_rebuild.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::tests {
namespace {

/// In which order a table is made anew.
enum class way { beside, out_of_the_way, by_temporary };
/// How the rows are copied.
enum class copy { named, listed, star, in_two, by_expression };

std::string join(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Writes one rebuild: from `before` to `after`, both ways of it by themselves.
class rebuild_writer {
public:
    rebuild_writer(chance& random, const made_table& before, const made_table& after, mistake planted)
        : random_(random), before_(before), after_(after), planted_(planted), shared_(find_shared()) {}

    /// False if there is no place for the mistake.
    [[nodiscard]] bool write(std::vector<std::string>& into);

private:
    [[nodiscard]] std::vector<std::string> find_shared() const;
    [[nodiscard]] bool suits() const;
    [[nodiscard]] way choose_way();
    [[nodiscard]] copy choose_copy(bool from_temporary);
    void write_copy(const std::string& from, const std::string& to, bool from_temporary);
    void write_columns(const std::string& from, const std::string& to);
    void carry_counter(const std::string& from, const std::string& to);
    void write_objects();
    [[nodiscard]] std::string keyword(std::string text) {
        if (lower_)
            std::transform(text.begin(), text.end(), text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    }
    void add(std::string statement) { into_->push_back(std::move(statement)); }
    template <class List>
    void shuffle(List& list) {
        for (std::size_t at = 0; at + 1 < list.size(); ++at)
            std::swap(list[at], list[at + random_.below(list.size() - at)]);
    }
    [[nodiscard]] bool needs_rowids() const { return !before_.search.empty() && !before_.has_id(); }

    chance& random_;
    const made_table& before_;
    const made_table& after_;
    mistake planted_;
    std::vector<std::string> shared_; ///< Columns that both have, in the order of the new table.
    std::vector<std::string>* into_ = nullptr;
    bool lower_ = false;
    bool kept_rowids_ = false;
};

std::vector<std::string> rebuild_writer::find_shared() const {
    const std::vector<std::string> old = before_.stored();
    std::vector<std::string> shared;
    for (const std::string& each : after_.stored())
        if (std::find(old.begin(), old.end(), each) != old.end()) shared.push_back(each);
    return shared;
}

/// Whether the table offers a place for the mistake.
bool rebuild_writer::suits() const {
    switch (planted_) {
    case mistake::none:
        return true;
    case mistake::order_of_columns:
        return !before_.strict && shared_.size() > 2;
    case mistake::ids:
        return before_.has_id();
    case mistake::counter:
        return before_.key == made_key::counted;
    case mistake::rowids:
        return needs_rowids();
    case mistake::index:
        return !before_.indexes.empty();
    case mistake::trigger:
        return !before_.triggers.empty();
    }
    return false;
}

/// Children, searches and views follow a table that is renamed, or lose it.
way rebuild_writer::choose_way() {
    const bool is_alone = before_.others.empty() && before_.views.empty() && before_.triggers.empty();
    if (is_alone && random_.one_in(3)) return way::out_of_the_way;
    if (before_.key != made_key::counted && random_.one_in(4)) return way::by_temporary;
    return way::beside;
}

copy rebuild_writer::choose_copy(bool from_temporary) {
    const bool computes = std::any_of(before_.columns.begin(), before_.columns.end(),
                                      [](const made_column& each) { return each.generated; });
    const bool is_same = before_.stored() == after_.stored() && !computes;
    if (is_same && random_.one_in(2)) return copy::star;
    if (before_.has_id() && !from_temporary && random_.one_in(5)) return copy::in_two;
    if (random_.one_in(5)) return copy::by_expression;
    return shared_ == after_.stored() && random_.one_in(2) ? copy::listed : copy::named;
}

/// Copies columns by name on both sides, with the rowids where these are needed and there is room for them.
void rebuild_writer::write_columns(const std::string& from, const std::string& to) {
    std::vector<std::string> names = shared_;
    if (planted_ == mistake::ids) std::erase(names, before_.key_column());
    shuffle(names);
    std::vector<std::string> values = names;
    if (planted_ == mistake::order_of_columns) {
        // Two columns next to each other, neither of them the key.
        const auto is_free = [&](const std::string& name) {
            return name != before_.key_column() && name != "number";
        };
        std::stable_partition(names.begin(), names.end(), is_free);
        values = names;
        std::swap(values[0], values[1]);
    }
    if (kept_rowids_) {
        names.insert(names.begin(), "rowid");
        values.insert(values.begin(), "rowid");
    }
    add(fmt::format("{} {} ({})\n{} {} {} {}", keyword("INSERT INTO"), to, join(names), keyword("SELECT"),
                    join(values), keyword("FROM"), from));
}

void rebuild_writer::write_copy(const std::string& from, const std::string& to, bool from_temporary) {
    kept_rowids_ = planted_ != mistake::rowids && needs_rowids() && !from_temporary && random_.one_in(2);
    const bool must_name = kept_rowids_ || planted_ == mistake::order_of_columns ||
                           planted_ == mistake::ids || planted_ == mistake::rowids;
    switch (must_name ? copy::named : choose_copy(from_temporary)) {
    case copy::named:
        return write_columns(from, to);
    case copy::listed:
        return add(fmt::format("INSERT INTO {} SELECT {} FROM {}", to, join(shared_), from));
    case copy::star:
        return add(fmt::format("INSERT INTO {} SELECT * FROM {}", to, from));
    case copy::in_two:
        add(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {} WHERE id % 2 = 0", to, join(shared_),
                        join(shared_), from));
        return add(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {} WHERE id % 2 <> 0", to, join(shared_),
                               join(shared_), from));
    case copy::by_expression:
        return add(
            fmt::format("INSERT INTO {} ({})\nWITH old AS (SELECT * FROM {}) SELECT o.{} FROM old AS o", to,
                        join(shared_), from, fmt::join(shared_, ", o.")));
    }
}

void rebuild_writer::carry_counter(const std::string& from, const std::string& to) {
    if (before_.key != made_key::counted || planted_ == mistake::counter) return;
    add(fmt::format("DELETE FROM sqlite_sequence WHERE name = '{}'", to));
    add(fmt::format(
        "INSERT INTO sqlite_sequence (name, seq) SELECT '{}', seq FROM sqlite_sequence WHERE name "
        "= '{}'",
        to, from));
}

/// What went with the old table.
void rebuild_writer::write_objects() {
    std::vector<std::string> all = after_.indexes;
    if (planted_ == mistake::index) all.erase(all.begin());
    all.insert(all.end(), after_.triggers.begin(), after_.triggers.end());
    if (planted_ == mistake::trigger) all.pop_back();
    all.insert(all.end(), after_.views.begin(), after_.views.end());
    shuffle(all);
    for (std::string& each : all)
        add(std::move(each));
    if (needs_rowids() && !kept_rowids_ && planted_ != mistake::rowids)
        add(fmt::format("INSERT INTO {} ({}) VALUES ('rebuild')", before_.search, before_.search));
}

bool rebuild_writer::write(std::vector<std::string>& into) {
    if (!suits()) return false;
    into_ = &into;
    lower_ = random_.one_in(3);
    const std::string& name = before_.name;
    for (const std::string& view : before_.views)
        add(fmt::format("DROP VIEW {}", view.substr(12, view.find(' ', 12) - 12))); // behind CREATE VIEW
    const way how = choose_way();
    const std::string other = name + (random_.one_in(2) ? "_new" : "_old");
    if (how == way::beside) {
        add(after_.create(other));
        write_copy(name, other, false);
        carry_counter(name, other);
        add(fmt::format("{} {}", keyword("DROP TABLE"), name));
        add(fmt::format("{} {} {} {}", keyword("ALTER TABLE"), other, keyword("RENAME TO"), name));
    } else if (how == way::out_of_the_way) {
        add(fmt::format("ALTER TABLE {} RENAME TO {}", name, other));
        add(after_.create(name));
        write_copy(other, name, false);
        carry_counter(other, name);
        add(fmt::format("DROP TABLE {}", other));
    } else {
        add(fmt::format("CREATE TEMP TABLE {} AS SELECT {} FROM {}", other, join(before_.stored()), name));
        add(fmt::format("DROP TABLE {}", name));
        add(after_.create(name));
        write_copy(other, name, true);
        add(fmt::format("DROP TABLE {}", other));
    }
    write_objects();
    return true;
}

void add_table(const made_table& table, std::vector<std::string>& into) {
    into.push_back(table.create(table.name));
    for (const auto* some : {&table.others, &table.indexes, &table.triggers, &table.views})
        into.insert(into.end(), some->begin(), some->end());
}

} // namespace

std::optional<made_rebuild> make_rebuild(std::uint64_t seed, mistake planted) {
    chance random(seed);
    made_rebuild made;
    made.first.emplace_back("CREATE TABLE journal (what TEXT, key TEXT)");
    std::vector<made_table> tables;
    for (std::size_t count = 1 + random.below(3); count > 0; --count) {
        tables.push_back(make_table(random, fmt::format("t{}", count)));
        add_table(tables.back(), made.first);
    }
    const bool irreversible = random.one_in(4);
    for (std::size_t count = random.one_in(4) ? tables.size() : 1; count > 0; --count) {
        const made_table& before = tables[count - 1];
        const made_table after = change_table(random, before);
        // The mistake is made in the table that is rebuilt first.
        if (!rebuild_writer(random, before, after, planted).write(made.up)) return std::nullopt;
        if (!irreversible && !rebuild_writer(random, after, before, mistake::none).write(made.down))
            return std::nullopt;
        planted = mistake::none;
    }
    if (irreversible) made.down.clear();
    return made;
}

} // namespace headway::tests
