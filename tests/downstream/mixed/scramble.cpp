#include "scramble.hpp"

#include <cstdint>
#include <cstdio>

std::string scramble(std::string_view password) {
    std::uint32_t hash = 2166136261U;
    for (const char letter : password) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", hash);
    return digits;
}
