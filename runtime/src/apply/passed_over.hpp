#pragma once

#include "apply/connection.hpp"
#include "headway/history.hpp"
#include "headway/plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace headway::detail {

/// What a database's rows imply although its log says otherwise. A fix that was brought to an older release
/// leaves such a database, or a revision that was given another parent after it had been applied.
struct passed_over {
    /// Never applied, though an applied one descends from them; ascending.
    std::vector<std::uint32_t> revisions;
    /// Applied when they descended from others than today, ascending. That alone is no harm.
    std::vector<std::uint32_t> moved;
    std::string parents_then; ///< Those of the first of `moved`, with a space between.
};

/// What the log says of a database at these rows, all of which the history has. A line that does not say what
/// it descended from, or names what this history does not have, is taken to agree with it.
[[nodiscard]] passed_over read_passed_over(connection&, const history&, const std::vector<std::string>& rows);

/// Throws `error_code::passed_over`, naming them; there are some.
[[noreturn]] void refuse(const history&, const passed_over&);

/// Whether options and direction say that what was passed over is to be applied, also where nothing else is.
[[nodiscard]] bool makes_up(direction, const options&) noexcept;

/// The revisions that an upgrade of a database at these rows applies before all others, ascending. Throws
/// `error_code::passed_over` where there are any and nobody says that they are to be applied. None where no
/// log is kept, or the history does not know all rows: what else such a database has is anybody's guess.
[[nodiscard]] std::vector<std::uint32_t>
to_make_up_for(connection&, const history&, const std::vector<std::string>& rows, direction, const options&);

/// The revisions that an upgrade still has to make up for. The rows imply them already.
class arrears {
public:
    arrears() = default;
    /// Of these revisions, ascending.
    explicit arrears(std::vector<std::uint32_t> revisions) : revisions_(std::move(revisions)) {}
    [[nodiscard]] bool empty() const noexcept { return revisions_.empty(); }
    /// Puts their steps before all else.
    void put_before(plan&) const;
    [[nodiscard]] bool has(step) const noexcept;
    /// Says that the step is done. Returns whether it was one of these.
    bool settle(step) noexcept;

private:
    std::vector<std::uint32_t> revisions_; ///< Ascending.
};

} // namespace headway::detail
