#include "apply/offline_connection.hpp"

#include "sql/spelled_name.hpp"
#include "text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace headway::detail {

offline_connection::offline_connection(const offline_start& start, const plan& todo, step_heading heading)
    : plan_(todo), heading_(std::move(heading)), purges_(start.purges) {
    if (purges_) return;
    for (const std::string& row : start.rows) {
        insert_sorted(rows_, row);
    }
}

std::string offline_connection::write_plan(const history& h, const options& chosen) {
    static_cast<void>(apply(
        *this, h, plan_.steps.empty() ? direction::up : plan_.steps.front().way,
        [&](const auto&) { return plan_; }, chosen));
    return take();
}

std::string offline_connection::write_stamp(const history& h, const options& chosen) {
    static_cast<void>(apply_stamp(
        *this, h, [&](const auto&) { return plan_; }, chosen));
    return take();
}

std::string offline_connection::take() {
    if (is_open_) finish("COMMIT"); // there was nothing to do
    return std::move(text_);
}

void offline_connection::write_rows(const std::vector<std::string_view>& removed,
                                    const std::vector<std::string_view>& added) {
    for (const std::string_view row : removed) {
        write({"DELETE FROM ", place(), " WHERE version_num = ", literal(row), ";\n"});
        rows_.erase(std::find(rows_.begin(), rows_.end(), row));
    }
    for (const std::string_view row : added) {
        write({"INSERT INTO ", place(), " (version_num) VALUES (", literal(row), ");\n"});
        insert_sorted(rows_, row);
    }
}

void offline_connection::roll_back() noexcept {
    if (is_open_) finish("ROLLBACK");
}

void offline_connection::finish(std::string_view how) {
    end(how);
    is_open_ = false;
}

void offline_connection::write(std::initializer_list<std::string_view> parts) {
    text_ += joined(parts);
}

std::string offline_connection::rows_with(std::string_view between) const {
    std::string text;
    for (const std::string& row : rows_) {
        if (!text.empty()) text += between;
        text += row;
    }
    return text;
}

std::string offline_connection::next_heading() {
    return heading_(plan_.steps[next_++]);
}

void offline_connection::no_database() {
    throw std::logic_error("a script has no database at hand");
}

} // namespace headway::detail
