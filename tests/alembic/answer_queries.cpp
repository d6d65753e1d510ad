// Answers planner queries in batches, so that the comparison with Alembic needs one process and not one per
// query. Standard input holds lines of fields that tabs separate:
//
//   history                                  begins another history
//   revision  id  parents  needs  labels     parents come first; lists are separated by commas
//   upgrade   rows  target                   or `downgrade`, or `stamp` with its targets
//   history   rows  start:end
//
// Each query gets one line: `plan  step  step …  final` where a step is `+id:rows` or `-id:rows` with the
// rows after it and the last field holds the rows at the end; or `refused  message`. A range gets `list  id
// id …`.

#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "project/range.hpp"
#include "runtime/made_history.hpp"

#include <iostream>
#include <memory>
#include <sstream>

namespace {

using namespace headway;
using headway::tests::made_history;
using headway::tests::spelled_revision;
using fields = std::vector<std::string>;

/// An empty text has no fields, but a field between two separators may be empty.
fields split(const std::string& text, char separator) {
    fields parts;
    std::istringstream rest(text);
    for (std::string part; std::getline(rest, part, separator);)
        parts.push_back(part);
    return parts;
}

std::string joined(const history& h, const std::vector<std::uint32_t>& rows) {
    std::string text;
    for (const std::uint32_t row : rows) {
        if (!text.empty()) text += ',';
        text += h.id(row);
    }
    return text;
}

plan made_plan(const history& h, const std::string& verb, const fields& rows, const std::string& target) {
    if (verb == "upgrade") return plan_upgrade(h, rows, target);
    if (verb == "downgrade") return plan_downgrade(h, rows, target);
    const fields targets = split(target, ',');
    return plan_stamp(h, rows, {targets.begin(), targets.end()});
}

std::string described(const history& h, const plan& made) {
    std::string text = "plan";
    frontier state(h, made.before);
    for (const step& next : made.steps) {
        state.advance(next);
        text += next.way == direction::up ? "\t+" : "\t-";
        text += std::string(h.id(next.revision)) + ":" + joined(h, state.rows());
    }
    return text + "\t" + joined(h, made.after);
}

std::string listed(const history& h, const fields& rows, const std::string& range) {
    std::string text = "list";
    for (const std::uint32_t revision : compiler::select_range(h, range, rows))
        text += "\t" + std::string(h.id(revision));
    return text;
}

std::string answer(const history& h, const fields& query) {
    try {
        if (query.at(0) == "history") return listed(h, split(query.at(1), ','), query.at(2));
        return described(h, made_plan(h, query.at(0), split(query.at(1), ','), query.at(2)));
    } catch (const error& refusal) {
        const std::string message = refusal.what();
        return "refused\t" + message.substr(0, message.find('\n'));
    }
}

} // namespace

int main() {
    std::vector<spelled_revision> revisions;
    std::unique_ptr<made_history> made;
    for (std::string line; std::getline(std::cin, line);) {
        fields words = split(line, '\t');
        if (line == "history") {
            revisions.clear();
            made.reset();
        } else if (words.at(0) == "revision") {
            words.resize(5);
            revisions.push_back({words[1], split(words[2], ','), split(words[3], ','), "", "", 0, words[4]});
        } else {
            words.resize(3);
            if (!made) made = std::make_unique<made_history>(revisions);
            std::cout << answer(*made, words) << '\n';
        }
    }
}
