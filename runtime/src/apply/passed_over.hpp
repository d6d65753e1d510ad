#pragma once

#include "apply/connection.hpp"
#include "headway/history.hpp"
#include "headway/plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace headway::detail {

/// What a database's rows imply, or do not, although its log says otherwise. A fix that was brought to an
/// older release leaves such a database, or a revision that was given another parent after it had been
/// applied.
struct passed_over {
    /// Never applied, though an applied one descends from them; ascending.
    std::vector<std::uint32_t> revisions;
    /// Applied when they descended from others than today, ascending. That alone is no harm.
    std::vector<std::uint32_t> moved;
    std::string parents_then; ///< Those of the first of `moved`, with a space between.

    /// Applied below a row that does not descend from them today, so that no row implies them; ascending.
    std::vector<std::uint32_t> crossed;
    std::uint32_t on_top = 0; ///< The first that came after one of `crossed`, and is implied.
    /// What came after others that come after it today, or crossed with it: what the log says of them is to
    /// be said anew once it is settled what is applied. None of them descends from one of `revisions`.
    std::vector<std::uint32_t> turned;
    std::vector<std::string> rows; ///< Where `crossed` count as applied; without any, empty.

    [[nodiscard]] bool empty() const noexcept { return revisions.empty() && crossed.empty(); }
};

/// What the log says of a database at these rows, all of which the history has. A line that does not say what
/// it descended from, or names what this history does not have, is taken to agree with it.
[[nodiscard]] passed_over read_passed_over(connection&, const history&, const std::vector<std::string>& rows);

/// Throws `error_code::passed_over`, naming them; there are some.
[[noreturn]] void refuse(const history&, const passed_over&, const std::vector<std::string>& rows);

/// Whether options and direction say that what was passed over is to be applied, also where nothing else is.
[[nodiscard]] bool makes_up(direction, const options&) noexcept;

/// What an upgrade of a database at these rows applies before all others, and counts as applied. Throws
/// `error_code::passed_over` where there is any and nobody says that it is to be made up for. None where no
/// log is kept, or the history does not know all rows: what else such a database has is anybody's guess.
[[nodiscard]] passed_over to_make_up_for(connection&, const history&, const std::vector<std::string>& rows,
                                         direction, const options&);

/// Says in rows and log of a database at `rows` that what crossed is applied.
void write_counted(connection&, const history&, const passed_over&, const std::vector<std::string>& rows);

/// The revisions that an upgrade still has to make up for. The rows imply them already.
class arrears {
public:
    arrears() = default;
    /// Of these.
    explicit arrears(passed_over found)
        : revisions_(std::move(found.revisions)), moved_(std::move(found.moved)) {}
    [[nodiscard]] bool empty() const noexcept { return revisions_.empty(); }
    /// Puts their steps before all else.
    void put_before(plan&) const;
    [[nodiscard]] bool has(step) const noexcept;
    /// Says that the step is done. Returns whether it was one of these.
    bool settle(step) noexcept;
    /// Once, as soon as all are settled: those of which the log has to say that they descend from them now.
    [[nodiscard]] std::vector<std::uint32_t> take_moved();

private:
    std::vector<std::uint32_t> revisions_; ///< Ascending.
    std::vector<std::uint32_t> moved_;
};

} // namespace headway::detail
