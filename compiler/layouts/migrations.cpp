#include "layouts/migrations.hpp"

#include "layouts/chain.hpp"
#include "layouts/naming.hpp"
#include "layouts/placeholders.hpp"
#include "read/conflict.hpp"
#include "read/file_name.hpp"
#include "read/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <iterator>

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
        const bool is_comment = line.starts_with("--") || line.starts_with("//");
        is_own = is_own || (is_comment && line.find("Revision ID:") != line.npos);
        const std::size_t key = is_comment ? line.find("Revises:") : line.npos;
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
        choice_ = choice;
        listed_ = list_files(path_);
        wanted_ = choice.wanted;
        if (choice.name == "headway") return native();
        const bool is_numbered = choice.name.empty() && !choice.pattern.empty();
        const layout* const chosen = is_numbered ? &numbered_layout : find_layout(choice.name);
        if (chosen == nullptr && starts_natively()) return native();
        load_all();
        for (const loaded_file& each : files_)
            if (!is_native(each.text->text)) fill_placeholders(*each.text, choice.variables);
        const std::vector<const layout*> of =
            chosen == nullptr ? find_out() : std::vector<const layout*>{chosen};
        if (refused_) return {};
        return of.empty() ? native() : foreign(of);
    }

private:
    /// Whether the files beside the lock file are Headway's from the beginning.
    bool starts_natively() {
        files_ = load_files(path_, listed_.files, is_migration_file, inputs_, found_);
        top_is_loaded_ = true;
        return std::any_of(files_.begin(), files_.end(), is_native_root);
    }

    laid_out native() {
        if (!top_is_loaded_) files_ = load_files(path_, listed_.files, is_migration_file, inputs_, found_);
        std::erase_if(files_, [](const loaded_file& each) {
            return !is_top(each.name) || !is_migration_file(each.name);
        });
        laid_out result{read_directory(path_, listed_, files_, found_, wanted_), {}, {}};
        result.adoptions = adoptions_by_header(result.migrations.sources);
        return result;
    }

    /// What some tool reads, in folders too.
    void load_all() {
        listing below = list_files(path_, deepest);
        const auto wanted = [&](std::string_view name) {
            return !(top_is_loaded_ && is_top(name) && is_migration_file(name)) &&
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
        tool_directory all{path_,
                           below_,
                           {},
                           {},
                           std::string(of == nullptr ? "" : of->bookkeeping),
                           choice_.pattern,
                           choice_.adopt_query};
        for (const loaded_file& each : files_) {
            if (is_native(each.text->text) || is_own_by_name(each)) continue;
            if (of == nullptr || of->takes(each.name)) all.files.push_back(&each);
        }
        return all;
    }

    /// No tool reads C++, nor what stands beside a migration in C++.
    bool is_own_by_name(const loaded_file& file) const {
        return is_top(file.name) && (is_cpp_file(file.name) || is_twin_of_own(file));
    }

    bool is_twin_of_own(const loaded_file& file) const {
        return is_twin(file.name) && std::any_of(files_.begin(), files_.end(), [&](const loaded_file& each) {
                   return is_cpp_file(each.name) && is_native(each.text->text) &&
                          twin_name(each.name) == file.name;
               });
    }

    std::vector<const layout*> find_out() {
        const tool_directory all = tool_files(nullptr);
        std::vector<const layout*> best;
        fit how = fit::perhaps;
        for (const layout* each : layouts()) {
            const fit here = each->fits(all);
            if (here > how) best.clear();
            if (here >= how) best.push_back(each);
            how = std::max(how, here);
        }
        if (best.size() > 1) keep_those_alike(best);
        if (best.size() == 1) {
            note_found(fmt::format("these are migrations of {0}, and read as such: say LAYOUT {0}, or "
                                   "`layout = \"{0}\"` in headway.toml",
                                   best.front()->name));
        } else if (best.size() > 1) {
            note_found(
                fmt::format("these are migrations of {}, which read them alike: databases of either are "
                            "taken over; LAYOUT, or `layout` in headway.toml, says of one alone",
                            names_of(best)));
        }
        return best;
    }

    void note_found(std::string message) {
        found_.add(rule::layout_found, {std::make_shared<source_text>(source_text{path_.string(), ""}), 0, 0},
                   std::move(message));
    }

    /// What a layout makes of the directory: its steps in their order; nothing if it refuses something.
    std::vector<std::string> outline_of(const layout& of) {
        diagnostics refused;
        tool_directory all = tool_files(&of);
        of.read(all, refused);
        std::vector<std::string> steps;
        if (refused.has_errors()) return steps;
        put_in_order(all.steps);
        for (const layout_step& each : all.steps)
            steps.push_back(fmt::format("{} {} {}", each.version, each.up.file->name,
                                        each.down ? each.down->file->name : ""));
        return steps;
    }

    /// Of several layouts, those that can read the directory; they have to read it alike.
    void keep_those_alike(std::vector<const layout*>& candidates) {
        std::vector<const layout*> readable;
        std::vector<std::string> outline;
        for (const layout* each : candidates) {
            std::vector<std::string> here = outline_of(*each);
            if (here.empty()) continue;
            if (!readable.empty() && here != outline) return refuse(candidates);
            outline = std::move(here);
            readable.push_back(each);
        }
        if (readable.empty()) return refuse(candidates);
        candidates = std::move(readable);
    }

    void refuse(std::vector<const layout*>& candidates) {
        std::vector<std::string_view> names;
        for (const layout* each : candidates)
            names.push_back(each->name);
        refuse_file(found_, rule::layout, path_,
                    fmt::format("whose migrations these are does not show: say which of {} by LAYOUT of "
                                "add_migrations(), --layout or `layout` in headway.toml",
                                fmt::join(names, ", ")));
        refused_ = true;
        candidates.clear();
    }

    bool is_sound(const loaded_file& file) {
        return check_encoding(file.text, found_) && check_conflict(file.text, found_);
    }

    /// Of databases that count in user_version, if any header tells what the numbers mean.
    static std::vector<adoption> adoptions_by_header(const std::vector<source>& sources) {
        const bool any =
            std::any_of(sources.begin(), sources.end(), [](const source& each) { return each.user_version; });
        if (!any) return {};
        return {
            {"user_version", "SELECT user_version, 2, NULL FROM pragma_user_version WHERE user_version > 0"}};
    }

    /// Steps that are programs cannot be run.
    void take_code(const layout& of, tool_directory& all) {
        for (const listed_file& each : below_.files) {
            std::optional<layout_step> step = of.in_code(each.name);
            if (!step || is_native_cpp(each) || has_version(all.steps, step->version)) continue;
            if (!choice_.keeps_code) {
                refuse_file(
                    found_, rule::layout, each.path,
                    fmt::format("step {} is written in {}, which Headway cannot run: write what it does as "
                                "SQL, in a file of that number; `headway import` makes a stub for it",
                                step->version, language_of(each.name)));
                continue;
            }
            stubs_.push_back(
                {each.name, std::make_shared<source_text>(source_text{each.path.string(), ""}), {}});
            step->up = whole(stubs_.back());
            all.steps.push_back(*std::move(step));
        }
    }

    bool is_native_cpp(const listed_file& listed) const {
        return std::any_of(files_.begin(), files_.end(), [&](const loaded_file& each) {
            return each.name == listed.name && is_native(each.text->text);
        });
    }

    static bool has_version(const std::vector<layout_step>& steps, const std::string& version) {
        return std::any_of(steps.begin(), steps.end(),
                           [&](const layout_step& each) { return each.version == version; });
    }

    laid_out foreign(const std::vector<const layout*>& of) {
        const layout& first = *of.front();
        tool_directory all = tool_files(&first);
        std::erase_if(all.files, [&](const loaded_file* each) { return !is_sound(*each); });
        first.read(all, found_);
        if (first.in_code != nullptr && all.pattern.empty()) take_code(first, all);
        if (all.steps.empty() && !found_.has_errors())
            refuse_file(found_, rule::no_migrations, path_,
                        fmt::format("this directory holds no migrations of {}", first.name));
        laid_out result{{}, of, adoptions_of(of, of.size() == 1 ? all.bookkeeping : std::string_view())};
        result.migrations.sources = chain(all, of, found_);
        std::vector<loaded_file> own;
        std::copy_if(files_.begin(), files_.end(), std::back_inserter(own), [&](const loaded_file& each) {
            return is_top(each.name) && (is_native(each.text->text) || is_twin_of_own(each));
        });
        for (source& each : read_sources(own, found_))
            result.migrations.sources.push_back(std::move(each));
        result.migrations.inputs = inputs_;
        for (const loaded_file& each : all.made)
            result.migrations.inputs.emplace_back(each.text->path);
        read_lock(path_, listed_.files, result.migrations, found_);
        for (const fs::path& each : below_.directories)
            result.migrations.inputs.push_back(each);
        return result;
    }

    const fs::path& path_;
    diagnostics& found_;
    layout_choice choice_;
    listing listed_; ///< Without folders.
    listing below_;  ///< With them.
    std::vector<loaded_file> files_;
    std::deque<loaded_file> stubs_; ///< Of steps that are programs.
    std::vector<fs::path> inputs_;
    engine wanted_ = engine::sqlite;
    bool top_is_loaded_ = false;
    bool refused_ = false;
};

} // namespace

laid_out read_migrations(const fs::path& path, const layout_choice& choice, diagnostics& found) {
    return layout_reader(path, found).read(choice);
}

std::vector<adoption> adoptions_of(std::span<const layout* const> some, std::string_view bookkeeping) {
    std::vector<adoption> all;
    for (const layout* each : some) {
        for (const known_bookkeeping& other : each->others)
            all.push_back({std::string(other.tool), std::string(other.query)});
        const std::string_view query = bookkeeping.empty() ? each->bookkeeping : bookkeeping;
        if (!query.empty()) all.push_back({std::string(each->name), std::string(query)});
    }
    std::stable_partition(all.begin(), all.end(), [](const adoption& one) {
        return one.query.find("pragma_user_version") == std::string::npos;
    });
    return all;
}

std::string names_of(std::span<const layout* const> some) {
    std::vector<std::string_view> names;
    for (const layout* each : some)
        names.push_back(each->name);
    return fmt::format("{}", fmt::join(names, " or "));
}

std::vector<std::string_view> layout_names() {
    std::vector<std::string_view> names{"headway"};
    for (const layout* each : layouts())
        names.push_back(each->name);
    return names;
}

} // namespace headway::compiler
