#include "emit/output.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace headway::compiler {
namespace {

using file_handle = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file.string());
}

/// Unbuffered, so that a whole file is one system call.
file_handle open(const std::filesystem::path& file, const char* mode) {
    file_handle handle(std::fopen(file.c_str(), mode), &std::fclose);
    if (handle != nullptr) std::setvbuf(handle.get(), nullptr, _IONBF, 0);
    return handle;
}

bool holds(const std::filesystem::path& file, std::string_view text) {
    std::error_code missing;
    if (std::filesystem::file_size(file, missing) != text.size() || missing) return false;
    const file_handle in = open(file, "rb");
    std::string present(text.size(), '\0');
    return in != nullptr && std::fread(present.data(), 1, present.size(), in.get()) == text.size() &&
           present == text;
}

/// A file beside this one that nobody else has: another process may be writing the same.
std::pair<std::filesystem::path, file_handle> open_beside(const std::filesystem::path& file) {
    constexpr int most = 1000;
    for (int number = 0;; ++number) {
        std::filesystem::path temporary = file;
        temporary += number == 0 ? ".tmp" : fmt::format(".{}.tmp", number);
        file_handle handle = open(temporary, "wbx");
        if (handle != nullptr) return {std::move(temporary), std::move(handle)};
        if (errno != EEXIST || number == most) fail(temporary);
    }
}

/// A device or a link, as `/dev/stdout` is: a file beside it must not take its place.
bool is_written_in_place(const std::filesystem::path& file) {
    std::error_code missing;
    const std::filesystem::file_status status = std::filesystem::symlink_status(file, missing);
    return std::filesystem::is_symlink(status) || std::filesystem::is_character_file(status);
}

void write(file_handle out, const std::filesystem::path& file, std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), out.get()) != text.size()) fail(file);
    if (std::fclose(out.release()) != 0) fail(file);
}

} // namespace

bool write_if_changed(const std::filesystem::path& file, std::string_view text) {
    if (is_written_in_place(file)) {
        file_handle out = open(file, "wb");
        if (out == nullptr) fail(file);
        write(std::move(out), file, text);
        return true;
    }
    if (holds(file, text)) return false;
    auto [temporary, out] = open_beside(file);
    try {
        write(std::move(out), temporary, text);
        std::filesystem::rename(temporary, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        throw;
    }
    return true;
}

void touch(const std::filesystem::path& file) {
    if (open(file, "wb") == nullptr) fail(file);
}

std::string render_depfile(std::string_view output, std::span<const std::filesystem::path> inputs) {
    const auto escape = [](std::string_view path) {
        std::string text;
        for (const char c : path) {
            if (c == ' ' || c == '#') text += '\\';
            if (c == '$') text += '$';
            text += c;
        }
        return text;
    };
    std::string text = escape(output) + ":";
    for (const std::filesystem::path& input : inputs)
        text += " \\\n  " + escape(input.string());
    return text + "\n";
}

} // namespace headway::compiler
