// Sqitch: `deploy/NAME.sql` and `revert/NAME.sql`, in the order of `sqitch.plan`. What is applied stands in a
// file of its own beside the database (https://sqitch.org/docs/manual/sqitch-plan).

#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {
namespace sqitch {

constexpr std::string_view plan_name = "sqitch.plan";

bool takes(std::string_view name) {
    return name == plan_name ||
           (name.ends_with(".sql") && (name.starts_with("deploy/") || name.starts_with("revert/")));
}

fit fits(const tool_directory& all) {
    return find_file(all, plan_name) != nullptr ? fit::surely : fit::no;
}

/// `name [dependencies] date planner # note`
struct change {
    std::string_view name;
    std::string_view note;
};

change change_on(std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::size_t note = line.find(" # ");
    return {line.substr(0, end), note == line.npos ? std::string_view() : trim(line.substr(note + 3))};
}

class plan_parser {
public:
    plan_parser(tool_directory& all, const loaded_file& plan, diagnostics& found)
        : all_(all), plan_(plan), found_(found) {}

    void parse() {
        for_each_line(plan_.text->text, [&](std::string_view line) { read_line(trim(line)); });
    }

private:
    void read_line(std::string_view line) {
        if (line.empty() || line[0] == '%' || line[0] == '#' || line[0] == '@') return;
        if (line[0] == '-')
            return refuse(found_, plan_, line, "a change that is reverted within the plan is not read");
        if (line[0] == '+') line = trim(line.substr(1));
        const change here = change_on(line);
        const bool is_there = std::any_of(all_.steps.begin(), all_.steps.end(),
                                          [&](const layout_step& each) { return each.version == here.name; });
        if (is_there)
            return refuse(found_, plan_, here.name,
                          fmt::format("change {} is reworked here, which is not read", here.name));
        add(here);
    }

    void add(const change& here) {
        const loaded_file* const deploy = find_file(all_, fmt::format("deploy/{}.sql", here.name));
        if (deploy == nullptr)
            return refuse(found_, plan_, here.name,
                          fmt::format("sqitch finds no file deploy/{}.sql for this change", here.name));
        layout_step made{std::string(here.name), sortable_number(std::to_string(all_.steps.size()))};
        made.summary = here.note.empty() ? words_of_slug(here.name) : std::string(here.note);
        made.up = whole(*deploy);
        if (const loaded_file* const revert = find_file(all_, fmt::format("revert/{}.sql", here.name)))
            made.down = whole(*revert);
        all_.steps.push_back(std::move(made));
    }

    tool_directory& all_;
    const loaded_file& plan_;
    diagnostics& found_;
};

void read(tool_directory& all, diagnostics& found) {
    if (const loaded_file* const plan = find_file(all, plan_name)) plan_parser(all, *plan, found).parse();
}

} // namespace sqitch
} // namespace

const layout sqitch_layout{"sqitch", sqitch::takes, sqitch::fits, sqitch::read, {}, nullptr};

} // namespace headway::compiler
