#include "read/code.hpp"

#include "read/allowance.hpp"
#include "read/conflict.hpp"
#include "read/cpp_tokens.hpp"
#include "read/directive.hpp"
#include "read/directory.hpp"
#include "read/header.hpp"
#include "read/sections.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace headway::compiler {
namespace {

constexpr std::string_view cpp_macro = "HEADWAY_MIGRATION";
constexpr std::string_view cpp_irreversible = "HEADWAY_IRREVERSIBLE";

bool is_cpp_comment(const cpp_token& of) noexcept {
    return of.kind == cpp_kind::line_comment || of.kind == cpp_kind::block_comment;
}

/// Finds the functions of a migration by their names. What C++ makes of the rest is for its compiler to say.
class code_reader {
public:
    code_reader(source& into, diagnostics& found)
        : into_(into), found_(found), all_(cpp_tokens(into.file->text)) {}

    void read() {
        const std::string_view text = into_.file->text;
        const auto first = std::find_if_not(all_.begin(), all_.end(), is_cpp_comment);
        const std::size_t end = first == all_.end() ? text.size() : at(first->text).begin;
        for (auto each = all_.begin(); each != first; ++each)
            read_directive(each->text);
        into_.code.emplace();
        read_header(into_, end, found_);
        std::erase_if(all_, is_cpp_comment);
        if (!into_.id.text.empty()) find_functions(text.substr(end < text.size() ? end : 0, 1));
        into_.up = empty_section(into_.code->upgrade);
        into_.down = empty_section(into_.code->downgrade);
    }

private:
    using place = std::vector<cpp_token>::const_iterator;

    location at(std::string_view part) const { return place_of(into_.file, part); }

    section empty_section(const location& function) const {
        section result;
        result.where = {into_.file, function.begin, function.begin};
        result.marker = function;
        return result;
    }

    void refuse(std::string_view part, std::string message) {
        found_.add(rule::code, at(part), std::move(message));
    }

    void read_directive(std::string_view comment) {
        const auto said = comment.starts_with("//") ? parse_directive(comment) : std::nullopt;
        if (!said) return;
        if (said->kind == directive_kind::allow && said->exact)
            return read_allowance(into_, said->words, found_);
        found_.add(rule::directive, at(said->spelled),
                   said->kind == directive_kind::allow
                       ? "unknown directive; did you mean '// headway:allow'?"
                       : fmt::format(
                             "'{}' belongs into a migration in SQL; in C++ the functions are sections enough",
                             said->spelled));
    }

    void find_functions(std::string_view first_code) {
        const std::string& id = into_.id.text;
        const auto is_macro = [](const cpp_token& each) {
            return each.kind == cpp_kind::word && each.text == cpp_macro;
        };
        const place macro = std::find_if(all_.cbegin(), all_.cend(), is_macro);
        if (id.find('.') != id.npos) {
            found_.add(
                rule::revision_id, into_.id.where,
                fmt::format("'{}' can be no part of a name in C++; give a migration in C++ an id without '.'",
                            id));
        } else if (macro == all_.cend()) {
            refuse(first_code,
                   fmt::format("'{0}({1})' is missing; put its functions between '{0}({1}) {{' and '}}'",
                               cpp_macro, id));
        } else if (const place second = std::find_if(macro + 1, all_.cend(), is_macro);
                   second != all_.cend()) {
            found_.add(rule::code, at(second->text), fmt::format("a second '{}'; a file has one", cpp_macro))
                .notes.push_back({at(macro->text), "the first one"});
        } else {
            read_block(*macro, open_block(macro));
        }
    }

    /// The first token behind the brace that opens the macro's block, if it is the right one.
    place open_block(place macro) {
        place each = macro + 1;
        std::string named;
        if (each != all_.cend() && each->text == "(") {
            for (++each; each != all_.cend() && each->text != ")"; ++each)
                named += each->text;
            if (each != all_.cend()) ++each;
        }
        if (named != into_.id.text)
            refuse(macro->text,
                   fmt::format("this is revision '{}', and the header says '{}'", named, into_.id.text));
        while (each != all_.cend() && each->text != "{")
            ++each;
        return each == all_.cend() ? each : each + 1;
    }

    /// Whether a function of this name is defined here, whose parameters follow.
    bool is_definition(place name) const {
        const auto ends = [](const cpp_token& each) {
            return each.text == "{" || each.text == ";" || each.text == "=";
        };
        const place end = std::find_if(name, all_.cend(), ends);
        return name + 1 != all_.cend() && (name + 1)->text == "(" && end != all_.cend() && end->text == "{";
    }

    void read_block(const cpp_token& macro, place first) {
        std::string_view upgrade;
        std::string_view downgrade;
        std::string_view irreversible;
        int depth = 1;
        for (place each = first; each != all_.cend() && depth > 0; ++each) {
            if (each->kind == cpp_kind::string) continue;
            if (each->text == "{") ++depth;
            if (each->text == "}") --depth;
            if (depth != 1) continue;
            if (each->text == "upgrade" && is_definition(each)) upgrade = each->text;
            if (each->text == "downgrade" && is_definition(each)) downgrade = each->text;
            if (each->text == cpp_irreversible) irreversible = each->text;
        }
        check(macro.text, upgrade, downgrade, irreversible);
        into_.irreversible = !irreversible.empty();
        into_.code->upgrade = at(upgrade.empty() ? macro.text : upgrade);
        into_.code->downgrade = at(!downgrade.empty()      ? downgrade
                                   : !irreversible.empty() ? irreversible
                                                           : macro.text);
    }

    void check(std::string_view macro, std::string_view upgrade, std::string_view downgrade,
               std::string_view irreversible) {
        constexpr std::string_view way_back =
            "'void downgrade(headway::migration& db)', or 'HEADWAY_IRREVERSIBLE;'";
        const bool has_way_back = !downgrade.empty() || !irreversible.empty();
        if (upgrade.empty())
            refuse(macro,
                   fmt::format("this revision does not define 'void upgrade(headway::migration& db)'{}",
                               has_way_back ? "" : fmt::format(", nor {}", way_back)));
        else if (!has_way_back)
            refuse(upgrade, fmt::format("nothing takes this back; define {}", way_back));
        if (!downgrade.empty() && !irreversible.empty())
            found_
                .add(rule::irreversible_body, at(downgrade),
                     fmt::format(
                         "a way back in a revision that is declared irreversible; remove either this or '{}'",
                         cpp_irreversible))
                .notes.push_back({at(irreversible), "declared here"});
    }

    source& into_;
    diagnostics& found_;
    std::vector<cpp_token> all_;
};

} // namespace

void read_code(source& into, diagnostics& found) {
    code_reader(into, found).read();
}

void read_twin(source& into, std::shared_ptr<const source_text> twin, diagnostics& found) {
    source schema;
    schema.file = std::move(twin);
    const auto refuse = [&](const location& where, std::string message) {
        found.add(rule::twin, where, std::move(message));
    };
    if (!check_encoding(schema.file, found) || !check_conflict(schema.file, found)) return;
    read_sections(schema, engine::sqlite, found);
    const std::string_view text = schema.file->text;
    if (is_native(text))
        refuse(place_of(schema.file, text.substr(0, text.find('\n'))),
               fmt::format("this says what {} does to the schema, and has no header of its own; remove it",
                           into.file_name));
    for (const section* each : {&schema.up, &schema.down})
        if (!each->transaction)
            refuse(each->marker, "what C++ does is done in a transaction; remove 'transaction:false'");
    if (schema.down.where.file != nullptr && schema.irreversible != into.irreversible)
        refuse(schema.down.marker,
               into.irreversible
                   ? fmt::format("{} is irreversible; write '-- migrate:down irreversible'", into.file_name)
                   : fmt::format("{} has a way back; write what that does to the schema", into.file_name));
    into.up = schema.up;
    into.down = schema.down;
    std::move(schema.allowances.begin(), schema.allowances.end(), std::back_inserter(into.allowances));
}

std::string cpp_meaning(std::string_view text) {
    std::string meaning;
    for (const cpp_token& each : cpp_tokens(text))
        if (!is_cpp_comment(each)) meaning.append(each.text).append(1, '\n');
    return meaning;
}

} // namespace headway::compiler
