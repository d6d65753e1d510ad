#include "emit/table.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

/// Lays texts one behind the other into chunks, and chunks into parts.
class packer {
public:
    packer(std::vector<std::vector<std::string>>& parts, std::size_t part_size)
        : parts_(parts), part_size_(part_size) {}

    /// What follows does not share a chunk with what was before.
    void open_chunk() {
        if (packed_ >= part_size_ && part_ + 1 < parts_.size()) {
            ++part_;
            packed_ = 0;
        }
        parts_[part_].emplace_back();
    }

    /// Puts a text into one chunk, be it longer than a chunk should be.
    text_place add(std::string_view text) {
        if (parts_[part_].empty() || chunk().size() + text.size() > chunk_size) open_chunk();
        const text_place place = here();
        append(text);
        return place;
    }

    /// Puts a text into one chunk if it fits, otherwise into as many as it fills.
    text_place add_divided(std::string_view text) {
        if (text.size() <= chunk_size) return add(text);
        open_chunk();
        const text_place place = here();
        for (; text.size() > chunk_size; text.remove_prefix(chunk_size)) {
            append(text.substr(0, chunk_size));
            parts_[part_].emplace_back();
        }
        append(text);
        return place;
    }

private:
    std::string& chunk() { return parts_[part_].back(); }
    void append(std::string_view text) {
        chunk() += text;
        packed_ += text.size();
    }
    text_place here() {
        return {static_cast<std::uint32_t>(part_), static_cast<std::uint32_t>(parts_[part_].size() - 1),
                static_cast<std::uint32_t>(chunk().size())};
    }

    std::vector<std::vector<std::string>>& parts_;
    std::size_t part_size_;
    std::size_t part_ = 0;
    std::size_t packed_ = 0; ///< Bytes in this part.
};

/// At most `summary_size` bytes of the summary, cut between two characters.
std::string_view shorten(std::string_view summary) {
    if (summary.size() <= summary_size) return summary;
    std::size_t end = summary_size;
    while (end > 0 && (static_cast<unsigned char>(summary[end]) & 0xC0U) == 0x80U)
        --end;
    return summary.substr(0, end);
}

std::string pack_names(const source& from) {
    std::string text = from.id.text;
    for (const std::string_view name : {shorten(from.summary), std::string_view(from.file_name)})
        text.append(1, '\0').append(name);
    text += '\0';
    for (const spelled& label : from.labels) {
        if (&label != &from.labels.front()) text += ',';
        text += label.text;
    }
    text += '\0';
    if (from.compatible_with) text += from.compatible_with->text;
    for (const std::string_view name : {std::string_view(from.booked), std::string_view(from.fingerprint),
                                        std::string_view(from.down_file_name)})
        text.append(1, '\0').append(name);
    return text += '\0';
}

std::string_view sql_of(const section& part) {
    return part.where.file == nullptr ? "" : part.sql();
}

std::size_t size_of(const section& part) {
    return sql_of(part).size() + part.behind.size();
}

std::string pack_sql(const source& from) {
    std::string text;
    text.reserve(size_of(from.up) + size_of(from.down) + 2);
    for (const section* part : {&from.up, &from.down})
        text.append(sql_of(*part)).append(part->behind).append(1, '\0');
    return text;
}

std::uint32_t line_of(const location& part) {
    if (part.file == nullptr) return 0;
    const std::string_view before = std::string_view(part.file->text).substr(0, part.begin);
    return static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
}

std::uint32_t flags_of(const source& from) {
    std::uint32_t flags = 0;
    if (from.irreversible) flags |= irreversible;
    if (!from.up.transaction) flags |= up_without_transaction;
    if (!from.down.transaction) flags |= down_without_transaction;
    if (from.code) flags |= in_code;
    return flags;
}

std::uint32_t size_of(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

/// All but the places of its texts and its parents.
revision_row make_row(const linked_revision& revision) {
    const source& from = revision.from;
    revision_row row{};
    row.up_size = size_of(size_of(from.up));
    row.down_size = size_of(size_of(from.down));
    row.up_line = line_of(from.code ? from.code->upgrade : from.up.where);
    row.down_line = line_of(from.code ? from.code->downgrade : from.down.where);
    row.revises = size_of(revision.revises.size());
    row.depends_on = size_of(revision.depends_on.size());
    row.flags = flags_of(from);
    std::copy(from.checksum.begin(), from.checksum.end(), row.checksum);
    return row;
}

std::size_t packed_size(const graph& from) {
    std::size_t size = 0;
    for (const linked_revision& r : from.revisions)
        size += r.from.id.text.size() + r.from.summary.size() + r.from.file_name.size() + size_of(r.from.up) +
                size_of(r.from.down);
    return size;
}

} // namespace

table::table(const graph& from, std::uint32_t parts, const std::vector<detail::digested_object>& objects,
             const std::vector<adoption>& adoptions, const built_image& image,
             const std::vector<std::string>& ignored)
    : parts_(parts), of_(from.of), heads_(from.heads) {
    packer into(parts_, (packed_size(from) + image.packed.size()) / parts + 1);
    rows_.reserve(from.revisions.size());
    for (const linked_revision& revision : from.revisions) {
        rows_.push_back(make_row(revision));
        rows_.back().names = into.add(pack_names(revision.from));
        rows_.back().edges = size_of(edges_.size());
        edges_.insert(edges_.end(), revision.revises.begin(), revision.revises.end());
        edges_.insert(edges_.end(), revision.depends_on.begin(), revision.depends_on.end());
    }
    for (const detail::digested_object& object : objects)
        objects_.push_back({into.add(std::string(object.name).append(1, '\0')), object.digest});
    for (const std::string& pattern : ignored)
        ignored_.append(pattern).append(1, '\0');
    for (const adoption& one : adoptions)
        adoptions_.push_back(
            {into.add(std::string(one.tool).append(1, '\0').append(one.query).append(1, '\0'))});
    into.open_chunk();
    for (std::size_t i = 0; i < rows_.size(); ++i)
        rows_[i].sql = into.add_divided(pack_sql(from.revisions[i].from));
    if (!image.packed.empty()) {
        into.open_chunk();
        image_ = {into.add_divided(image.packed + '\0'), size_of(image.packed.size()), image.size,
                  &detail::install_image};
    }
    for (auto& chunks : parts_) {
        if (chunks.empty()) chunks.emplace_back();
        auto& pointers = chunk_pointers_.emplace_back();
        for (const std::string& chunk : chunks)
            pointers.push_back(chunk.c_str());
    }
    for (const auto& pointers : chunk_pointers_)
        part_pointers_.push_back(pointers.data());
}

history table::view() const noexcept {
    return {{history_format, of_},
            part_pointers_.data(),
            rows_.data(),
            edges_.data(),
            heads_.data(),
            size_of(rows_.size()),
            size_of(heads_.size()),
            chunk_size,
            objects_.empty() ? nullptr : objects_.data(),
            size_of(objects_.size()),
            adoptions_.empty() ? nullptr : adoptions_.data(),
            size_of(adoptions_.size()),
            image_,
            ignored_.c_str()};
}

} // namespace headway::compiler
