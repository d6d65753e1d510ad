#pragma once

#include "apply/connection.hpp"

namespace headway::detail {

/// Keeps a connection open for writing, and closes it on every way out.
class session {
public:
    explicit session(connection& to) : to_(to) { to_.open(); }
    ~session() { to_.close(); }
    session(const session&) = delete;
    session& operator=(const session&) = delete;

private:
    connection& to_;
};

} // namespace headway::detail
