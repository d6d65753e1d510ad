#include "read/directory.hpp"

#include "read/text.hpp"

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

class directory_reader {
public:
    directory_reader(const fs::path& path, diagnostics& found) : path_(path), found_(found) {}
    directory read();
    std::shared_ptr<const source_text> read_text();

private:
    void list_files();
    void read_migration(const fs::path& file, bool is_link);
    void read_lock();
    bool leads_out(const fs::path& link);
    /// Reads a file into `bytes_`; reports it and returns false if that is not possible.
    bool read_bytes(const fs::path& file);
    bool read_open_file(const open_file&, std::size_t expected);
    bool refuse(rule, const fs::path& file, std::string message);

    struct listed_file {
        fs::path path;
        bool is_link;
        bool operator<(const listed_file& other) const { return path.native() < other.path.native(); }
    };

    const fs::path& path_;
    diagnostics& found_;
    directory result_;
    std::vector<listed_file> files_;
    fs::path lock_;
    std::string bytes_; ///< Of the file under way; kept for its capacity.
};

bool is_migration(std::string_view name) {
    if (name.size() < 4 || name.starts_with('.')) return false;
    const std::string_view ending = name.substr(name.size() - 4);
    return edit_distance(ending, ".sql", 0) == 0; // .SQL is refused by name
}

std::string reason(int error) {
    return std::generic_category().message(error);
}

bool directory_reader::refuse(rule broken, const fs::path& file, std::string message) {
    found_.add(broken, {std::make_shared<source_text>(source_text{file.string(), ""}), 0, 0},
               std::move(message));
    return false;
}

/// A regular file gives less than is asked for only at its end.
bool directory_reader::read_open_file(const open_file& file, std::size_t expected) {
    bytes_.resize(expected + 1);
    for (std::size_t size = 0;;) {
        const ssize_t got = file.read(bytes_.data() + size, bytes_.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        size += static_cast<std::size_t>(got);
        if (size < bytes_.size()) {
            bytes_.resize(size);
            return true;
        }
        bytes_.resize(size * 2); // it has grown meanwhile
    }
}

bool directory_reader::read_bytes(const fs::path& path) {
    const open_file file(path);
    struct stat status {};
    if (!file.is_open() || !file.status(status))
        return refuse(rule::unreadable, path, fmt::format("cannot read this file: {}", reason(errno)));
    if (!S_ISREG(status.st_mode))
        return refuse(rule::unreadable, path, "cannot read this file: it is not a regular file");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > largest_file)
        return refuse(
            rule::file_size, path,
            fmt::format("this file has {} bytes, and the limit is 64 MiB; split it into several revisions",
                        size));
    if (!read_open_file(file, size))
        return refuse(rule::unreadable, path, fmt::format("cannot read this file: {}", reason(errno)));
    return true;
}

/// A link to nowhere leads nowhere: that is for opening it to find out.
bool directory_reader::leads_out(const fs::path& link) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) return false;
    const fs::path inside = fs::canonical(path_);
    return std::mismatch(inside.begin(), inside.end(), target.begin(), target.end()).first != inside.end();
}

void directory_reader::read_migration(const fs::path& file, bool is_link) {
    result_.inputs.push_back(file);
    if (is_link && leads_out(file)) {
        refuse(rule::symlink, file,
               "this symbolic link leads out of the directory; replace it by a copy of the file");
        return;
    }
    if (!read_bytes(file)) return;
    if (auto read = read_source(file.string(), bytes_, found_)) result_.sources.push_back(std::move(*read));
}

void directory_reader::read_lock() {
    if (lock_.empty()) return;
    result_.inputs.push_back(lock_);
    if (!read_bytes(lock_)) return;
    result_.lock = std::make_shared<source_text>(source_text{lock_.string(), normalise(bytes_)});
}

void directory_reader::list_files() {
    for (const fs::directory_entry& each : fs::directory_iterator(path_)) {
        const fs::path name = each.path().filename();
        if (is_migration(name.native())) files_.push_back({each.path(), each.is_symlink()});
        if (name == "headway.lock") lock_ = each.path();
    }
    std::sort(files_.begin(), files_.end());
}

directory directory_reader::read() {
    list_files();
    if (files_.empty())
        refuse(rule::no_migrations, path_,
               "this directory holds no migrations, which are files named '*.sql'");
    for (const listed_file& each : files_)
        read_migration(each.path, each.is_link);
    read_lock();
    result_.inputs.push_back(path_);
    return std::move(result_);
}

std::shared_ptr<const source_text> directory_reader::read_text() {
    if (!read_bytes(path_)) return nullptr;
    auto text = std::make_shared<source_text>(source_text{path_.string(), normalise(bytes_)});
    return check_encoding(text, found_) ? text : nullptr;
}

} // namespace

directory read_directory(const std::filesystem::path& path, diagnostics& found) {
    return directory_reader(path, found).read();
}

std::shared_ptr<const source_text> read_text(const std::filesystem::path& file, diagnostics& found) {
    return directory_reader(file, found).read_text();
}

} // namespace headway::compiler
