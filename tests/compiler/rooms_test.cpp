#include "catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path top = HEADWAY_SOURCE_DIRECTORY;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The floor of each folder, as the map in compiler/README.md has it: rows `| 7 | `compiler/read` | … |`.
std::map<std::string, int> read_map() {
    const std::string readme = read(top / "compiler/README.md");
    const std::size_t begin = readme.find("\n## How the compiler is made\n");
    REQUIRE(begin != std::string::npos);
    const std::string part = readme.substr(begin, readme.find("\n## ", begin + 1) - begin);
    const std::regex row(R"(\n\| (\d+) \| `([^`]+)` \|)");
    std::map<std::string, int> floors;
    for (std::sregex_iterator each(part.begin(), part.end(), row), end; each != end; ++each)
        floors.emplace((*each)[2], std::stoi((*each)[1]));
    return floors;
}

bool is_source(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".hpp";
}

/// The folders that hold sources, relative to the top, without those that only hold folders.
std::vector<std::string> folders_with_sources() {
    std::vector<std::string> folders;
    for (const char* const root : {"compiler", "runtime/src"}) {
        for (const auto& each : fs::directory_iterator(top / root)) {
            if (!each.is_directory()) continue;
            const bool any = std::any_of(fs::directory_iterator(each.path()), fs::directory_iterator(),
                                         [](const auto& file) { return is_source(file.path()); });
            if (any) folders.push_back(root + ("/" + each.path().filename().string()));
        }
    }
    return folders;
}

/// What a file includes of the project, as it writes it. Those in angle brackets are other projects'.
std::vector<std::string> includes_of(const fs::path& file) {
    std::istringstream lines(read(file));
    std::vector<std::string> found;
    const std::string begin = "#include \"";
    for (std::string line; std::getline(lines, line);) {
        if (line.compare(0, begin.size(), begin) == 0)
            found.push_back(line.substr(begin.size(), line.find('"', begin.size()) - begin.size()));
    }
    return found;
}

/// The folder from which an include takes its file; empty if none of those it may be taken from has it.
std::string folder_of(const std::string& included, bool in_runtime) {
    std::vector<std::string> roots{"runtime/src", "runtime/include"};
    if (!in_runtime) roots.insert(roots.begin(), "compiler");
    for (const std::string& root : roots) {
        if (fs::exists(top / root / included))
            return (fs::path(root) / included).parent_path().generic_string();
    }
    return {};
}

/// What a file includes that it must not: a folder on its own floor or above, or nothing that is there.
std::vector<std::string> faults_of(const fs::path& file, const std::string& folder,
                                   const std::map<std::string, int>& floors) {
    std::vector<std::string> faults;
    for (const std::string& included : includes_of(file)) {
        const std::string from = folder_of(included, folder.compare(0, 8, "runtime/") == 0);
        const auto floor = floors.find(from);
        const bool beside = from == "runtime/src" || from == "runtime/include/headway"; // of no folder
        if (from == folder || beside || (floor != floors.end() && floor->second < floors.at(folder)))
            continue;
        faults.push_back(folder + "/" + file.filename().string() + " includes " + included);
    }
    return faults;
}

} // namespace

TEST_CASE("the map of folders names every folder that holds sources, and no other") {
    std::vector<std::string> mapped;
    for (const auto& [folder, floor] : read_map())
        mapped.push_back(folder);
    std::vector<std::string> present = folders_with_sources();
    std::sort(present.begin(), present.end());
    CHECK(mapped == present);
}

TEST_CASE("no file includes a folder that stands on its own floor or above it") {
    const std::map<std::string, int> floors = read_map();
    std::vector<std::string> faults;
    std::size_t looked_at = 0;
    for (const auto& [folder, floor] : floors) {
        for (const auto& each : fs::directory_iterator(top / folder)) {
            if (!is_source(each.path())) continue;
            const auto more = faults_of(each.path(), folder, floors);
            faults.insert(faults.end(), more.begin(), more.end());
            ++looked_at;
        }
    }
    CHECK(faults == std::vector<std::string>{});
    CHECK(looked_at > 200);
}

TEST_CASE("an include of a higher folder, of a neighbour and of what is not there is a fault") {
    const std::map<std::string, int> floors{
        {"compiler/diff", 2}, {"compiler/prove", 2}, {"compiler/read", 1}, {"runtime/src/sql", 1}};
    const fs::path file = fs::temp_directory_path() / "headway_rooms_test.cpp";
    std::ofstream(file) << "#include \"read/source.hpp\"\n#include \"prove/prove.hpp\"\n"
                           "#include \"sql/token.hpp\"\n#include \"text.hpp\"\n#include <vector>\n";
    CHECK(faults_of(file, "compiler/diff", floors).size() == 1);
    CHECK(faults_of(file, "compiler/read", floors).size() == 2);
    CHECK(faults_of(file, "runtime/src/sql", floors).size() == 2);
    fs::remove(file);
}
