#include "manual/page.hpp"

#include "manual/help.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

/// Text as troff takes it: minus signs that can be copied, and no line that begins like a request.
std::string escape(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\')
            escaped += "\\e";
        else if (c == '-')
            escaped += "\\-";
        else if ((c == '.' || c == '\'') && (escaped.empty() || escaped.back() == '\n'))
            escaped.append("\\&").append(1, c);
        else
            escaped += c;
    }
    return escaped;
}

std::string paragraphs(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        result += fmt::format(".PP\n{}\n", escape(text.substr(0, end)));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return result;
}

std::string tagged(const argument& of) {
    std::string names = of.names;
    if (const std::size_t comma = names.find(','); comma != names.npos) names.insert(comma + 1, 1, ' ');
    return fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", escape(names),
                       of.value.empty() ? "" : fmt::format(" \\fI{}\\fR", escape(of.value)),
                       escape(of.meaning));
}

std::string describe(const verb_description& of) {
    std::string text = fmt::format(".SS {}\n{}.\n.PP\n\\fB{}\\fR\n", of.of->name, escape(of.of->summary),
                                   escape(render_usage(of)));
    text += paragraphs(of.of->details);
    for (const argument& each : of.arguments)
        text += tagged(each);
    for (const example& each : of.of->examples)
        text += fmt::format(".PP\n{}:\n.PP\n.EX\n    {}\n.EE\n", escape(each.meaning), escape(each.command));
    return text;
}

constexpr std::string_view head = R"(.TH HEADWAY 1 "" "headway {}" "User Commands"
.SH NAME
headway \- database migrations, compiled into the program
.SH SYNOPSIS
\fBheadway\fR \fIVERB\fR [\fIOPTIONS\fR] [\fIARGUMENTS\fR]
.SH DESCRIPTION
Headway reads a directory of SQL migrations, orders them into one history, and brings SQLite databases to any
revision of it; \fBheadway compile\fR makes them part of a C++ program that does so itself.
.SH VERBS
)";

constexpr std::string_view tail = R"(.SH EXIT STATUS
.TP
0
Success.
.TP
1
Something is wrong with the migrations or the database, or a check failed.
.TP
2
The command line cannot be understood.
.SH ENVIRONMENT
.TP
HEADWAY_DATABASE, HEADWAY_DIRECTORY
What \-\-database and \-\-directory say, unless these are given.
.TP
VISUAL, EDITOR
The editor of \fBedit\fR and of \fBrevision \-\-edit\fR.
.TP
NO_COLOR
If it is set and not empty, there are no colours.
.SH FILES
.TP
headway.toml
Settings of the project, in the working directory or the nearest parent that has one: \fIdirectory\fR,
\fIdatabase\fR, \fIschema\fR, \fIversion_table\fR, \fIlog\fR, \fIignore\fR. Its paths are relative to it.
.TP
headway.lock
In the directory of the migrations: the checksum of every revision.
.SH SEE ALSO
.BR sqlite3 (1)
)";

} // namespace

std::string render_manual(const std::vector<verb_description>& verbs, std::string_view version) {
    std::string text = fmt::format(head, version);
    for (const verb_description& each : verbs)
        text += describe(each);
    return text.append(tail);
}

} // namespace headway::compiler
