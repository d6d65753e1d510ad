#include "headway/history.hpp"

namespace headway {
namespace {

const char* chunk_at(const history& h, text_place place) noexcept {
    return h.parts[place.part][place.chunk];
}

/// The `wanted`-th text of a row's names.
std::string_view name(const history& h, std::uint32_t index, int wanted) noexcept {
    const text_place place = h.rows[index].names;
    std::string_view text = chunk_at(h, place) + place.offset;
    for (; wanted > 0; --wanted) {
        text = text.data() + text.size() + 1;
    }
    return text;
}

/// `size` bytes and their NUL, `skip` bytes behind `place`. In place if one chunk holds them.
std::string_view sql_text(const history& h, text_place place, std::uint64_t skip, std::uint32_t size,
                          std::string& storage) {
    const std::uint64_t begin = place.offset + skip;
    text_place at{place.part, place.chunk + static_cast<std::uint32_t>(begin / h.chunk_size),
                  static_cast<std::uint32_t>(begin % h.chunk_size)};
    if (size < h.chunk_size - at.offset) return {chunk_at(h, at) + at.offset, size};
    storage.clear();
    storage.reserve(size);
    while (storage.size() < size) {
        const std::size_t there = h.chunk_size - at.offset;
        const std::size_t wanted = size - storage.size();
        storage.append(chunk_at(h, at) + at.offset, wanted < there ? wanted : there);
        ++at.chunk;
        at.offset = 0;
    }
    return storage;
}

} // namespace

std::string_view history::id(std::uint32_t index) const noexcept {
    return name(*this, index, 0);
}
std::string_view history::summary(std::uint32_t index) const noexcept {
    return name(*this, index, 1);
}
std::string_view history::file(std::uint32_t index) const noexcept {
    return name(*this, index, 2);
}
std::string_view history::labels(std::uint32_t index) const noexcept {
    return name(*this, index, 3);
}
std::string_view history::compatible_with(std::uint32_t index) const noexcept {
    return name(*this, index, 4);
}
std::string_view history::booked(std::uint32_t index) const noexcept {
    const std::string_view own = name(*this, index, 5);
    return own.empty() ? id(index) : own;
}
std::string_view history::fingerprint(std::uint32_t index) const noexcept {
    return name(*this, index, 6);
}
std::string_view history::down_file(std::uint32_t index) const noexcept {
    const std::string_view own = name(*this, index, 7);
    return own.empty() ? file(index) : own;
}
std::string_view history::adopted_tool(std::uint32_t index) const noexcept {
    return chunk_at(*this, adoptions[index].texts) + adoptions[index].texts.offset;
}
std::string_view history::adoption_query(std::uint32_t index) const noexcept {
    const std::string_view tool = adopted_tool(index);
    return tool.data() + tool.size() + 1;
}
std::string_view history::object(std::uint32_t index) const noexcept {
    return chunk_at(*this, objects[index].name) + objects[index].name.offset;
}

std::string_view up_sql(const history& h, std::uint32_t index, std::string& storage) {
    const revision_row& row = h.rows[index];
    return sql_text(h, row.sql, 0, row.up_size, storage);
}

std::string_view down_sql(const history& h, std::uint32_t index, std::string& storage) {
    const revision_row& row = h.rows[index];
    return sql_text(h, row.sql, std::uint64_t{row.up_size} + 1, row.down_size, storage);
}

std::string_view packed_image(const history& h, std::string& storage) {
    return sql_text(h, h.image.place, 0, h.image.packed_size, storage);
}

std::string checksum_text(const history& h, std::uint32_t index) {
    constexpr const char* digits = "0123456789abcdef";
    std::string text(sizeof h.rows[index].checksum * 2, '0');
    char* to = text.data();
    for (const std::uint64_t word : h.rows[index].checksum) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            *to++ = digits[(word >> shift) & 15U];
        }
    }
    return text;
}

} // namespace headway
