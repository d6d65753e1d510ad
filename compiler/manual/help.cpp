#include "manual/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::size_t line_width = 80;

/// Appends `text` in lines that begin at `indent`; the first one is there already.
void append_wrapped(std::string& to, std::string_view text, std::size_t indent) {
    std::size_t column = indent;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (column != indent && column + 1 + end > line_width) {
            to.append("\n").append(indent, ' ');
            column = indent;
        } else if (column != indent) {
            to += ' ';
            ++column;
        }
        to += text.substr(0, end);
        column += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    to += '\n';
}

std::string spell(const argument& of) {
    std::string text = of.names;
    if (const std::size_t comma = text.find(','); comma != text.npos) text.insert(comma + 1, 1, ' ');
    if (!of.is_option()) return text + (of.repeated ? "..." : "");
    if (text.starts_with("--")) text.insert(0, "    ");
    return of.value.empty() ? text : text + " " + of.value;
}

/// Two columns; the second begins at 28, or on the next line behind a long first.
void append_rows(std::string& to, const std::vector<std::pair<std::string, std::string_view>>& rows) {
    constexpr std::size_t second = 28;
    for (const auto& [first, meaning] : rows) {
        to += fmt::format("  {}", first);
        const std::size_t width = 2 + fmt::formatted_size("{}", first);
        if (width + 2 > second)
            to.append("\n").append(second, ' ');
        else
            to.append(second - width, ' ');
        append_wrapped(to, meaning, second);
    }
}

void append_arguments(std::string& to, std::string_view title, const std::vector<argument>& all,
                      bool options) {
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const argument& each : all)
        if (each.is_option() == options) rows.emplace_back(spell(each), each.meaning);
    if (options) rows.emplace_back("-h, --help", "Print this help");
    if (rows.empty()) return;
    to += fmt::format("\n{}:\n", title);
    append_rows(to, rows);
}

void append_details(std::string& to, std::string_view details) {
    while (!details.empty()) {
        const std::size_t end = std::min(details.find("\n\n"), details.size());
        to += '\n';
        append_wrapped(to, details.substr(0, end), 0);
        details.remove_prefix(std::min(end + 2, details.size()));
    }
}

} // namespace

std::string render_usage(const verb_description& described) {
    std::string usage = fmt::format("headway {} [OPTIONS]", described.of->name);
    for (const argument& each : described.arguments) {
        if (each.is_option() && each.required)
            usage += fmt::format(" {} {}", each.names.substr(each.names.find("--")), each.value);
        if (each.is_option()) continue;
        const std::string_view dots = each.repeated ? "..." : "";
        usage +=
            each.required ? fmt::format(" {}{}", each.names, dots) : fmt::format(" [{}{}]", each.names, dots);
    }
    return usage;
}

std::string render_help(const verb_description& described) {
    std::string text = fmt::format("Usage: {}\n\n", render_usage(described));
    append_wrapped(text, described.of->summary, 0);
    append_details(text, described.of->details);
    append_arguments(text, "Arguments", described.arguments, false);
    append_arguments(text, "Options", described.arguments, true);
    if (!described.of->examples.empty()) text += "\nExamples:\n";
    for (const example& each : described.of->examples)
        text += fmt::format("  {}\n      {}\n", each.command, each.meaning);
    return text;
}

std::string render_overview(const std::vector<verb_description>& verbs) {
    std::string text = "Usage: headway VERB [OPTIONS] [ARGUMENTS]\n\n"
                       "Database migrations, compiled into the program.\n\nVerbs:\n";
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const verb_description& each : verbs)
        rows.emplace_back(each.of->name, each.of->summary);
    append_rows(text, rows);
    text += "\nOptions:\n";
    append_rows(text, {{"-h, --help", "Print this help; after a verb, the help of the verb"},
                       {"    --version", "Print the version"}});
    return text + "\nThe project is described by headway.toml, here or in a parent directory, by the\n"
                  "environment variables HEADWAY_DATABASE and HEADWAY_DIRECTORY, which come\n"
                  "before it, and by options, which come before both.\n"
                  "\nExamples:\n"
                  "  headway init\n"
                  "      Start a project\n"
                  "  headway revision -m \"Add a table of accounts\"\n"
                  "      Write a new migration\n"
                  "  headway upgrade --database app.db\n"
                  "      Bring a database to the newest revision\n";
}

} // namespace headway::compiler
