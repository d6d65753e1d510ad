#pragma once

#include "headway/error.hpp"
#include "headway/headway.hpp"

#include <cstddef>

namespace headway::detail {

/// That the program has stopped the plan.
[[nodiscard]] error cancellation();

/// Tells the program how far a plan is, and stops the plan where the program wants that. What it is given has
/// to outlive it, and so has the step that begins, as long as it runs.
class pulse {
public:
    pulse(const history& h, const options& chosen) : history_(h), options_(chosen) {}

    /// Whether the program is asked or told anything.
    [[nodiscard]] bool is_heard() const { return options_.on_progress || options_.cancelled; }
    /// A plan of so many steps begins.
    void begin_plan(std::size_t steps) noexcept { total_ = steps; }
    /// One of them begins, which is a beat.
    void begin(const step&, std::size_t index);
    /// No step is under way any more.
    void rest() noexcept { running_ = nullptr; }
    /// Throws `cancelled` if the program wants to stop, else tells it how far the step is.
    void beat();
    /// Throws `cancelled` if the program wants to stop.
    void require_not_cancelled() const;

private:
    const history& history_;
    const options& options_;
    const step* running_ = nullptr;
    std::size_t index_ = 0; ///< Its place in the plan.
    std::size_t total_ = 0;
    std::size_t beats_ = 0; ///< Since it began.
};

} // namespace headway::detail
