#include "link/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Resolves the parents of one history, and remembers what the suggestions need.
class resolver {
public:
    resolver(const std::vector<source>& sources, const revision_index& ids, bool complete, diagnostics& found)
        : sources_(sources), ids_(ids), complete_(complete), found_(found) {}

    void resolve(std::uint32_t child) {
        unknown_ = 0;
        for (const spelled& name : sources_[child].revises)
            resolve(child, name, true);
        for (const spelled& name : sources_[child].depends_on)
            resolve(child, name, false);
        if (unknown_ > most_told)
            found_.add(rule::unknown_parent, sources_[child].id.where,
                       fmt::format("'{}' names {} more revisions that no file here has",
                                   sources_[child].id.text, unknown_ - most_told));
    }

    std::vector<edge> edges;

private:
    void resolve(std::uint32_t child, const spelled& name, bool revises) {
        const auto parent = ids_.find(name.text);
        if (parent == ids_.end()) {
            if (complete_ && ++unknown_ <= most_told) report_unknown(child, name, revises);
        } else if (parent->second == child) {
            found_.add(rule::self_loop, name.where,
                       fmt::format("'{}' names itself as its own parent: name the revision that it follows",
                                   name.text));
        } else {
            edges.push_back({child, parent->second, revises, &name});
        }
    }

    void report_unknown(std::uint32_t child, const spelled& name, bool revises) {
        diagnostic& mistake =
            found_.add(rule::unknown_parent, name.where,
                       fmt::format("'{}' {} '{}', and no file here has that revision",
                                   sources_[child].id.text, revises ? "revises" : "depends on", name.text));
        mistake.notes.push_back(suggest(child, name.text));
    }

    /// The revision that was meant: the one with that label, the only one that begins so, or the nearest.
    note suggest(std::uint32_t child, std::string_view name) {
        const note nothing{{}, "add the file of that revision, or name another one"};
        if (searches_left_ == 0) return nothing;
        --searches_left_;
        if (const source* s = find_label(name))
            return {s->id.where, fmt::format("'{}' is a branch label; did you mean '{}'?", name, s->id.text)};
        const source* meant = find_beginning(child, name);
        if (meant == nullptr) meant = find_nearest(child, name);
        if (meant == nullptr) return nothing;
        return {meant->id.where, fmt::format("did you mean '{}'?", meant->id.text)};
    }

    const source* find_label(std::string_view name) const {
        for (const source& s : sources_)
            for (const spelled& label : s.labels)
                if (label.text == name) return &s;
        return nullptr;
    }

    /// Null if several begin so.
    const source* find_beginning(std::uint32_t child, std::string_view name) const {
        const source* only = nullptr;
        for (const source& s : sources_) {
            if (&s == &sources_[child] || !s.id.text.starts_with(name)) continue;
            if (only != nullptr) return nullptr;
            only = &s;
        }
        return only;
    }

    const source* find_nearest(std::uint32_t child, std::string_view name) {
        if (all_ids_.empty())
            for (const source& s : sources_)
                all_ids_.push_back(s.id.text);
        std::swap(all_ids_[child], all_ids_.back());
        const std::span<const std::string_view> others(all_ids_.data(), all_ids_.size() - 1);
        const auto meant = ids_.find(nearest(name, others));
        std::swap(all_ids_[child], all_ids_.back());
        return meant == ids_.end() ? nullptr : &sources_[meant->second];
    }

    const std::vector<source>& sources_;
    const revision_index& ids_;
    bool complete_;
    diagnostics& found_;
    std::vector<std::string_view> all_ids_;
    /// Nobody writes more by hand: where more are unknown, something else is wrong.
    static constexpr std::size_t most_told = 100;
    std::size_t unknown_ = 0;               ///< Of one revision.
    std::size_t searches_left_ = most_told; ///< Each looks at all revisions.
};

} // namespace

void drop_duplicates(std::vector<source>& sources, diagnostics& found) {
    std::unordered_map<std::string_view, std::size_t> seen;
    seen.reserve(sources.size());
    std::vector<std::size_t> duplicates;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto [first, is_new] = seen.emplace(sources[i].id.text, i);
        if (is_new) continue;
        const source& other = sources[first->second];
        duplicates.push_back(i);
        found
            .add(rule::duplicate_id, sources[i].id.where,
                 fmt::format("revision '{}' is in two files, {} and {}: give one of them another id",
                             other.id.text, other.file_name, sources[i].file_name))
            .notes.push_back({other.id.where, "the other one is here"});
    }
    for (auto i = duplicates.rbegin(); i != duplicates.rend(); ++i)
        sources.erase(sources.begin() + static_cast<std::ptrdiff_t>(*i));
}

revision_index index_ids(const std::vector<source>& sources) {
    revision_index ids;
    ids.reserve(sources.size());
    for (const source& s : sources)
        ids.emplace(s.id.text, static_cast<std::uint32_t>(ids.size()));
    return ids;
}

void check_labels(const std::vector<source>& sources, const revision_index& ids, diagnostics& found) {
    std::unordered_map<std::string_view, const spelled*> seen;
    for (const source& s : sources) {
        for (const spelled& label : s.labels) {
            if (const auto id = ids.find(label.text); id != ids.end()) {
                found
                    .add(rule::duplicate_label, label.where,
                         fmt::format("branch label '{}' is also the id of a revision: choose another label",
                                     label.text))
                    .notes.push_back({sources[id->second].id.where, "the revision is here"});
            } else if (const auto [first, is_new] = seen.emplace(label.text, &label); !is_new) {
                found
                    .add(rule::duplicate_label, label.where,
                         fmt::format("branch label '{}' is given twice: a label names one revision",
                                     label.text))
                    .notes.push_back({first->second->where, "it is first given here"});
            }
        }
    }
}

std::vector<edge> resolve_parents(const std::vector<source>& sources, const revision_index& ids,
                                  bool complete, diagnostics& found) {
    resolver to(sources, ids, complete, found);
    for (std::uint32_t child = 0; child < sources.size(); ++child)
        to.resolve(child);
    return std::move(to.edges);
}

} // namespace headway::compiler
