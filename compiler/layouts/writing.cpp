#include "layouts/writing.hpp"

#include "read/file_name.hpp"
#include "read/text.hpp"
#include "sql/statement.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace headway::compiler {
namespace {

std::string ended(std::string_view sql) {
    sql = trim_lines(sql);
    return sql.empty() ? std::string() : std::string(sql) + "\n";
}

std::vector<written_file> write_dbmate(const written_step& of) {
    const auto option = [](const written_part& part) { return part.transaction ? "" : " transaction:false"; };
    std::string text = fmt::format("-- migrate:up{}\n{}", option(of.up), ended(of.up.sql));
    if (!of.irreversible) text += fmt::format("\n-- migrate:down{}\n{}", option(of.down), ended(of.down.sql));
    return {{fmt::format("{}_{}.sql", of.version, of.slug), std::move(text)}};
}

/// goose cuts at every semicolon at the end of a line but for what stands between these.
std::string goose_statements(std::string_view sql) {
    std::string text;
    std::size_t from = 0;
    for (const script_span& each : find_statements(sql)) {
        const std::string_view statement = each.in(sql);
        const std::size_t inner = statement.find(';');
        const bool is_cut = inner != statement.npos && inner + 1 < statement.size();
        text += ended(sql.substr(from, each.begin - from));
        if (is_cut) text += "-- +goose StatementBegin\n";
        text += ended(sql.substr(each.begin, each.next - each.begin));
        if (is_cut) text += "-- +goose StatementEnd\n";
        from = each.next;
    }
    return text + ended(sql.substr(from));
}

std::vector<written_file> write_goose(const written_step& of) {
    const bool transaction = of.up.transaction && (of.irreversible || of.down.transaction);
    std::string text = transaction ? "" : "-- +goose NO TRANSACTION\n";
    text += fmt::format("-- +goose Up\n{}", goose_statements(of.up.sql));
    if (!of.irreversible) text += fmt::format("\n-- +goose Down\n{}", goose_statements(of.down.sql));
    return {{fmt::format("{}_{}.sql", of.version, of.slug), std::move(text)}};
}

std::vector<written_file> write_sides(const written_step& of, std::string_view without_transaction) {
    const auto text = [&](const written_part& part) {
        return (part.transaction ? std::string() : std::string(without_transaction)) + ended(part.sql);
    };
    std::vector<written_file> files{{fmt::format("{}_{}.up.sql", of.version, of.slug), text(of.up)}};
    if (!of.irreversible)
        files.push_back({fmt::format("{}_{}.down.sql", of.version, of.slug), text(of.down)});
    return files;
}

std::vector<written_file> write_golang_migrate(const written_step& of) {
    if (!of.up.transaction || (!of.irreversible && !of.down.transaction))
        return {}; // it has no way to say so
    return write_sides(of, "");
}

std::vector<written_file> write_sqlx(const written_step& of) {
    return write_sides(of, "-- no-transaction\n");
}

void write_flyway_side(char kind, const written_step& of, const written_part& part,
                       std::vector<written_file>& into) {
    const std::string name = fmt::format("{}{}__{}.sql", kind, of.version, of.slug);
    std::string conf;
    if (!part.transaction) conf += "executeInTransaction=false\n";
    if (part.sql.find("${") != part.sql.npos) conf += "placeholderReplacement=false\n";
    into.push_back({name, ended(part.sql)});
    if (!conf.empty()) into.push_back({name + ".conf", std::move(conf)});
}

std::vector<written_file> write_flyway(const written_step& of) {
    std::vector<written_file> files;
    write_flyway_side('V', of, of.up, files);
    if (!of.irreversible) write_flyway_side('U', of, of.down, files);
    return files;
}

struct step_writer {
    std::string_view layout;
    std::vector<written_file> (*write)(const written_step&);
};
constexpr std::array<step_writer, 5> writers{{{"dbmate", write_dbmate},
                                              {"flyway", write_flyway},
                                              {"golang-migrate", write_golang_migrate},
                                              {"goose", write_goose},
                                              {"sqlx", write_sqlx}}};

} // namespace

written_step step_called(std::string_view text, std::string version) {
    const std::string slug = slug_of(text);
    return {std::move(version), slug.empty() ? "migration" : slug};
}

std::string version_of_time(std::int64_t seconds) {
    return fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::vector<std::string_view> writable_layouts() {
    std::vector<std::string_view> names;
    for (const step_writer& each : writers)
        names.push_back(each.layout);
    return names;
}

std::vector<written_file> write_step(std::string_view layout, const written_step& of) {
    const auto found = std::find_if(writers.begin(), writers.end(),
                                    [&](const step_writer& each) { return each.layout == layout; });
    return found == writers.end() ? std::vector<written_file>() : found->write(of);
}

} // namespace headway::compiler
