// Mojo::SQLite: the whole history in one file, `-- 1 up` and `-- 1 down`, in the order of the numbers
// (https://metacpan.org/pod/Mojo::SQLite::Migrations).

#include "diagnostics/nearest.hpp"
#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace headway::compiler {
namespace {
namespace mojo {

struct heading {
    std::string_view digits;
    bool is_up;
};

bool begins_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && edit_distance(text.substr(0, word.size()), word, 0) == 0;
}

/// `-- 1 up`, in whatever case.
std::optional<heading> heading_on(std::string_view line) {
    line = trim(line);
    if (!line.starts_with("--")) return std::nullopt;
    line = trim(line.substr(2));
    const std::string_view digits = leading_digits(line);
    line = trim(line.substr(digits.size()));
    if (digits.empty()) return std::nullopt;
    if (begins_with_word(line, "up")) return heading{digits, true};
    if (begins_with_word(line, "down")) return heading{digits, false};
    return std::nullopt;
}

bool is_headed(const loaded_file& file) {
    bool any = false;
    for_each_line(file.text->text, [&](std::string_view line) { any = any || heading_on(line); });
    return any;
}

fit fits(const tool_directory& all) {
    const bool any = std::any_of(all.files.begin(), all.files.end(), [](const loaded_file* each) {
        return is_top_sql(each->name) && is_headed(*each);
    });
    return any ? fit::surely : fit::no;
}

struct two_parts {
    std::optional<step_part> up{};
    std::optional<step_part> down{};
};

class file_parser {
public:
    file_parser(const loaded_file& file, diagnostics& found) : file_(file), found_(found) {}

    void parse(std::vector<layout_step>& into) {
        const std::string_view text = file_.text->text;
        for_each_line(text, [&](std::string_view line) {
            const auto here = heading_on(line);
            if (!here) return;
            if (open_ != nullptr) close(**open_, line.data());
            open_ = begin(*here, trim(line));
        });
        if (open_ != nullptr) close(**open_, text.data() + text.size());
        for (auto& [version, parts] : parts_) {
            if (!parts.up) {
                refuse(found_, file_, parts.down->marker,
                       fmt::format("version {} of Mojo has a down section and no up section", version));
                continue;
            }
            into.push_back({version, sortable_number(version), "version " + version, *parts.up, parts.down});
        }
    }

private:
    std::optional<step_part>* begin(const heading& of, std::string_view line) {
        two_parts& parts = parts_[plain_number(of.digits)];
        std::optional<step_part>& part = of.is_up ? parts.up : parts.down;
        if (part) {
            refuse(found_, file_, line, fmt::format("this section is there twice: '{}'", line));
            return nullptr;
        }
        part = step_part{&file_, {}, line};
        return &part;
    }

    const loaded_file& file_;
    diagnostics& found_;
    std::map<std::string, two_parts> parts_;
    std::optional<step_part>* open_ = nullptr;
};

void read(tool_directory& all, diagnostics& found) {
    for (const loaded_file* each : all.files) {
        if (!is_top_sql(each->name)) continue;
        if (is_headed(*each))
            file_parser(*each, found).parse(all.steps);
        else
            warn_passed_over(found, *each, "this file has no section such as '-- 1 up', and is passed over");
    }
}

/// One row for each history that shares the database.
constexpr std::string_view bookkeeping =
    "SELECT version, 2, NULL FROM main.mojo_migrations WHERE version > 0";

} // namespace mojo
} // namespace

const layout mojo_layout{"mojo", is_top_sql, mojo::fits, mojo::read, mojo::bookkeeping, nullptr};

} // namespace headway::compiler
