#include "commands/revision.hpp"
#include "plan/target.hpp"
#include "project/target.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

using indexes = std::vector<std::uint32_t>;

struct merge_request {
    settings_flags where;
    std::vector<std::string> targets;
    std::string message;
    std::vector<std::string> labels;
    std::string id;
};

indexes find_targets(const history& h, const std::vector<std::string>& targets) {
    if (targets.empty()) return {h.heads, h.heads + h.head_count};
    indexes found;
    for (const std::string& target : targets) {
        const indexes named = resolve(h, target, {});
        for (const std::uint32_t one : named)
            if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
    }
    return found;
}

std::vector<std::string> find_parents(const history& h, const std::vector<std::string>& targets) {
    const indexes parents = find_targets(h, targets);
    refuse_overlap(h, parents, edge_kind::revises);
    if (parents.size() < 2)
        throw error(error_code::invalid_target,
                    parents.empty()
                        ? "there is nothing to merge: there are no revisions"
                        : fmt::format("there is nothing to merge but {}\nA merge joins two or more heads; "
                                      "`headway heads` lists them.",
                                      h.id(parents.front())));
    std::vector<std::string> ids;
    for (const std::uint32_t one : parents) {
        if (std::find(h.heads, h.heads + h.head_count, one) == h.heads + h.head_count)
            throw error(error_code::invalid_target,
                        fmt::format("Revision {} is not a head revision\nOnly heads are merged: what "
                                    "descends from it would stay outside.",
                                    h.id(one)));
        ids.emplace_back(h.id(one));
    }
    return ids;
}

int merge(const merge_request& request, project of, const shell& io) {
    new_revision wanted;
    wanted.id = request.id.empty() ? random_revision_id() : request.id;
    wanted.revises = find_parents(of.packed(), request.targets);
    wanted.message = request.message.empty() ? fmt::format("Merge {}", fmt::join(wanted.revises, " and "))
                                             : request.message;
    wanted.labels = request.labels;
    wanted.created = seconds_now();
    return print_written(write_revision(std::move(of), wanted), io);
}

work declare_merge(arguments& add) {
    const auto request = std::make_shared<merge_request>();
    add.optional_many("REVISIONS", request->targets, "The heads to join (default: all of them)");
    add.option("-m,--message", "TEXT", request->message, "What the merge is for");
    add.list("--branch-label", "LABEL", request->labels, "Name the branch that begins here");
    add.option("--rev-id", "ID", request->id, "The id, instead of a random one");
    add.project(request->where);
    return over_project(request->where, [request](project of, const shell& io) {
        return merge(*request, std::move(of), io);
    });
}

constexpr example merge_examples[] = {
    {"headway merge heads -m \"Merge accounts and billing\"", "Join all heads"},
    {"headway merge ae1027a6acf 27c6a30d7c24", "Join two of several heads"},
};

} // namespace

const verb merge_verb{{"merge", "Write a revision that joins several heads",
                       "Its sections are empty; fill them in if the branches need to be reconciled.",
                       merge_examples},
                      declare_merge};

} // namespace headway::compiler
