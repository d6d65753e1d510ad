#pragma once

#include "prove/finding.hpp"
#include "prove/replay.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

namespace headway {

/// Proves one revision after the other, each over the state that those before it have left.
class revision_proof {
public:
    revision_proof();

    /// Up, down, up again. False if the up section fails: the state is then as before, and the last of
    /// `found` says why. Otherwise the revision is applied, whatever else was found.
    [[nodiscard]] bool run(const source&, findings& found);

private:
    void prove_down(const source&, const schema& before, const statement_log& up, findings& found);
    /// Whether the state is again what it was, with nothing found.
    [[nodiscard]] bool goes_down_and_up(const source&, const schema& before, const statement_log& up,
                                        findings& found);

    replay replay_;
    schema_reader reader_;
    schema now_; ///< Of the state.
};

} // namespace headway
