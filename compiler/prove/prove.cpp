#include "prove/prove.hpp"

#include "prove/checkpoint.hpp"
#include "prove/confluence.hpp"
#include "prove/down_chain.hpp"
#include "prove/earlier_merges.hpp"
#include "prove/forbidden.hpp"
#include "prove/resume.hpp"
#include "prove/revision_proof.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace headway::compiler {
using namespace detail;
namespace {

constexpr std::uint32_t nobody = 0xffffffff;
using outcome = proof_progress::state;

/// Whether a later revision may put it right, and none has.
bool is_open(const finding& each) {
    return !each.object.empty() && each.mended_by.empty();
}

/// Proves the revisions of a history one by one, in their order.
class prover {
public:
    prover(const graph& history, const prove_options& options)
        : history_(history),
          options_(options),
          proof_(options),
          blamed_(history.revisions.size(), nobody),
          findings_(history.revisions.size()),
          merges_(find_merge_points(history)),
          format_(history, options.rows) {
        at_merge_.resize(history.revisions.size());
        std::stable_sort(merges_.begin(), merges_.end(),
                         [](const merge_point& a, const merge_point& b) { return a.first < b.first; });
    }

    void run();
    void report(diagnostics& found);
    [[nodiscard]] std::vector<detail::digested_object> objects();

private:
    [[nodiscard]] outcome prove_one(std::uint32_t index);
    /// Takes up the longest proof that is kept. Returns how many revisions it covers.
    [[nodiscard]] std::uint32_t resume();
    void keep(std::uint32_t count);
    [[nodiscard]] std::optional<checkpoint> find_kept(std::uint32_t count) const;
    void prove_merges_from(std::uint32_t index);
    void prove_merges_across(std::uint32_t place);
    [[nodiscard]] bool is_released(std::uint32_t index) const {
        return !options_.released.empty() && options_.released[index];
    }
    void report_released(diagnostics& found) const;
    void look_further();
    /// Looks at what is wrong so far whether this revision has put it right. What is less than an error is
    /// forgotten where that is the next revision, since nobody stays between the two.
    void find_mended(std::uint32_t index);
    [[nodiscard]] std::vector<const finding*> open_of_parents(std::uint32_t index) const;
    [[nodiscard]] bool is_forgivable(const finding&, std::uint32_t of, std::uint32_t mended_by) const;
    [[nodiscard]] std::uint32_t failed_ancestor(const linked_revision&) const;

    const graph& history_;
    const prove_options& options_;
    revision_proof proof_;
    std::vector<std::uint32_t> blamed_; ///< Of each revision that is not applied: the one that failed.
    std::vector<findings> findings_;    ///< Of each revision; of one that failed the last says why.
    std::vector<merge_point> merges_;   ///< By where their branches part.
    std::size_t next_merge_ = 0;
    checkpoint_format format_;
    std::vector<std::string> keys_;          ///< Empty if nothing is kept.
    std::vector<std::uint32_t> checkpoints_; ///< Where to keep the proof.
    std::vector<std::uint32_t> unsound_;     ///< Revisions of which something waits for a later one.
    bool any_failed_ = false;
    std::vector<findings> at_merge_; ///< What is wrong with the order, if the branches work at all.
};

std::uint32_t prover::failed_ancestor(const linked_revision& of) const {
    for (const auto* parents : {&of.revises, &of.depends_on}) {
        for (const std::uint32_t parent : *parents) {
            if (blamed_[parent] != nobody) return blamed_[parent];
        }
    }
    return nobody;
}

/// The state is now the one from which these branches part. If a revision of it has failed, then so has an
/// ancestor of theirs.
void prover::prove_merges_from(std::uint32_t index) {
    for (; next_merge_ < merges_.size() && merges_[next_merge_].first == index; ++next_merge_) {
        const merge_point& at = merges_[next_merge_];
        if (!any_failed_ && !is_released(at.revision))
            at_merge_[at.revision] = prove_confluence(history_, at, proof_.state(), proof_.reader());
    }
}

bool prover::is_forgivable(const finding& found, std::uint32_t of, std::uint32_t mended_by) const {
    const auto& parents = history_.revisions[mended_by].revises;
    return describe(found.id).level != severity::error &&
           std::find(parents.begin(), parents.end(), of) != parents.end();
}

std::vector<const finding*> prover::open_of_parents(std::uint32_t index) const {
    std::vector<const finding*> open;
    for (const std::uint32_t parent : history_.revisions[index].revises)
        for (const finding& each : findings_[parent])
            if (is_open(each)) open.push_back(&each);
    return open;
}

void prover::find_mended(std::uint32_t index) {
    std::erase_if(unsound_, [&](std::uint32_t before) {
        std::erase_if(findings_[before], [&](finding& each) {
            if (!is_open(each) || !proof_.is_mended(each)) return false;
            each.mended_by = history_.revisions[index].from.id.text;
            return is_forgivable(each, before, index);
        });
        return std::none_of(findings_[before].begin(), findings_[before].end(), is_open);
    });
    if (std::any_of(findings_[index].begin(), findings_[index].end(), is_open)) unsound_.push_back(index);
}

outcome prover::prove_one(std::uint32_t index) {
    const source& of = history_.revisions[index].from;
    blamed_[index] = failed_ancestor(history_.revisions[index]);
    if (blamed_[index] != nobody) return outcome::skipped;
    std::move(at_merge_[index].begin(), at_merge_[index].end(), std::back_inserter(findings_[index]));
    if (!proof_.run(of, is_released(index) || options_.proves_chain, open_of_parents(index),
                    findings_[index])) {
        blamed_[index] = index;
        any_failed_ = true;
        return outcome::failed;
    }
    find_mended(index);
    if (!options_.rows.empty() && options_.rows[index])
        proof_.insert(*options_.rows[index], findings_[index]);
    return outcome::proven;
}

std::optional<checkpoint> prover::find_kept(std::uint32_t count) const {
    const auto bytes = options_.cache.find(keys_[count]);
    return bytes ? format_.read(*bytes, count) : std::nullopt;
}

std::uint32_t prover::resume() {
    const auto count = static_cast<std::uint32_t>(history_.revisions.size());
    keys_ = proof_keys(history_, options_);
    checkpoints_ = choose_checkpoints(count);
    for (std::uint32_t at = count; at > 0; --at) {
        auto kept = find_kept(at);
        if (!kept) continue;
        proof_.load(std::move(kept->image), kept->has_rows);
        std::move(kept->found.begin(), kept->found.end(), findings_.begin());
        for (std::uint32_t index = 0; index < at; ++index)
            unsound_.push_back(index); // those that are sound leave at the next revision
        prove_merges_across(at);
        return at;
    }
    return 0;
}

/// Branches that part before the place where the proof goes on, and merge behind it.
void prover::prove_merges_across(std::uint32_t place) {
    while (next_merge_ < merges_.size() && merges_[next_merge_].first < place)
        ++next_merge_;
    std::vector<const merge_point*> across;
    for (std::size_t at = 0; at < next_merge_; ++at) {
        if (merges_[at].revision >= place && !is_released(merges_[at].revision))
            across.push_back(&merges_[at]);
    }
    prove_earlier_merges(
        history_, options_, across, [this](std::uint32_t count) { return find_kept(count); }, at_merge_);
}

void prover::keep(std::uint32_t count) {
    if (any_failed_ || !std::binary_search(checkpoints_.begin(), checkpoints_.end(), count)) return;
    options_.cache.keep(keys_[count],
                        format_.write(proof_.state().image(), proof_.state().has_rows(), findings_, count));
}

void prover::run() {
    using clock = std::chrono::steady_clock;
    const auto total = static_cast<std::uint32_t>(history_.revisions.size());
    const std::uint32_t first = options_.cache.find ? resume() : 0;
    for (std::uint32_t index = 0; index < first && options_.progress; ++index)
        options_.progress({index, total, outcome::unchanged, {}});
    for (std::uint32_t index = first; index < total; ++index) {
        const clock::time_point begin = clock::now();
        prove_merges_from(index);
        const outcome result = prove_one(index);
        if (options_.progress) options_.progress({index, total, result, clock::now() - begin});
        keep(index + 1);
    }
    if (options_.reached && !any_failed_) options_.reached(proof_.now());
}

/// One line for all that is found in what cannot be changed any more.
void prover::report_released(diagnostics& found) const {
    std::map<rule, std::size_t> counts;
    std::uint32_t last = nobody;
    for (std::uint32_t index = 0; index < findings_.size(); ++index) {
        if (!is_released(index)) continue;
        last = index;
        for (std::size_t at = 0; at + (blamed_[index] == index ? 1 : 0) < findings_[index].size(); ++at)
            ++counts[findings_[index][at].id];
    }
    if (counts.empty()) return;
    std::vector<std::string> parts;
    for (const auto& [id, count] : counts)
        parts.push_back(fmt::format("{} {}", describe(id).code, count));
    found.add(rule::released, history_.revisions[last].from.id.where,
              fmt::format("up to this revision, which is released, there is {}: 'headway verify --baseline' "
                          "lists it",
                          fmt::join(parts, ", ")));
}

/// What is wrong only until a later revision is no reason to refuse both.
void add(finding of, diagnostics& found) {
    diagnostic& said = found.add(of.id, std::move(of.where), std::move(of.message));
    said.notes = std::move(of.notes);
    if (of.mended_by.empty()) return;
    if (said.level == severity::error) said.level = severity::warning;
    said.notes = {
        {{},
         fmt::format("revision {} puts this right: let no program be released in between", of.mended_by)}};
}

/// Behind the statement that stopped a section, and in revisions that were not reached.
void prover::look_further() {
    std::optional<replay> scratch;
    for (std::uint32_t index = 0; index < findings_.size(); ++index) {
        if (blamed_[index] == nobody && !names_forbidden(findings_[index])) continue;
        if (!scratch) scratch.emplace(preparation());
        find_forbidden(history_.revisions[index].from, *scratch, findings_[index]);
    }
}

void prover::report(diagnostics& found) {
    if (!options_.lists_released) report_released(found);
    std::vector<std::size_t> skipped(history_.revisions.size());
    for (std::uint32_t index = 0; index < blamed_.size(); ++index) {
        if (blamed_[index] != nobody && blamed_[index] != index) ++skipped[blamed_[index]];
    }
    for (std::uint32_t index = 0; index < findings_.size(); ++index) {
        if (skipped[index] > 0)
            findings_[index].back().notes.push_back(
                {{},
                 skipped[index] == 1 ? std::string("1 revision that descends from this one is not proven")
                                     : fmt::format("{} revisions that descend from this one are not proven",
                                                   skipped[index])});
        const bool is_silent = is_released(index) && !options_.lists_released;
        if (is_silent && !findings_[index].empty()) // of one that failed the last says why
            findings_[index].erase(findings_[index].begin(),
                                   findings_[index].end() - (blamed_[index] == index ? 1 : 0));
    }
    look_further();
    for (findings& of_one : findings_)
        for (finding& each : of_one)
            add(std::move(each), found);
    if (!options_.proves_chain || any_failed_) return;
    for (finding& each : prove_down_chain(history_, options_))
        add(std::move(each), found);
}

std::vector<detail::digested_object> prover::objects() {
    std::vector<detail::digested_object> result;
    if (any_failed_) return result;
    for (const auto& each : proof_.now().objects) {
        result.push_back(
            {fmt::format("{} {}", to_string(each->kind), each->name), each->sql, digest_of(each->meaning)});
    }
    std::sort(result.begin(), result.end(),
              [](const auto& left, const auto& right) { return comes_before(left.name, right.name); });
    return result;
}

} // namespace

std::vector<detail::digested_object> prove(const graph& history, const prove_options& options,
                                           diagnostics& found) {
    prover proof(history, options);
    proof.run();
    proof.report(found);
    return proof.objects();
}

} // namespace headway::compiler
