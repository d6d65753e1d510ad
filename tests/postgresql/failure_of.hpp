#pragma once

#include "catch.hpp"
#include "headway/error.hpp"

#include <stdexcept>

namespace headway::tests {

/// What a call throws; it has to.
template <class Call>
error failure_of(Call call) {
    try {
        call();
    } catch (const error& failed) {
        return failed;
    }
    FAIL("nothing failed");
    throw std::logic_error("unreachable");
}

} // namespace headway::tests
