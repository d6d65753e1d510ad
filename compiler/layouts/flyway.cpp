// Flyway: `V1.2__name.sql`, `U1.2__name.sql` that undoes it, `B3__name.sql` instead of all up to 3 on new
// databases, and `R__name.sql`, which runs again when it changes; versions are compared part by part
// (https://documentation.red-gate.com/flyway).

#include "layouts/fingerprint.hpp"
#include "layouts/naming.hpp"
#include "layouts/placeholders.hpp"
#include "read/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace headway::compiler {
namespace {
namespace flyway {

constexpr std::string_view conf = ".conf";

bool takes(std::string_view name) {
    return name.ends_with(".sql") || name.ends_with(".sql.conf");
}

struct name_parts {
    char kind = 0; ///< `V`, `U`, `B` or `R`; 0 if Flyway passes over the file.
    std::string_view version{};
    std::string_view slug{};
};

name_parts split(std::string_view name) {
    const std::string_view leaf = leaf_of(name);
    const std::size_t between = leaf.find("__");
    if (leaf.empty() || between == leaf.npos || !leaf.ends_with(".sql")) return {};
    const char kind = leaf[0];
    const std::string_view version = leaf.substr(1, between - 1);
    const std::string_view slug = leaf.substr(between + 2, leaf.size() - between - 6);
    if (kind == 'R') return version.empty() ? name_parts{kind, version, slug} : name_parts{};
    if (kind != 'V' && kind != 'U' && kind != 'B') return {};
    const bool is_version = !version.empty() && version[0] >= '0' && version[0] <= '9' &&
                            version.find_first_not_of("0123456789._") == version.npos;
    return is_version ? name_parts{kind, version, slug} : name_parts{};
}

/// The numbers of a version, without zeros at its end.
std::vector<std::string> numbers_of(std::string_view version) {
    std::vector<std::string> numbers;
    while (!version.empty()) {
        const std::string_view digits = leading_digits(version);
        numbers.push_back(digits.empty() ? "0" : plain_number(digits));
        version.remove_prefix(std::min(digits.size() + 1, version.size()));
    }
    while (numbers.size() > 1 && numbers.back() == "0")
        numbers.pop_back();
    return numbers;
}

/// As the bookkeeping has a version: with dots, and with its zeros.
std::string booked_of(std::string_view version) {
    std::string text(version);
    std::replace(text.begin(), text.end(), '_', '.');
    return text;
}

std::string order_of(std::string_view version) {
    std::string order;
    for (const std::string& each : numbers_of(version))
        order += sortable_number(each) + ".";
    return order;
}

/// `V2__name.java`; a repeatable one stays with Flyway.
std::optional<layout_step> in_code(std::string_view name) {
    const std::string_view language = language_of(name);
    if (language != "Java" && language != "Kotlin") return std::nullopt;
    const std::string as_sql = fmt::format("{}.sql", stem_of_file(leaf_of(name)));
    const name_parts parts = split(as_sql);
    if (parts.kind != 'V') return std::nullopt;
    return layout_step{fmt::format("{}", fmt::join(numbers_of(parts.version), ".")),
                       order_of(parts.version),
                       words_of_slug(parts.slug),
                       {},
                       {},
                       booked_of(parts.version)};
}

/// What refinery does not have.
fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) {
        return split(each.name).kind != 0 || each.name.ends_with(conf);
    };
    const bool is_sure = std::any_of(all.files.begin(), all.files.end(), [](const loaded_file* each) {
        const name_parts parts = split(each->name);
        return parts.kind == 'R' || parts.kind == 'B' || each->name.ends_with(conf) ||
               parts.version.find_first_of("._") != parts.version.npos;
    });
    return fit_if_all(all, is_so, is_sure ? fit::surely : fit::perhaps);
}

class directory_parser {
public:
    directory_parser(tool_directory& all, diagnostics& found) : all_(all), found_(found) {}

    void parse() {
        for (const loaded_file* each : all_.files)
            read_conf(*each);
        for (const loaded_file* each : all_.files)
            read_file(*each);
        for (const loaded_file* each : baselines_)
            read_baseline(*each);
        for (auto& [order, undo] : undos_)
            attach(order, *undo);
    }

private:
    void read_conf(const loaded_file& file) {
        if (!file.name.ends_with(conf)) return;
        for_each_line(file.text->text, [&](std::string_view line) {
            line = trim(line.substr(0, line.find('#')));
            if (line.empty()) return;
            std::string words(line);
            std::erase(words, ' ');
            if (words == "executeInTransaction=false")
                alone_[file.name.substr(0, file.name.size() - conf.size())] = true;
            else if (words == "placeholderReplacement=false")
                literal_.insert(file.name.substr(0, file.name.size() - conf.size()));
            else if (words != "executeInTransaction=true")
                refuse(found_, file, line,
                       "of Flyway's options for one script Headway knows executeInTransaction");
        });
    }

    step_part part_of(const loaded_file& file) const {
        const std::string_view left = find_placeholder(file.text->text);
        if (!left.empty() && !literal_.contains(file.name))
            refuse(
                found_, file, left,
                fmt::format("Flyway finds no value for the placeholder {}: VARIABLES of add_migrations(), or "
                            "`variables` in headway.toml, gives it one",
                            left));
        return whole(file, !alone_.contains(file.name));
    }

    void read_file(const loaded_file& file) {
        if (file.name.ends_with(conf)) return;
        const name_parts parts = split(file.name);
        switch (parts.kind) {
        case 'V':
            return add(file, parts);
        case 'U':
            undos_[order_of(parts.version)] = &file;
            return;
        case 'B':
            baselines_.push_back(&file);
            return;
        case 'R': // behind all versions, by their descriptions
            all_.steps.push_back({fmt::format("R.{}", parts.slug),
                                  fmt::format("~{}", parts.slug),
                                  words_of_slug(parts.slug),
                                  part_of(file),
                                  {},
                                  fmt::format("{}:{}", leaf_of(file.name), crc_of_lines(file.bytes))});
            return;
        default:
            warn_passed_over(found_, file,
                             "Flyway passes over this file: it takes 'V1__name.sql', 'R__name.sql', "
                             "'U1__name.sql' and 'B1__name.sql'");
        }
    }

    void add(const loaded_file& file, const name_parts& parts) {
        all_.steps.push_back({fmt::format("{}", fmt::join(numbers_of(parts.version), ".")),
                              order_of(parts.version),
                              words_of_slug(parts.slug),
                              part_of(file),
                              {},
                              booked_of(parts.version)});
    }

    /// It stands in for the versions up to its own where those are not there any more.
    void read_baseline(const loaded_file& file) {
        const name_parts parts = split(file.name);
        const std::string order = order_of(parts.version);
        const bool is_there = std::any_of(all_.steps.begin(), all_.steps.end(),
                                          [&](const layout_step& each) { return each.order <= order; });
        if (!is_there) add(file, parts);
    }

    void attach(const std::string& order, const loaded_file& undo) {
        for (layout_step& each : all_.steps) {
            if (each.order != order) continue;
            each.down = part_of(undo);
            return;
        }
        refuse(found_, undo, "Flyway finds no 'V' file that this one undoes");
    }

    tool_directory& all_;
    diagnostics& found_;
    std::map<std::string, bool> alone_; ///< Names of files that run without a transaction.
    std::set<std::string> literal_;     ///< Names of files in which `${` is no placeholder.
    std::map<std::string, const loaded_file*> undos_;
    std::vector<const loaded_file*> baselines_;
};

void read(tool_directory& all, diagnostics& found) {
    directory_parser(all, found).parse();
}

/// The last row of a version decides. What is repeated has its checksum in its name: it runs again when it
/// changes.
constexpr std::string_view bookkeeping =
    "SELECT coalesce(version, script || ':' || checksum), CASE WHEN NOT success THEN 0 WHEN version IS NULL "
    "THEN 3 "
    "WHEN type LIKE '%BASELINE' THEN 2 ELSE 1 END, checksum FROM main.flyway_schema_history WHERE "
    "installed_rank IN "
    "(SELECT max(installed_rank) FROM main.flyway_schema_history GROUP BY coalesce(version, script)) AND "
    "type NOT "
    "IN ('SCHEMA', 'DELETE') AND type NOT LIKE 'UNDO%' ORDER BY installed_rank";

std::string fingerprint(const layout_step& of) {
    return split(of.up.file->name).kind == 'R' ? std::string() : crc_of_lines(of.up.file->bytes);
}

} // namespace flyway
} // namespace

const layout flyway_layout{"flyway",     flyway::takes,       flyway::fits,
                           flyway::read, flyway::bookkeeping, flyway::fingerprint,
                           {},           flyway::in_code};

} // namespace headway::compiler
