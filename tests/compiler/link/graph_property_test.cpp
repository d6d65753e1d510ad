#include "catch.hpp"
#include "make_source.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace headway;
using namespace headway::test;

namespace {

using random_engine = std::mt19937;

std::uint32_t pick(random_engine& random, std::size_t below) {
    return std::uniform_int_distribution<std::uint32_t>(0, static_cast<std::uint32_t>(below) - 1)(random);
}

/// A history whose ids and dates say nothing about its order. Parents may be redundant or listed twice.
std::vector<revision> random_history(random_engine& random) {
    std::vector<revision> revisions(1 + pick(random, 40));
    std::vector<std::uint32_t> numbers(revisions.size());
    std::iota(numbers.begin(), numbers.end(), 100U);
    std::shuffle(numbers.begin(), numbers.end(), random);
    const std::uint32_t reach_back = 1 + pick(random, revisions.size());
    for (std::size_t i = 0; i < revisions.size(); ++i) {
        revisions[i].id = "r" + std::to_string(numbers[i]);
        if (pick(random, 4) != 0) revisions[i].created = pick(random, 8);
        const auto earlier = [&] {
            return revisions[i - 1 - pick(random, std::min<std::size_t>(i, reach_back))].id;
        };
        for (std::uint32_t n = i == 0 ? 0 : pick(random, 4); n > 0; --n)
            revisions[i].revises.push_back(earlier());
        for (std::uint32_t n = i == 0 || pick(random, 3) != 0 ? 0 : pick(random, 3); n > 0; --n)
            revisions[i].depends_on.push_back(earlier());
    }
    return revisions;
}

/// Plants mistakes of every kind.
void spoil(std::vector<revision>& revisions, random_engine& random) {
    const auto any = [&]() -> revision& { return revisions[pick(random, revisions.size())]; };
    for (std::uint32_t n = pick(random, 3); n > 0; --n)
        any().revises.push_back(any().id); // a cycle, as often as not
    for (std::uint32_t n = pick(random, 2); n > 0; --n)
        any().depends_on.push_back("r9" + std::to_string(pick(random, 100)));
    for (std::uint32_t n = pick(random, 3); n > 0; --n)
        any().labels.push_back(pick(random, 2) == 0 ? "label" : any().id);
    for (std::uint32_t n = pick(random, 2); n > 0; --n)
        any().id = any().id;
}

/// Who descends from whom, the slow and plain way.
class reference {
public:
    explicit reference(const std::vector<revision>& revisions) {
        for (const revision& r : revisions)
            by_id_[r.id] = &r;
    }
    bool descends(const std::string& child, const std::string& ancestor, bool by_any) const {
        return ancestors(child, by_any).contains(ancestor);
    }
    const revision& operator[](const std::string& id) const { return *by_id_.at(id); }

private:
    std::set<std::string> ancestors(const std::string& id, bool by_any) const {
        std::set<std::string> all;
        std::vector<std::string> pending{id};
        while (!pending.empty()) {
            const revision& r = *by_id_.at(pending.back());
            pending.pop_back();
            std::vector<std::string> parents = r.revises;
            if (by_any) parents.insert(parents.end(), r.depends_on.begin(), r.depends_on.end());
            for (const std::string& parent : parents)
                if (all.insert(parent).second) pending.push_back(parent);
        }
        return all;
    }
    std::map<std::string, const revision*> by_id_;
};

std::set<std::string> kept_revises(const revision& r, const reference& all) {
    std::set<std::string> kept;
    for (const std::string& p : r.revises)
        if (std::none_of(r.revises.begin(), r.revises.end(),
                         [&](auto& q) { return all.descends(q, p, false); }))
            kept.insert(p);
    return kept;
}

std::set<std::string> kept_dependencies(const revision& r, const reference& all) {
    std::vector<std::string> parents = r.revises;
    parents.insert(parents.end(), r.depends_on.begin(), r.depends_on.end());
    std::set<std::string> kept;
    for (const std::string& p : r.depends_on)
        if (std::find(r.revises.begin(), r.revises.end(), p) == r.revises.end() &&
            std::none_of(parents.begin(), parents.end(), [&](auto& q) { return all.descends(q, p, true); }))
            kept.insert(p);
    return kept;
}

/// All that can be told apart of a graph, as text.
std::string print(const graph& of) {
    std::string text;
    for (const linked_revision& r : of.revisions) {
        text += r.from.file_name + " revises";
        for (const auto& id : ids(of, r.revises))
            text += " " + id;
        text += " depends on";
        for (const auto& id : ids(of, r.depends_on))
            text += " " + id;
        text += "\n";
    }
    for (const auto& id : ids(of, of.heads))
        text += "head " + id + "\n";
    for (const auto& id : ids(of, of.bases))
        text += "base " + id + "\n";
    return text;
}

} // namespace

TEST_CASE("random histories: the order is a linear extension and the parents are the reduced ones") {
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        INFO("seed " << seed);
        random_engine random(seed);
        const auto revisions = random_history(random);
        const reference all(revisions);
        diagnostics found;
        const graph history = link(make_sources(revisions), {true, true}, found);
        REQUIRE_FALSE(found.has_errors());
        REQUIRE(history.revisions.size() == revisions.size());

        std::set<std::string> revised;
        std::size_t left_out = 0;
        for (std::uint32_t i = 0; i < history.revisions.size(); ++i) {
            const linked_revision& r = history.revisions[i];
            const revision& plain = all[r.from.id.text];
            for (const std::uint32_t parent : r.revises)
                REQUIRE(parent < i);
            for (const std::uint32_t parent : r.depends_on)
                REQUIRE(parent < i);
            const auto revises = ids(history, r.revises);
            const auto depends_on = ids(history, r.depends_on);
            REQUIRE(std::set(revises.begin(), revises.end()) == kept_revises(plain, all));
            REQUIRE(std::set(depends_on.begin(), depends_on.end()) == kept_dependencies(plain, all));
            left_out += plain.revises.size() - revises.size() + plain.depends_on.size() - depends_on.size();
            revised.insert(plain.revises.begin(), plain.revises.end());
        }
        REQUIRE(found.list().size() == left_out);
        for (std::uint32_t i = 0; i < history.revisions.size(); ++i) {
            const bool is_head =
                std::find(history.heads.begin(), history.heads.end(), i) != history.heads.end();
            REQUIRE(is_head != revised.contains(history.revisions[i].from.id.text));
        }
    }
}

TEST_CASE("random histories: graph and diagnostics are the same for any order of the files") {
    std::set<rule> seen;
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        INFO("seed " << seed);
        random_engine random(seed);
        auto revisions = random_history(random);
        if (seed % 3 != 0) spoil(revisions, random);
        std::vector<source> sources;
        for (std::size_t i = 0; i < revisions.size(); ++i)
            sources.push_back(make_source(revisions[i], "n" + std::to_string(i)));
        const link_options options{seed % 2 == 0, seed % 5 == 0};

        diagnostics found;
        const std::string expected = print(link(sources, options, found));
        for (const diagnostic& each : found.list())
            seen.insert(each.id);
        for (int shuffles = 0; shuffles < 4; ++shuffles) {
            std::shuffle(sources.begin(), sources.end(), random);
            diagnostics again;
            REQUIRE(print(link(sources, options, again)) == expected);
            REQUIRE(again.render() == found.render());
        }
    }
    // The mistakes that were planted are of every kind.
    CHECK(seen == std::set{rule::duplicate_id, rule::unknown_parent, rule::self_loop, rule::cycle,
                           rule::duplicate_label, rule::redundant_parent, rule::multiple_heads,
                           rule::multiple_bases});
}
