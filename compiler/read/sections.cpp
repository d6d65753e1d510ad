#include "read/sections.hpp"

#include "read/allowance.hpp"
#include "read/markers.hpp"
#include "read/text.hpp"
#include "sql/psql_script.hpp"
#include "sql/statement.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Checks that the parts of a file make one up and one down section.
class section_reader {
public:
    section_reader(source& into, engine wanted, diagnostics& found)
        : into_(into), wanted_(wanted), found_(found) {}
    std::size_t read();

private:
    location at(std::string_view part) const { return place_of(into_.file, part); }
    section section_of(const marked_part& from) const {
        return {at(from.body), !from.without_transaction, at(from.marker)};
    }

    std::string_view first_of(std::string_view script) const {
        return wanted_ == engine::postgresql ? detail::first_psql_statement(script) : first_statement(script);
    }
    std::string missing(const marked_file&, directive_kind, std::string message) const;
    void note_engines(const marked_file&);

    void choose(const marked_part&);
    void check_missing(const marked_file&);
    void report_missing(directive_kind, location where, std::string message);
    void check_order();
    void check_down();
    void check_statement(const marked_part&);

    source& into_;
    engine wanted_;
    diagnostics& found_;
    const marked_part* up_ = nullptr;
    const marked_part* down_ = nullptr;
};

std::size_t section_reader::read() {
    const marked_file file = find_markers(into_.file, wanted_, found_);
    for (const marked_part& each : file.parts)
        choose(each);
    for (const std::string_view words : file.allowances)
        read_allowance(into_, words, found_);
    check_order();
    if (file.certain) {
        check_missing(file);
        if (up_ != nullptr) check_statement(*up_);
        check_down();
    }
    if (up_ != nullptr) into_.up = section_of(*up_);
    if (down_ != nullptr) into_.down = section_of(*down_);
    into_.irreversible = down_ != nullptr && down_->irreversible;
    note_engines(file);
    return file.header_end;
}

/// What a lock file needs to know of all engines, since it is one for all.
void section_reader::note_engines(const marked_file& file) {
    const bool any = std::any_of(file.parts.begin(), file.parts.end(),
                                 [](const marked_part& each) { return each.of.has_value(); });
    if (!any) return;
    for (const marked_part& each : file.parts)
        into_.of_engines +=
            fmt::format("{} {} {} {}\n{}\n", spelling_of(each.kind), each.of ? name_of(*each.of) : "",
                        each.without_transaction, each.irreversible, each.body);
}

void section_reader::choose(const marked_part& part) {
    if (part.of && *part.of != wanted_) return;
    const marked_part*& chosen = part.kind == directive_kind::up ? up_ : down_;
    if (chosen == nullptr || (part.of && !chosen->of)) {
        chosen = &part;
        return;
    }
    if (chosen->of && !part.of) return;
    found_
        .add(rule::section_duplicate, at(part.marker),
             fmt::format("a second '{}'; a file has one of each section", spelling_of(part.kind)))
        .notes.push_back({at(chosen->marker), "the first one"});
}

/// The same of one engine's section, where others have theirs.
std::string section_reader::missing(const marked_file& file, directive_kind kind, std::string message) const {
    const bool others = std::any_of(file.parts.begin(), file.parts.end(),
                                    [&](const marked_part& each) { return each.kind == kind; });
    if (!others) return message;
    return fmt::format(
        "the {} section for {} is missing; begin it with the line '{} engine:{}', and leave it empty "
        "if there is nothing to do",
        kind == directive_kind::up ? "up" : "down", name_of(wanted_), spelling_of(kind), name_of(wanted_));
}

void section_reader::check_missing(const marked_file& file) {
    if (up_ == nullptr) {
        const std::string_view text = into_.file->text;
        const std::size_t sql = file.header_end < text.size() ? file.header_end : 0;
        const location where = at(down_ != nullptr ? down_->marker : text.substr(sql, 1));
        report_missing(directive_kind::up, where,
                       missing(file, directive_kind::up,
                               "the up section is missing; begin it with the line '-- migrate:up'"));
    }
    if (down_ == nullptr && up_ != nullptr) {
        report_missing(
            directive_kind::down, at(up_->marker),
            missing(
                file, directive_kind::down,
                "the down section is missing; write '-- migrate:down' and the SQL that undoes this one, or "
                "'-- migrate:down irreversible'"));
    }
}

void section_reader::report_missing(directive_kind kind, location where, std::string message) {
    diagnostic& added = found_.add(rule::section_missing, std::move(where), std::move(message));
    const auto hidden = find_hidden_marker(into_.file->text, kind); // by SQLite's rules
    if (!hidden || wanted_ != engine::sqlite) return;
    added.notes.push_back(
        {at(hidden->marker), "this is no marker, since it stands inside quotes or a comment"});
    added.notes.push_back({at(hidden->inside.substr(0, hidden->inside.find('\n'))), "which begin here"});
}

void section_reader::check_order() {
    if (up_ == nullptr || down_ == nullptr || down_ > up_) return;
    found_.add(rule::section_order, at(down_->marker), "the down section stands before the up section")
        .notes.push_back({at(up_->marker), "move this section to the front"});
}

void section_reader::check_down() {
    if (up_ == nullptr || down_ == nullptr) return;
    if (!down_->irreversible && down_->first_sql.empty() && !up_->first_sql.empty())
        found_.add(rule::empty_down, at(down_->marker),
                   "the down section does nothing; undo what the up section does, or declare "
                   "'-- migrate:down irreversible'");
    else if (down_->irreversible && !down_->first_sql.empty())
        found_.add(rule::irreversible_body, at(down_->first_sql),
                   "SQL in a section that is declared irreversible; remove either the SQL or the word");
    else
        check_statement(*down_);
}

/// Whether there is `PRAGMA foreign_keys`, as around a rebuild that other tools run without a transaction.
bool switches_foreign_keys(std::string_view sql) {
    bool in_pragma = false;
    for (const token& each : tokens(sql)) {
        if (in_pragma && same_name(unquote(each.in(sql)), "foreign_keys")) return true;
        in_pragma = each.kind != token_kind::semicolon && (in_pragma || same_name(each.in(sql), "pragma"));
    }
    return false;
}

void section_reader::check_statement(const marked_part& part) {
    if (!part.without_transaction) return;
    const std::string_view first = first_of(part.body);
    if (first.empty()) {
        found_.add(rule::one_statement, at(part.marker),
                   "a section with 'transaction:false' needs a statement; write it, or remove the option");
        return;
    }
    const auto behind = static_cast<std::size_t>(first.data() - part.body.data()) + first.size();
    const std::string_view second = first_of(part.body.substr(behind));
    if (second.empty()) return;
    diagnostic& added = found_.add(
        rule::one_statement, at(second.substr(0, second.find('\n'))),
        "a second statement in a section with 'transaction:false'; give it a revision of its own, so "
        "that a failure leaves nothing half done");
    if (switches_foreign_keys(part.body))
        added.notes.push_back({{},
                               "to rebuild a table, remove 'transaction:false' and the statements around the "
                               "rebuild: Headway itself turns foreign keys off before its transaction, and "
                               "checks them before it commits"});
}

} // namespace

std::size_t read_sections(source& into, engine wanted, diagnostics& found) {
    return section_reader(into, wanted, found).read();
}

} // namespace headway::compiler
