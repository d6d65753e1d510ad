#include "read/files.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = 64 * 1024 * 1024;

/// A file that is open for reading.
class open_file {
public:
    /// A pipe is opened without waiting for its writer, so that it can be refused.
    explicit open_file(const fs::path& path) noexcept
        : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    open_file(const open_file&) = delete;
    open_file& operator=(const open_file&) = delete;
    ~open_file() {
        if (is_open()) ::close(descriptor_);
    }
    bool is_open() const noexcept { return descriptor_ >= 0; }
    bool status(struct stat& into) const noexcept { return ::fstat(descriptor_, &into) == 0; }
    ssize_t read(char* into, std::size_t size) const noexcept { return ::read(descriptor_, into, size); }

private:
    int descriptor_;
};

std::string reason(int error) {
    return std::generic_category().message(error);
}

/// A regular file gives less than is asked for only at its end.
bool read_open_file(const open_file& file, std::size_t expected, std::string& bytes) {
    bytes.resize(expected + 1);
    for (std::size_t size = 0;;) {
        const ssize_t got = file.read(bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        size += static_cast<std::size_t>(got);
        if (size < bytes.size()) {
            bytes.resize(size);
            return true;
        }
        bytes.resize(size * 2); // it has grown meanwhile
    }
}

void list_into(listing& found, const fs::path& directory, const std::string& prefix, int depth) {
    for (const fs::directory_entry& each : fs::directory_iterator(directory)) {
        const std::string name = each.path().filename().string();
        if (name.starts_with('.')) continue;
        const bool is_link = each.is_symlink();
        std::error_code error;
        if (depth > 0 && !is_link && each.is_directory(error))
            list_into(found, each.path(), prefix + name + "/", depth - 1);
        else
            found.files.push_back({each.path(), prefix + name, is_link});
    }
    found.directories.push_back(directory);
}

} // namespace

listing list_files(const fs::path& directory, int depth) {
    listing found;
    list_into(found, directory, "", depth);
    std::sort(found.files.begin(), found.files.end());
    return found;
}

bool refuse_file(diagnostics& found, rule broken, const fs::path& file, std::string message) {
    found.add(broken, {std::make_shared<source_text>(source_text{file.string(), ""}), 0, 0},
              std::move(message));
    return false;
}

const std::string* file_reader::read(const fs::path& file) {
    return read_bytes(file) ? &bytes_ : nullptr;
}

const std::string* file_reader::read(const listed_file& file) {
    if (!file.is_link || !leads_out(file.path)) return read(file.path);
    refuse_file(found_, rule::symlink, file.path,
                "this symbolic link leads out of the directory; replace it by a copy of the file");
    return nullptr;
}

/// A link to nowhere leads nowhere: that is for opening it to find out.
bool file_reader::leads_out(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) return false;
    const fs::path inside = fs::canonical(directory_);
    return std::mismatch(inside.begin(), inside.end(), target.begin(), target.end()).first != inside.end();
}

bool file_reader::read_bytes(const fs::path& path) {
    const auto refuse = [&](rule broken, std::string message) {
        return refuse_file(found_, broken, path, std::move(message));
    };
    const open_file file(path);
    struct stat status {};
    if (!file.is_open() || !file.status(status))
        return refuse(rule::unreadable, fmt::format("cannot read this file: {}", reason(errno)));
    if (!S_ISREG(status.st_mode))
        return refuse(rule::unreadable, "cannot read this file: it is not a regular file");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > largest_file)
        return refuse(
            rule::file_size,
            fmt::format("this file has {} bytes, and the limit is 64 MiB; split it into several revisions",
                        size));
    if (!read_open_file(file, size, bytes_))
        return refuse(rule::unreadable, fmt::format("cannot read this file: {}", reason(errno)));
    return true;
}

} // namespace headway::compiler
