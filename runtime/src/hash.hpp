#pragma once

#include <cstdint>
#include <string_view>

namespace headway::detail {

/// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), of 64 bits.
class hash {
public:
    void add(std::string_view bytes) noexcept {
        for (const char byte : bytes) {
            add(std::uint64_t{static_cast<unsigned char>(byte)});
        }
    }
    void add(std::uint64_t number) noexcept { value_ = (value_ ^ number) * 0x100000001b3U; }
    [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

} // namespace headway::detail
