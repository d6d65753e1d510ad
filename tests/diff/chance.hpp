#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace headway::tests {

/// Random choices that are the same on every platform.
class chance {
public:
    explicit chance(std::uint64_t seed) : engine_(seed) {}
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    [[nodiscard]] bool one_in(std::size_t count) { return below(count) == 0; }
    template <class Range>
    [[nodiscard]] auto& of(Range& range) {
        return range[below(std::size(range))];
    }

private:
    std::mt19937_64 engine_;
};

} // namespace headway::tests
