#include "link/annotations.hpp"

#include <algorithm>

namespace headway::compiler {

annotations::annotations(const graph& of)
    : graph_(of), needed_(of.revisions.size()), labels_(of.revisions.size()) {
    list_children();
    for (const linked_revision& revision : graph_.revisions)
        for (const std::uint32_t parent : revision.depends_on)
            needed_[parent] = 1;
    for (std::uint32_t i = 0; i < graph_.revisions.size(); ++i)
        if (!graph_.revisions[i].from.labels.empty()) spread_labels(i);
    for (auto& labels : labels_) {
        std::sort(labels.begin(), labels.end());
        labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    }
}

void annotations::list_children() {
    first_.resize(graph_.revisions.size() + 1);
    for (const linked_revision& revision : graph_.revisions)
        for (const std::uint32_t parent : revision.revises)
            ++first_[parent + 1];
    for (std::size_t i = 1; i < first_.size(); ++i)
        first_[i] += first_[i - 1];
    children_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t child = 0; child < graph_.revisions.size(); ++child)
        for (const std::uint32_t parent : graph_.revisions[child].revises)
            children_[next[parent]++] = child;
}

void annotations::spread_labels(std::uint32_t from) {
    const auto mark = [&](std::uint32_t revision) {
        for (const spelled& label : graph_.revisions[from].from.labels)
            labels_[revision].push_back(label.text);
    };
    std::vector<char> seen(graph_.revisions.size() - from); // descendants have greater indexes
    std::vector<std::uint32_t> pending{from};
    while (!pending.empty()) {
        const std::uint32_t revision = pending.back();
        pending.pop_back();
        if (seen[revision - from]++ != 0) continue;
        mark(revision);
        pending.insert(pending.end(), children(revision).begin(), children(revision).end());
    }
    for (std::uint32_t revision = from; graph_.revisions[revision].revises.size() == 1;) {
        revision = graph_.revisions[revision].revises.front();
        if (is_branch_point(revision) || is_merge_point(revision)) break;
        mark(revision);
    }
}

} // namespace headway::compiler
