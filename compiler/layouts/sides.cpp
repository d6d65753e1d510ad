#include "layouts/sides.hpp"

#include "layouts/naming.hpp"

#include <fmt/format.h>

#include <utility>

namespace headway::compiler {

void sided_steps::add(const loaded_file& file, bool is_up, std::string version, std::string order,
                      std::string summary) {
    two_sides& sides = steps_[version];
    const loaded_file*& side = is_up ? sides.up : sides.down;
    if (side != nullptr) {
        found_.add(
            rule::duplicate_id, {file.text, 0, 0},
            fmt::format("{} finds version {} twice: {} and {}", tool_, version, side->name, file.name));
        return;
    }
    side = &file;
    sides.order = std::move(order);
    if (is_up || sides.summary.empty()) sides.summary = std::move(summary);
}

void sided_steps::add_numbered(const loaded_file& file, bool is_up, std::string_view ending) {
    const std::string_view name = file.name;
    const std::string_view digits = leading_digits(name);
    add(file, is_up, plain_number(digits), sortable_number(digits),
        words_of_slug(name.substr(digits.size(), name.size() - digits.size() - ending.size())));
}

void sided_steps::take(std::vector<layout_step>& into, bool (*transaction)(const loaded_file&),
                       bool needs_up) {
    const auto part_of = [&](const loaded_file& file) {
        return whole(file, transaction == nullptr || transaction(file));
    };
    for (auto& [version, sides] : steps_) {
        if (sides.up == nullptr && needs_up) {
            refuse(found_, *sides.down,
                   fmt::format("version {} of {} has a down file and no up file", version, tool_));
            continue;
        }
        layout_step made{version, std::move(sides.order), std::move(sides.summary), {}, {}};
        if (sides.up != nullptr)
            made.up = part_of(*sides.up);
        else
            made.up = {sides.down, std::string_view(sides.down->text->text).substr(0, 0), {}};
        if (sides.down != nullptr) made.down = part_of(*sides.down);
        into.push_back(std::move(made));
    }
}

} // namespace headway::compiler
