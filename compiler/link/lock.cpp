#include "link/lock.hpp"

#include "read/conflict.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace headway::compiler {
namespace {

/// The words of a line, however they are spaced.
std::vector<std::string_view> split_words(std::string_view line) {
    constexpr std::string_view blank = " \t\r";
    std::vector<std::string_view> words;
    for (std::size_t begin = line.find_first_not_of(blank); begin != line.npos;) {
        const std::size_t end = std::min(line.find_first_of(blank, begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(blank, end);
    }
    return words;
}

bool is_checksum(std::string_view word) {
    return word.size() == 64 && word.find_first_not_of("0123456789abcdef") == word.npos;
}

class lock_reader {
public:
    lock_reader(const std::shared_ptr<const source_text>& text, diagnostics& found)
        : text_(text), found_(found) {}

    lock_file read() {
        const std::string_view text = text_->text;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            read_line(text.substr(begin, end - begin), {text_, begin, end});
            begin = end + 1;
        }
        if (result_.head_line.file == nullptr && !conflict_)
            found_.add(rule::lock_syntax, {text_, text.size(), text.size()},
                       "the lock file ends without its 'head' line: run 'headway lock'");
        return std::move(result_);
    }

private:
    void read_line(std::string_view line, const location& where) {
        const auto words = split_words(line);
        if (is_conflict_marker(line)) {
            report_conflict(where);
        } else if (!words.empty() && words.front() == "head") {
            read_head(words, where);
        } else if (words.size() == 2 && is_checksum(words[0]) && is_revision_id(words[1])) {
            read_revision(words[0], words[1], where);
        } else if (!words.empty()) {
            found_.add(rule::lock_syntax, where, "this line is not 'sha256 revision': run 'headway lock'");
        }
    }

    /// Says it once: the rest of the conflict follows from it.
    void report_conflict(const location& where) {
        if (std::exchange(conflict_, true)) return;
        found_.add(rule::lock_syntax, where, "git left a conflict here: both sides have added revisions")
            .notes.push_back({{},
                              "run 'headway merge' to join the two heads, or 'headway lock' if there is one "
                              "head; either writes this file anew"});
    }

    void read_head(const std::vector<std::string_view>& words, const location& where) {
        if (std::exchange(result_.head_line, where).file != nullptr) {
            if (!conflict_)
                found_.add(rule::lock_syntax, where,
                           "the lock file has a second 'head' line: run 'headway lock'");
            return;
        }
        result_.heads.assign(words.begin() + 1, words.end());
    }

    void read_revision(std::string_view checksum, std::string_view revision, const location& where) {
        if (seen_.insert(revision).second) {
            result_.revisions.push_back({checksum, revision, where});
        } else if (!conflict_) {
            found_.add(rule::lock_syntax, where,
                       fmt::format("the lock file lists '{}' twice: run 'headway lock'", revision));
        }
    }

    const std::shared_ptr<const source_text>& text_;
    diagnostics& found_;
    lock_file result_;
    std::unordered_set<std::string_view> seen_;
    bool conflict_ = false;
};

} // namespace

lock_file read_lock(const std::shared_ptr<const source_text>& text, diagnostics& found) {
    return lock_reader(text, found).read();
}

lock_changes compare_lock(const graph& history, const lock_file& lock) {
    std::unordered_map<std::string_view, const locked_revision*> lines;
    for (const locked_revision& line : lock.revisions)
        lines.emplace(line.revision, &line);
    lock_changes changes;
    for (std::uint32_t i = 0; i < history.revisions.size(); ++i) {
        const source& revision = history.revisions[i].from;
        const auto line = lines.find(revision.id.text);
        if (line == lines.end()) {
            changes.unlisted.push_back(i);
            continue;
        }
        if (to_hex(locked_checksum_of(revision)) != line->second->checksum)
            changes.edited.push_back({i, *line->second});
        lines.erase(line);
    }
    for (const locked_revision& line : lock.revisions)
        if (lines.contains(line.revision)) changes.vanished.push_back(line);
    return changes;
}

namespace {

std::vector<std::string_view> head_ids(const graph& history) {
    std::vector<std::string_view> ids;
    for (const std::uint32_t head : history.heads)
        ids.push_back(history.revisions[head].from.id.text);
    return ids;
}

/// At the place where the lock file should be.
void note_missing(const graph& history, diagnostics& found) {
    const source& first = history.revisions.front().from;
    const std::string& path = first.file->path;
    const std::filesystem::path directory = path.substr(0, path.size() - first.file_name.size());
    const auto file = std::make_shared<source_text>(source_text{(directory / "headway.lock").string(), ""});
    found.add(rule::lock_missing, {file}, "there is no lock file yet: run 'headway lock', and commit it");
}

void report_edited(const source& revision, const locked_revision& locked, diagnostics& found) {
    diagnostic& mistake =
        found.add(rule::lock_edited, revision.id.where,
                  fmt::format("revision '{}' was edited after it was locked", revision.id.text));
    mistake.notes.push_back({locked.where, "it was locked here"});
    mistake.notes.push_back({{},
                             "put it back and make the change in a new revision, or run 'headway lock' if no "
                             "database has it yet"});
}

void report_unlisted(const source& revision, diagnostics& found) {
    found.add(rule::lock_unlisted, revision.id.where,
              fmt::format("the lock file does not list revision '{}': run 'headway lock'", revision.id.text));
}

void report_vanished(const locked_revision& locked, diagnostics& found) {
    found.add(
        rule::lock_vanished, locked.where,
        fmt::format("revision '{}' is locked, but its file is gone: put it back, or run 'headway lock' if no "
                    "database has it",
                    locked.revision));
}

void check_heads(const graph& history, const lock_file& lock, diagnostics& found) {
    auto locked = lock.heads;
    auto actual = head_ids(history);
    std::sort(locked.begin(), locked.end());
    std::sort(actual.begin(), actual.end());
    if (locked != actual)
        found.add(rule::lock_syntax, lock.head_line,
                  fmt::format("the head of the history is '{}', not '{}': run 'headway lock'",
                              fmt::join(head_ids(history), " "), fmt::join(lock.heads, " ")));
}

} // namespace

void check_lock(const graph& history, const std::shared_ptr<const source_text>& text, diagnostics& found) {
    if (text == nullptr) {
        if (!history.revisions.empty() && !found.has_errors()) note_missing(history, found);
        return;
    }
    const bool has_errors = found.has_errors();
    const std::size_t before = found.list().size();
    const lock_file lock = read_lock(text, found);
    const bool readable = found.list().size() == before;
    const lock_changes changes = compare_lock(history, lock);
    for (const auto& [revision, locked] : changes.edited)
        report_edited(history.revisions[revision].from, locked, found);
    if (!readable) return; // what is missing may stand in the lines that cannot be read
    for (const std::uint32_t revision : changes.unlisted)
        report_unlisted(history.revisions[revision].from, found);
    if (!history.complete) return;
    for (const locked_revision& locked : changes.vanished)
        report_vanished(locked, found);
    if (!has_errors && found.list().size() == before) check_heads(history, lock, found);
}

std::string render_lock(const graph& history) {
    std::string text;
    for (const linked_revision& r : history.revisions)
        text += fmt::format("{} {}\n", to_hex(locked_checksum_of(r.from)), r.from.id.text);
    text += "head";
    for (const std::string_view head : head_ids(history))
        text.append(" ").append(head);
    return text + "\n";
}

std::string extend_lock(const graph& history, const lock_file& old) {
    const lock_changes changes = compare_lock(history, old);
    std::unordered_map<std::uint32_t, std::string_view> edited;
    for (const auto& [revision, locked] : changes.edited)
        edited.emplace(revision, locked.checksum);
    std::string text;
    for (std::uint32_t i = 0; i < history.revisions.size(); ++i) {
        const source& from = history.revisions[i].from;
        const auto found = edited.find(i);
        text +=
            fmt::format("{} {}\n", found == edited.end() ? to_hex(locked_checksum_of(from)) : found->second,
                        from.id.text);
    }
    for (const locked_revision& gone : changes.vanished)
        text += fmt::format("{} {}\n", gone.checksum, gone.revision);
    return text + fmt::format("head {}\n", fmt::join(head_ids(history), " "));
}

} // namespace headway::compiler
