#include "diagnostics/nearest.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Longer words are not compared: nobody mistypes a word of this length into another.
constexpr std::size_t longest = 128;

/// A third of the letters may be wrong, but not all of a short word.
constexpr std::size_t most_edits(std::size_t length) noexcept {
    return length == 0 ? 0 : std::min((length + 2) / 3, length - 1);
}

/// Abbreviated to fewer letters than this, a word is not meant by its beginning.
constexpr std::size_t shortest_beginning = 3;

std::size_t distance_of_choice(std::string_view word, std::string_view choice, std::size_t limit) {
    const bool begins = word.size() >= shortest_beginning && choice.starts_with(word);
    return begins ? std::min<std::size_t>(1, choice.size() - word.size())
                  : edit_distance(word, choice, limit);
}

} // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
    const std::size_t difference =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (difference > limit || left.size() > longest || right.size() > longest) return limit + 1;

    // Row by row of the usual table, but only its diagonal band: cells further from the diagonal than `limit`
    // cost more than `limit`.
    std::array<std::size_t, longest + 1> row;
    for (std::size_t j = 0; j <= right.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(right.size(), i + limit);
        std::size_t diagonal = row[first - 1];
        row[first - 1] = first == 1 ? i : limit + 1;
        if (i + limit <= right.size()) row[last] = limit + 1;
        std::size_t best = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t replaced = diagonal + (lower(left[i - 1]) != lower(right[j - 1]) ? 1 : 0);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
    }
    return std::min(row[right.size()], limit + 1);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> choices) {
    std::string_view found;
    std::size_t limit = most_edits(word.size());
    for (const std::string_view choice : choices) {
        const std::size_t distance = distance_of_choice(word, choice, limit);
        if (distance > limit || choice.empty()) continue;
        found = choice;
        if (distance == 0) break;
        limit = distance - 1;
    }
    return found;
}

} // namespace headway::compiler
