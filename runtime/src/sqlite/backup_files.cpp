#include "sqlite/backup_files.hpp"

#include "apply/moment.hpp"
#include "hash.hpp"
#include "sqlite/files.hpp"
#include "text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace headway::detail {
namespace {

namespace fs = std::filesystem;

constexpr const char* part = ".part";

/// In a directory of its own choosing an application may keep copies of several databases of one name.
std::string prefix_of(const fs::path& source, bool beside) {
    const std::string name = utf8_of(source.filename());
    if (beside) return name + ".backup-";
    hash path;
    path.add(utf8_of(fs::absolute(source).lexically_normal()));
    char text[9];
    std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(path.value() ^ (path.value() >> 32U)));
    return joined({name, ".", text, ".backup-"});
}

/// `20261123T143000.123Z`: sorts as time does.
std::string timestamp(std::int64_t ms) {
    std::string text = utc_text(ms);
    text.erase(std::remove_if(text.begin(), text.end(), [](char one) { return one == '-' || one == ':'; }),
               text.end());
    return text;
}

/// Whether this is a timestamp and no name of somebody's own.
bool is_timestamp(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; }, '0');
    return text == "00000000T000000.000Z";
}

/// What stands between a beginning and an end of a name; nothing if it has not both.
std::string between(const std::string& name, const std::string& beginning, const std::string& end) {
    const bool fits = name.size() > beginning.size() + end.size() &&
                      name.compare(0, beginning.size(), beginning) == 0 &&
                      name.compare(name.size() - end.size(), end.size(), end) == 0;
    return fits ? name.substr(beginning.size(), name.size() - beginning.size() - end.size()) : std::string();
}

} // namespace

backup_files::backup_files(const fs::path& source, const std::string& directory)
    : directory_(directory.empty() ? source.parent_path() : path_of(directory)),
      prefix_(prefix_of(source, directory.empty())) {}

std::vector<fs::path> backup_files::named(const char* ending) const {
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory_)) {
        const std::string time = between(utf8_of(entry.path().filename()), prefix_, ending);
        if (is_timestamp(time) && entry.is_regular_file()) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<fs::path> backup_files::copies() const {
    return named("");
}

std::vector<fs::path> backup_files::unfinished() const {
    std::vector<fs::path> found = named(part);
    for (fs::path journal : named(".part-journal")) { // may have outlived its file
        std::string name = utf8_of(journal);
        name.resize(name.size() - std::string_view("-journal").size());
        if (fs::path file = path_of(name); !std::binary_search(found.begin(), found.end(), file))
            found.push_back(std::move(file));
    }
    return found;
}

fs::path backup_files::fresh() const {
    for (std::int64_t ms = now_ms();; ++ms) {
        fs::path name = directory_ / path_of(prefix_ + timestamp(ms));
        if (!fs::exists(name) && !fs::exists(unfinished_name(name))) return name;
    }
}

fs::path backup_files::unfinished_name(fs::path of) {
    return of += part;
}

void backup_files::remove(const fs::path& copy) noexcept try {
    std::error_code ignored;
    for (const char* ending : {"-journal", "-wal", "-shm", ""}) {
        fs::path name = copy;
        fs::remove(name += ending, ignored);
    }
} catch (const std::bad_alloc&) {
    return; // it is removed another time
}

bool are_alike(const fs::path& left, const fs::path& right) {
    std::error_code ignored;
    if (fs::file_size(left, ignored) != fs::file_size(right, ignored)) return false;
    std::ifstream one(left, std::ios::binary);
    std::ifstream other(right, std::ios::binary);
    std::vector<char> bytes(std::size_t{1} << 16U);
    std::vector<char> others(bytes.size());
    const auto fill = [](std::ifstream& from, std::vector<char>& with) {
        from.read(with.data(), static_cast<std::streamsize>(with.size()));
        return static_cast<std::size_t>(from.gcount());
    };
    for (;;) {
        const std::size_t size = fill(one, bytes);
        if (fill(other, others) != size || !std::equal(bytes.data(), bytes.data() + size, others.data()))
            return false;
        if (size < bytes.size()) return one.eof() && other.eof();
    }
}

} // namespace headway::detail
