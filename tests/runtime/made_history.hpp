#pragma once

#include "headway/history.hpp"

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace headway::tests {

/// A revision as a test spells it.
struct spelled_revision {
    std::string id;
    std::vector<std::string> revises;
    std::vector<std::string> depends_on;
    std::string up{};
    std::string down{};
    std::uint32_t flags = 0;
    std::string labels{};
    std::string compatible_with{};
    std::string booked{};
    std::string fingerprint{};
    migration_function* upgrade = nullptr; ///< Of a revision in C++.
    migration_function* downgrade = nullptr;
};

/// Another tool, and the query of its bookkeeping.
struct spelled_adoption {
    std::string tool;
    std::string query;
};

/// A history made by hand, without the compiler: the runtime is tested by itself. Parents come first.
class made_history {
public:
    explicit made_history(std::vector<spelled_revision> revisions,
                          table_kind kind = {history_format, engine::sqlite},
                          const std::vector<spelled_adoption>& adoptions = {})
        : kind_(kind) {
        std::map<std::string, std::uint32_t> index_of;
        std::vector<char> is_head(revisions.size(), 1);
        for (const spelled_revision& one : revisions) {
            const auto index = static_cast<std::uint32_t>(rows_.size());
            index_of[one.id] = index;
            add_row(one);
            for (const std::string& parent : one.revises) {
                edges_.push_back(index_of.at(parent));
                is_head[index_of.at(parent)] = 0;
            }
            for (const std::string& parent : one.depends_on) {
                edges_.push_back(index_of.at(parent));
            }
        }
        for (std::uint32_t index = 0; index < rows_.size(); ++index) {
            if (is_head[index] != 0) heads_.push_back(index);
        }
        for (const spelled_adoption& one : adoptions) {
            adoptions_.push_back({{0, static_cast<std::uint32_t>(texts_.size()), 0}});
            texts_.push_back(one.tool + '\0' + one.query + '\0');
        }
        for (const std::string& text : texts_) {
            chunks_.push_back(text.c_str());
        }
        part_ = chunks_.data();
    }
    made_history(const made_history&) = delete;
    made_history& operator=(const made_history&) = delete;

    /// Gives it an image, packed; `size` is that of the database.
    void put_image(std::string packed, std::size_t size, detail::image_installer* install) {
        image_ = {{0, static_cast<std::uint32_t>(texts_.size()), 0},
                  static_cast<std::uint32_t>(packed.size()),
                  static_cast<std::uint32_t>(size),
                  install};
        texts_.push_back(std::move(packed) + std::string(1, '\0'));
        chunks_.push_back(texts_.back().c_str());
        part_ = chunks_.data();
    }

    operator history() const {
        return {kind_,
                &part_,
                rows_.data(),
                edges_.data(),
                heads_.data(),
                static_cast<std::uint32_t>(rows_.size()),
                static_cast<std::uint32_t>(heads_.size()),
                0xffffffff,
                nullptr,
                0,
                adoptions_.empty() ? nullptr : adoptions_.data(),
                static_cast<std::uint32_t>(adoptions_.size()),
                image_,
                "",
                code_.empty() ? migration_code{}
                              : migration_code{code_.data(), static_cast<std::uint32_t>(code_.size()),
                                               &detail::run_code}};
    }

private:
    void add_row(const spelled_revision& one) {
        revision_row row{};
        const auto chunk = static_cast<std::uint32_t>(texts_.size());
        const std::string end(1, '\0');
        texts_.push_back(one.id + end + "Summary of " + one.id + end + one.id + "_made.sql" + end +
                         one.labels + end + one.compatible_with + end + one.booked + end + one.fingerprint +
                         end + end);
        texts_.push_back(one.up + end + one.down + end);
        row.names = {0, chunk, 0};
        row.sql = {0, chunk + 1, 0};
        row.up_size = static_cast<std::uint32_t>(one.up.size());
        row.down_size = static_cast<std::uint32_t>(one.down.size());
        row.up_line = 5;
        row.down_line = 10;
        row.edges = static_cast<std::uint32_t>(edges_.size());
        row.revises = static_cast<std::uint32_t>(one.revises.size());
        row.depends_on = static_cast<std::uint32_t>(one.depends_on.size());
        row.flags = one.flags;
        std::fill(std::begin(row.checksum), std::end(row.checksum), chunk);
        if (one.upgrade != nullptr) {
            row.flags |= in_code;
            code_.push_back({static_cast<std::uint32_t>(rows_.size()), one.upgrade, one.downgrade});
        }
        rows_.push_back(row);
    }

    table_kind kind_;
    std::deque<std::string> texts_;
    std::vector<const char*> chunks_;
    const char* const* part_ = nullptr;
    std::vector<revision_row> rows_;
    std::vector<std::uint32_t> edges_;
    std::vector<std::uint32_t> heads_;
    head_image image_{};
    std::vector<code_row> code_;
    std::vector<adoption_row> adoptions_;
};

} // namespace headway::tests
