#include "prove/revision_proof.hpp"

#include "prove/place.hpp"
#include "prove/round_trip.hpp"
#include "schema/compare.hpp"

#include <utility>

namespace headway {

revision_proof::revision_proof() : replay_({}), reader_({"alembic_version", "headway_log"}) {}

bool revision_proof::run(const source& of, findings& found) {
    if (!has_sql(of.up) && !has_sql(of.down)) return true; // a merge
    statement_log up;
    const replay::savepoint start = replay_.save();
    if (auto failed = replay_.run(of.up, &up)) {
        replay_.restore(start);
        found.push_back(std::move(*failed));
        return false;
    }
    replay_.keep(start);
    replay_.remember(of.up);
    const schema before = std::exchange(now_, reader_.read(replay_.database()));
    if (!of.irreversible) prove_down(of, before, up, found);
    return true;
}

void revision_proof::prove_down(const source& of, const schema& before, const statement_log& up,
                                findings& found) {
    const replay::savepoint applied = replay_.save();
    if (goes_down_and_up(of, before, up, found)) return replay_.keep(applied);
    replay_.restore(applied);
    now_ = reader_.read(replay_.database());
}

bool revision_proof::goes_down_and_up(const source& of, const schema& before, const statement_log& up,
                                      findings& found) {
    statement_log down;
    if (auto failed = replay_.run(of.down, &down)) {
        found.push_back(std::move(*failed));
        return false;
    }
    const auto left = compare(before, reader_.read(replay_.database()));
    if (!left.empty()) {
        found.push_back(describe_round_trip(of, left, before, up, down));
        return false; // what is applied over the wrong schema says nothing more
    }
    if (auto failed = replay_.run(of.up)) {
        failed->message += " (when it is applied again behind down)";
        found.push_back(std::move(*failed));
        return false;
    }
    const schema after = std::exchange(now_, reader_.read(replay_.database()));
    const auto changed = compare(after, now_);
    if (changed.empty()) return true;
    found.push_back(describe_repetition(of, changed));
    return false;
}

} // namespace headway
