// dbmate: `VERSION_name.sql` with `-- migrate:up` and `-- migrate:down`, in the order of the names
// (https://github.com/amacneil/dbmate).

#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace headway::compiler {
namespace {
namespace dbmate {

constexpr std::string_view blanks = " \t\f\r";

/// What follows `-- migrate:up` or `-- migrate:down` on a line that is one; it begins at column 1.
std::optional<std::string_view> options_behind(std::string_view line, std::string_view marker) {
    if (!line.starts_with("--")) return std::nullopt;
    line.remove_prefix(std::min(line.find_first_not_of(blanks, 2), line.size()));
    if (!line.starts_with(marker)) return std::nullopt;
    line.remove_prefix(marker.size());
    if (!line.empty() && blanks.find(line[0]) == blanks.npos) return std::nullopt;
    return trim(line);
}

bool has_up(const loaded_file& file) {
    bool any = false;
    for_each_line(file.text->text, [&](std::string_view line) {
        any = any || options_behind(line, "migrate:up").has_value();
    });
    return any;
}

fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) {
        return is_top_sql(each.name) && !leading_digits(each.name).empty() && has_up(each);
    };
    return fit_if_all(all, is_so, fit::surely);
}

class file_parser {
public:
    file_parser(const loaded_file& file, diagnostics& found) : file_(file), found_(found) {}

    bool parse(layout_step& into) {
        for_each_line(file_.text->text, [&](std::string_view line) { read_line(line); });
        if (!up_) {
            refuse(found_, file_, down_ ? down_->marker : std::string_view(file_.text->text).substr(0, 1),
                   down_ ? "dbmate requires '-- migrate:up' to appear before '-- migrate:down'"
                         : "dbmate requires each migration to define an up block with '-- migrate:up'");
            return false;
        }
        const std::string_view text = file_.text->text;
        const char* const end = down_ ? down_->marker.data() : text.data() + text.size();
        close(*up_, end);
        if (down_) close(*down_, text.data() + text.size());
        into.up = *up_;
        into.down = down_;
        return true;
    }

private:
    void read_line(std::string_view line) {
        if (const auto options = options_behind(line, "migrate:up")) return open(up_, line, *options, "up");
        if (const auto options = options_behind(line, "migrate:down")) {
            return open(down_, line, *options, "down");
        }
        if (!up_ && !down_ && !trim(line).empty() && !trim(line).starts_with("--") &&
            !std::exchange(stray_, true))
            refuse(found_, file_, trim(line),
                   "dbmate does not support statements preceding the '-- migrate:up' block");
    }

    void open(std::optional<step_part>& part, std::string_view line, std::string_view options,
              std::string_view side) {
        if (part || (side == "up" && down_))
            return refuse(found_, file_, trim_end(line),
                          part ? fmt::format("a second '-- migrate:{}': dbmate takes one block of each", side)
                               : "dbmate requires '-- migrate:up' to appear before '-- migrate:down'");
        part = step_part{&file_, {}, trim_end(line), options.find("transaction:false") == options.npos};
        if (!options.empty() && options != "transaction:false" && options != "transaction:true")
            refuse(found_, file_, options,
                   fmt::format("unknown option '{}': dbmate knows 'transaction:false'", options));
    }

    const loaded_file& file_;
    diagnostics& found_;
    std::optional<step_part> up_;
    std::optional<step_part> down_;
    bool stray_ = false; ///< Something stands before the first block, and that has been said.
};

void read(tool_directory& all, diagnostics& found) {
    for (const loaded_file* each : all.files) {
        if (!is_top_sql(each->name)) continue;
        const std::string_view digits = leading_digits(each->name);
        if (digits.empty()) {
            warn_passed_over(found, *each,
                             "dbmate passes over this file: its name does not begin with a version");
            continue;
        }
        layout_step read{std::string(digits), each->name};
        const std::string_view name = each->name;
        read.summary = words_of_slug(name.substr(digits.size(), name.size() - digits.size() - 4));
        if (file_parser(*each, found).parse(read)) all.steps.push_back(std::move(read));
    }
}

constexpr std::string_view bookkeeping =
    "SELECT version, 1, NULL FROM main.schema_migrations WHERE (SELECT group_concat(name) FROM "
    "pragma_table_info('schema_migrations', 'main')) = 'version'";

} // namespace dbmate
} // namespace

const layout dbmate_layout{"dbmate", is_top_sql, dbmate::fits, dbmate::read, dbmate::bookkeeping, nullptr};

} // namespace headway::compiler
