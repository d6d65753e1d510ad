#include "project/alembic_recorder.hpp"
#include "project/import.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

/// A file of its own that goes with this.
class scratch_file {
public:
    explicit scratch_file(std::string_view text) {
        const fs::path pattern = fs::temp_directory_path() / "headway-XXXXXX";
        std::string name = pattern.string();
        const int opened = mkstemp(name.data());
        if (opened < 0)
            throw std::runtime_error(fmt::format("cannot write into {}", fs::temp_directory_path().string()));
        ::close(opened);
        path_ = name;
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~scratch_file() {
        std::error_code gone;
        fs::remove(path_, gone);
    }
    scratch_file(const scratch_file&) = delete;
    scratch_file& operator=(const scratch_file&) = delete;
    [[nodiscard]] const fs::path& path() const noexcept { return path_; }

private:
    fs::path path_;
};

std::string quoted_for_shell(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

/// What the recorder prints, or says went wrong.
std::string run_recorder(const fs::path& directory) {
    const scratch_file script(alembic_recorder);
    const scratch_file said("");
    const char* const python = std::getenv("HEADWAY_PYTHON");
    const std::string command =
        fmt::format("{} {} {} 2>{}", quoted_for_shell(python == nullptr ? "python3" : python),
                    quoted_for_shell(script.path().string()), quoted_for_shell(directory.string()),
                    quoted_for_shell(said.path().string()));
    std::FILE* const from = popen(command.c_str(), "r");
    if (from == nullptr) throw std::runtime_error("cannot run python3, which records Alembic's migrations");
    std::string text;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), from)) > 0;)
        text.append(buffer.data(), count);
    if (pclose(from) == 0) return text;
    std::ifstream error(said.path());
    std::string line;
    for (std::string next; std::getline(error, next);)
        line = next.empty() ? line : next;
    throw std::runtime_error(fmt::format(
        "Alembic's migrations cannot be recorded: {}\nThat takes a python3 with alembic, such as Debian's "
        "package alembic; HEADWAY_PYTHON names one.",
        line));
}

/// One statement after the other.
std::string script_of(const nlohmann::json& statements) {
    std::string script;
    for (const auto& each : statements) {
        std::string sql = each.get<std::string>();
        while (!sql.empty() && (sql.back() == ';' || sql.back() == ' ' || sql.back() == '\n'))
            sql.pop_back();
        const bool ends_in_comment = sql.find("--", sql.rfind('\n') + 1) != std::string::npos;
        script += sql + (ends_in_comment ? "\n;\n" : ";\n");
    }
    return script;
}

void describe_way_back(const nlohmann::json& step, new_revision& into) {
    if (!step.at("down").is_null()) {
        into.down = script_of(step.at("down"));
    } else if (into.up.empty()) {
        into.down = "";
    } else {
        const std::string why = step.at("no_way_back").get<std::string>();
        into.irreversible =
            why.empty() ? "Alembic's downgrade does nothing." : "Alembic's downgrade fails: " + why;
    }
}

new_revision recorded_revision(const nlohmann::json& step) {
    new_revision made;
    made.id = step.at("id").get<std::string>();
    made.message = step.at("message").get<std::string>();
    made.revises = step.at("revises").get<std::vector<std::string>>();
    made.depends_on = step.at("depends_on").get<std::vector<std::string>>();
    made.labels = step.at("labels").get<std::vector<std::string>>();
    made.created = parse_date(step.at("date").get<std::string>()).value_or(0) / 1000000;
    const std::string why = step.at("stub").get<std::string>();
    made.up = why.empty()
                  ? script_of(step.at("up"))
                  : fmt::format("-- Alembic's upgrade needs more than a database ({}): write here what it "
                                "does.\n",
                                why);
    if (why.empty())
        describe_way_back(step, made);
    else
        made.irreversible = "Nobody has written yet what undoes it.";
    return made;
}

} // namespace

bool is_alembic(const fs::path& directory) {
    for (const fs::path& folder : {directory / "versions", directory}) {
        if (!fs::is_directory(folder)) continue;
        for (const auto& each : fs::directory_iterator(folder)) {
            if (each.path().extension() != ".py") continue;
            std::ifstream file(each.path());
            const std::string text{std::istreambuf_iterator<char>(file), {}};
            if (text.find("down_revision") != std::string::npos) return true;
        }
    }
    return false;
}

imported_history import_alembic(const fs::path& directory) {
    imported_history result{"alembic", {}, {}};
    std::string text = run_recorder(directory);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto step = nlohmann::json::parse(text.substr(at, end - at));
        result.revisions.push_back(recorded_revision(step));
        if (!step.at("stub").get<std::string>().empty()) result.stubs.push_back(result.revisions.back().id);
        at = end + 1;
    }
    return result;
}

} // namespace headway::compiler
