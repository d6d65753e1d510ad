#include "apply/pulse.hpp"

namespace headway::detail {

error cancellation() {
    return {error_code::cancelled, "the migration was cancelled and rolled back\nThe next launch does it."};
}

void pulse::begin(const step& one, std::size_t index) {
    running_ = &one;
    index_ = index;
    beats_ = 0;
    beat();
}

void pulse::require_not_cancelled() const {
    if (options_.cancelled && options_.cancelled()) throw cancellation();
}

void pulse::beat() {
    require_not_cancelled();
    if (!options_.on_progress || running_ == nullptr) return;
    options_.on_progress({history_.id(running_->revision), running_->way, index_, total_, beats_++});
}

} // namespace headway::detail
