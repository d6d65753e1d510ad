#include "layouts/migrations.hpp"

#include "layouts/chain.hpp"
#include "layouts/naming.hpp"
#include "read/conflict.hpp"
#include "read/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 4; ///< Folders below the directory.

/// A revision that revises nothing: the history is Headway's own from its beginning. Its header may be
/// broken.
bool is_native_root(const loaded_file& file) {
    bool is_own = false;
    bool revises = false;
    for_each_line(file.text->text, [&](std::string_view line) {
        is_own = is_own || (line.starts_with("--") && line.find("Revision ID:") != line.npos);
        const std::size_t key = line.starts_with("--") ? line.find("Revises:") : line.npos;
        if (key == line.npos) return;
        const std::string_view parents = trim(line.substr(key + std::string_view("Revises:").size()));
        revises = revises || (!parents.empty() && parents != "base");
    });
    return !revises && (is_own || is_native(file.text->text));
}

/// Reads a directory whose layout is yet to be found out.
class layout_reader {
public:
    layout_reader(const fs::path& path, diagnostics& found) : path_(path), found_(found) {}

    laid_out read(const layout_choice& choice) {
        listed_ = list_files(path_);
        if (choice.name == "headway") return native();
        const layout* of = find_layout(choice.name);
        if (of == nullptr && starts_natively()) return native();
        load_all();
        if (of == nullptr) of = find_out();
        if (refused_) return {};
        return of == nullptr ? native() : foreign(*of);
    }

private:
    /// Whether the files beside the lock file are Headway's from the beginning.
    bool starts_natively() {
        files_ = load_files(path_, listed_.files, is_sql_file, inputs_, found_);
        top_is_loaded_ = true;
        return std::any_of(files_.begin(), files_.end(), is_native_root);
    }

    laid_out native() {
        if (!top_is_loaded_) files_ = load_files(path_, listed_.files, is_sql_file, inputs_, found_);
        std::erase_if(files_,
                      [](const loaded_file& each) { return !is_top(each.name) || !is_sql_file(each.name); });
        return {read_directory(path_, listed_, files_, found_), nullptr, {}};
    }

    /// What some tool reads, in folders too.
    void load_all() {
        listing below = list_files(path_, deepest);
        const auto wanted = [&](std::string_view name) {
            return !(top_is_loaded_ && is_top(name) && is_sql_file(name)) &&
                   std::any_of(layouts().begin(), layouts().end(),
                               [&](const layout* each) { return each->takes(name); });
        };
        std::vector<loaded_file> more = load_files(path_, below.files, wanted, inputs_, found_);
        std::move(more.begin(), more.end(), std::back_inserter(files_));
        std::sort(files_.begin(), files_.end(),
                  [](const loaded_file& left, const loaded_file& right) { return left.name < right.name; });
        below_ = std::move(below);
    }

    tool_directory tool_files(const layout* of) {
        tool_directory all{path_, below_, {}, {}, of == nullptr ? std::string_view() : of->bookkeeping};
        for (const loaded_file& each : files_) {
            if (!is_native(each.text->text) && (of == nullptr || of->takes(each.name)))
                all.files.push_back(&each);
        }
        return all;
    }

    const layout* find_out() {
        const tool_directory all = tool_files(nullptr);
        std::vector<const layout*> best;
        fit how = fit::perhaps;
        for (const layout* each : layouts()) {
            const fit here = each->fits(all);
            if (here > how) best.clear();
            if (here >= how) best.push_back(each);
            how = std::max(how, here);
        }
        if (best.size() > 1) return refuse(best);
        if (best.empty()) return nullptr;
        found_.add(rule::layout_found, {std::make_shared<source_text>(source_text{path_.string(), ""}), 0, 0},
                   fmt::format(
                       "these are migrations of {0}, and read as such: say LAYOUT {0}, or `layout = \"{0}\"` "
                       "in headway.toml",
                       best.front()->name));
        return best.front();
    }

    const layout* refuse(const std::vector<const layout*>& candidates) {
        std::vector<std::string_view> names;
        for (const layout* each : candidates)
            names.push_back(each->name);
        refuse_file(found_, rule::layout, path_,
                    fmt::format("whose migrations these are does not show: say which of {} by LAYOUT of "
                                "add_migrations(), --layout or `layout` in headway.toml",
                                fmt::join(names, ", ")));
        refused_ = true;
        return nullptr;
    }

    bool is_sound(const loaded_file& file) {
        return check_encoding(file.text, found_) && check_conflict(file.text, found_);
    }

    laid_out foreign(const layout& of) {
        tool_directory all = tool_files(&of);
        std::erase_if(all.files, [&](const loaded_file* each) { return !is_sound(*each); });
        of.read(all, found_);
        if (all.steps.empty() && !found_.has_errors())
            refuse_file(found_, rule::no_migrations, path_,
                        fmt::format("this directory holds no migrations of {}", of.name));
        laid_out result{{}, &of, {{std::string(of.name), std::string(all.bookkeeping)}}};
        result.migrations.sources = chain(all, of, found_);
        for (const loaded_file& each : files_) {
            if (!is_native(each.text->text) || !is_top(each.name)) continue;
            if (auto read = read_source(each.text, found_))
                result.migrations.sources.push_back(std::move(*read));
        }
        result.migrations.inputs = inputs_;
        read_lock(path_, listed_.files, result.migrations, found_);
        for (const fs::path& each : below_.directories)
            result.migrations.inputs.push_back(each);
        return result;
    }

    const fs::path& path_;
    diagnostics& found_;
    listing listed_; ///< Without folders.
    listing below_;  ///< With them.
    std::vector<loaded_file> files_;
    std::vector<fs::path> inputs_;
    bool top_is_loaded_ = false;
    bool refused_ = false;
};

} // namespace

laid_out read_migrations(const fs::path& path, const layout_choice& choice, diagnostics& found) {
    return layout_reader(path, found).read(choice);
}

std::vector<std::string_view> layout_names() {
    std::vector<std::string_view> names{"headway"};
    for (const layout* each : layouts())
        names.push_back(each->name);
    return names;
}

} // namespace headway::compiler
