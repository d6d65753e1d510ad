#include "text.hpp"

#include <algorithm>
#include <iterator>

namespace headway::detail {

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
    }
    return text;
}

std::string printable(std::string_view text) {
    std::string shown(text);
    for (char& byte : shown) {
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = '?';
    }
    return shown;
}

void insert_sorted(std::vector<std::string>& sorted, std::string_view text) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), text);
    if (place == sorted.end() || *place != text) sorted.emplace(place, text);
}

std::vector<std::string_view> difference(const std::vector<std::string>& from,
                                         const std::vector<std::string>& without) {
    std::vector<std::string_view> left;
    std::set_difference(from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(left));
    return left;
}

} // namespace headway::detail
