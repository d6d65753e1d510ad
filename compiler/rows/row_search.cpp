#include "rows/row_search.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <set>
#include <utility>

namespace headway::compiler {

row_search::row_search(std::vector<slot> slots, attempt put)
    : slots_(std::move(slots)), attempt_(std::move(put)) {}

/// The slots by number, first those that SQLite speaks of.
std::vector<std::size_t> row_search::order_for(const std::string& trouble) const {
    std::vector<std::size_t> result(slots_.size());
    std::iota(result.begin(), result.end(), std::size_t{0});
    std::stable_partition(result.begin(), result.end(), [&](std::size_t at) {
        return std::any_of(slots_[at].names.begin(), slots_[at].names.end(),
                           [&](const std::string& name) { return trouble.find(name) != trouble.npos; });
    });
    return result;
}

std::optional<row_choice> row_search::find(row_choice first, int most_attempts) const {
    std::string trouble = attempt_(first);
    if (trouble.empty()) return first;
    std::set<std::string> seen{trouble};
    std::deque<std::pair<row_choice, std::string>> open{{std::move(first), std::move(trouble)}};
    for (int attempts = 0; !open.empty(); open.pop_front()) {
        for (const std::size_t at : order_for(open.front().second)) {
            for (std::size_t other = 1; other < slots_[at].choices; ++other) {
                row_choice choice = open.front().first;
                choice[at] = (choice[at] + other) % slots_[at].choices;
                std::string now = attempt_(choice);
                if (now.empty()) return choice;
                if (++attempts > most_attempts) return std::nullopt;
                if (seen.insert(now).second) open.emplace_back(std::move(choice), std::move(now));
            }
        }
    }
    return std::nullopt;
}

} // namespace headway::compiler
