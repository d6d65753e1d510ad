#include "draw/picture.hpp"

#include <fmt/chrono.h>

namespace headway::compiler {

std::vector<revision_marks> marks_of(const picture& drawn) {
    const std::vector<linked_revision>& revisions = drawn.history.revisions;
    std::vector<revision_marks> marks(revisions.size());
    for (const std::uint32_t row : drawn.current)
        marks[row].current = marks[row].applied = true;
    std::vector<std::uint32_t> children(revisions.size());
    // Children stand behind their parents, so that one sweep back reaches all ancestors.
    for (std::size_t index = revisions.size(); index-- > 0;) {
        revision_marks& own = marks[index];
        own.head = children[index] == 0;
        own.branch_point = children[index] > 1;
        own.merge_point = revisions[index].revises.size() > 1;
        for (const std::uint32_t parent : revisions[index].revises) {
            ++children[parent];
            marks[parent].applied |= own.applied;
        }
        for (const std::uint32_t parent : revisions[index].depends_on)
            marks[parent].applied |= own.applied;
    }
    return marks;
}

std::vector<std::string_view> words_of(const revision_marks& marks) {
    std::vector<std::string_view> words;
    if (marks.head) words.push_back("head");
    if (marks.current) words.push_back("current");
    if (marks.branch_point) words.push_back("branchpoint");
    if (marks.merge_point) words.push_back("mergepoint");
    return words;
}

std::string date_of(const source& file) {
    if (!file.created) return {};
    constexpr std::int64_t second = 1'000'000;
    const std::int64_t rest = (*file.created % second + second) % second;
    return fmt::format("{:%Y-%m-%d %H:%M}",
                       fmt::gmtime(static_cast<std::time_t>((*file.created - rest) / second)));
}

} // namespace headway::compiler
