#include "text.hpp"

#include <algorithm>

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

} // namespace headway::detail
