#include "prove/prove.hpp"

#include "prove/revision_proof.hpp"

#include <fmt/format.h>

namespace headway {
namespace {

constexpr std::uint32_t nobody = 0xffffffff;

/// Proves the revisions of a history one by one, in their order.
class prover {
public:
    prover(const graph& history) : history_(history), blamed_(history.revisions.size(), nobody) {}

    void run();
    void report(diagnostics& found);

private:
    [[nodiscard]] std::uint32_t failed_ancestor(const linked_revision&) const;

    const graph& history_;
    revision_proof proof_;
    std::vector<std::uint32_t> blamed_; ///< Of each revision that is not applied: the one that failed.
    findings findings_;
    struct failure {
        std::uint32_t revision;
        std::size_t finding;
        std::uint32_t skipped = 0;
    };
    std::vector<failure> failures_;
};

std::uint32_t prover::failed_ancestor(const linked_revision& of) const {
    for (const auto* parents : {&of.revises, &of.depends_on}) {
        for (const std::uint32_t parent : *parents) {
            if (blamed_[parent] != nobody) return blamed_[parent];
        }
    }
    return nobody;
}

void prover::run() {
    for (std::uint32_t index = 0; index < history_.revisions.size(); ++index) {
        const linked_revision& revision = history_.revisions[index];
        blamed_[index] = failed_ancestor(revision);
        if (blamed_[index] != nobody) {
            for (failure& each : failures_) {
                if (each.revision == blamed_[index]) ++each.skipped;
            }
            continue;
        }
        if (proof_.run(revision.from, findings_)) continue;
        blamed_[index] = index;
        failures_.push_back({index, findings_.size() - 1});
    }
}

void prover::report(diagnostics& found) {
    for (const failure& each : failures_) {
        if (each.skipped == 0) continue;
        findings_[each.finding].notes.push_back(
            {{},
             each.skipped == 1
                 ? std::string("1 revision that descends from this one is not proven")
                 : fmt::format("{} revisions that descend from this one are not proven", each.skipped)});
    }
    for (finding& each : findings_)
        found.add(each.id, std::move(each.where), std::move(each.message)).notes = std::move(each.notes);
}

} // namespace

void prove(const graph& history, const prove_options&, diagnostics& found) {
    prover proof(history);
    proof.run();
    proof.report(found);
}

} // namespace headway
