#include "apply/log_lines.hpp"

#include "apply/moment.hpp"
#include "apply/steps.hpp"
#include "plan/walk.hpp"

#include <utility>

namespace headway::detail {
namespace {

std::int64_t microseconds(std::chrono::nanoseconds duration) {
    return std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
}

std::string parents_text(const history& h, std::uint32_t revision) {
    std::string text;
    for (const std::uint32_t parent : parents_of(h, revision, edge_kind::all)) {
        if (!text.empty()) text += ' ';
        text += h.id(parent);
    }
    return text;
}

/// There is no SQL that takes a revision in C++ back, which older programs know as irreversible.
std::uint32_t flags_to_log(const history& h, std::uint32_t revision) {
    const std::uint32_t flags = h.rows[revision].flags;
    return is_in_code(h, revision) ? flags | irreversible : flags;
}

} // namespace

log_record log_of(const history& h, const timed_step& one, std::string& storage) {
    log_record line = log_of_stamp(h, one.of.revision);
    const bool up = one.of.way == direction::up;
    line.operation = up ? "upgrade" : "downgrade";
    if (up && !is_in_code(h, one.of.revision)) line.down = down_sql(h, one.of.revision, storage);
    line.started_ms = one.started_ms;
    line.duration_us = microseconds(one.duration);
    return line;
}

log_record log_of_stamp(const history& h, std::uint32_t revision) {
    return {h.id(revision),
            "stamp",
            checksum_text(h, revision),
            {},
            parents_text(h, revision),
            h.compatible_with(revision),
            flags_to_log(h, revision),
            now_ms(),
            0};
}

void write_stamps(connection& to, const history& h, const std::vector<std::uint32_t>& revisions, bool log) {
    if (!log) return;
    for (const std::uint32_t revision : revisions) {
        to.write_log(log_of_stamp(h, revision));
    }
}

log_record log_of_adoption(const history& h, std::uint32_t revision, std::string_view operation,
                           std::string parents) {
    log_record line = log_of_stamp(h, revision);
    line.operation = operation;
    line.parents = std::move(parents);
    return line;
}

log_record log_of_return(std::string_view revision, std::string checksum, std::int64_t started_ms,
                         std::chrono::nanoseconds duration) {
    return {revision, "downgrade", std::move(checksum), {}, {}, {}, 0, started_ms, microseconds(duration)};
}

} // namespace headway::detail
