#pragma once

#include "sqlite/authorizer.hpp"

#include <cstddef>
#include <string_view>

namespace headway::detail {

/// Looks on while a script runs: the proof at build time learns from it what each statement does.
class statement_watcher {
public:
    statement_watcher() = default;
    statement_watcher(const statement_watcher&) = delete;
    statement_watcher& operator=(const statement_watcher&) = delete;
    virtual ~statement_watcher() = default;

    /// SQLite's authorizer asks about the statement that is being prepared. Must not throw: it is called from
    /// within SQLite.
    virtual void asked(const statement_action&) noexcept = 0;
    /// The statement that is being prepared or run is refused. Called from within SQLite too.
    virtual void refused(breach why) noexcept = 0;
    /// The bytes `begin` to `end` of the script are prepared, comments before them included, and run next.
    /// False if they hold no statement.
    virtual void prepared(std::string_view script, std::size_t begin, std::size_t end, bool exists) = 0;
};

} // namespace headway::detail
