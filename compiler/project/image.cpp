#include "project/image.hpp"

#include "emit/output.hpp"
#include "image/image.hpp"
#include "prove/checkpoint.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

/// What is kept of images between builds: that of the history, and replays of its beginnings.
class image_cache {
public:
    image_cache(const proof_request& request, const graph& history, const declared_names& declared)
        : directory_(request.cache), history_(history) {
        prove_options options;
        options.declared = declared;
        options.cache.salt = "image 1 " + salt_of(declared);
        keys_ = proof_keys(history, options);
    }

    [[nodiscard]] std::optional<made_image> find() const {
        const auto bytes = read_file(file(count(), ".image"));
        return bytes ? read(*bytes, count()) : std::nullopt;
    }
    void keep(const made_image& made) const {
        fs::create_directories(directory_);
        write_if_changed(file(count(), ".image"), write(made, count()));
    }

    [[nodiscard]] kept_states states() const {
        const auto find = [this](std::uint32_t end) -> std::optional<built_image> {
            const auto bytes = read_file(file(end, ".state"));
            auto kept = bytes ? read(*bytes, end) : std::nullopt;
            return kept ? std::optional(std::move(kept->image)) : std::nullopt;
        };
        const auto keep = [this](std::uint32_t end, const built_image& state) {
            fs::create_directories(directory_);
            write_if_changed(file(end, ".state"), write({state, {}}, end));
        };
        return {find, keep};
    }

    /// Removes what is of other histories.
    void prune() const {
        const std::set<fs::path> kept{file(count(), ".image"), file(count(), ".state"),
                                      file(count() - 1, ".state")};
        for (const auto& each : fs::directory_iterator(directory_)) {
            const fs::path kind = each.path().extension();
            if ((kind == ".image" || kind == ".state") && !kept.contains(each.path()))
                fs::remove(each.path());
        }
    }

private:
    [[nodiscard]] std::uint32_t count() const {
        return static_cast<std::uint32_t>(history_.revisions.size());
    }
    [[nodiscard]] fs::path file(std::uint32_t end, const char* kind) const {
        return directory_ / (keys_[end] + kind);
    }

    /// As a proof is kept: what was found, and bytes.
    [[nodiscard]] std::string write(const made_image& made, std::uint32_t end) const {
        std::vector<findings> found(end);
        if (made.why_not) found.back().push_back(*made.why_not);
        const std::string bytes = fmt::format("{}\n{}", made.image.size, made.image.packed);
        return checkpoint_format(history_, {}).write(bytes, false, found, end);
    }
    [[nodiscard]] std::optional<made_image> read(const std::string& bytes, std::uint32_t end) const {
        auto kept = checkpoint_format(history_, {}).read(bytes, end);
        const std::size_t line = kept ? kept->image.find('\n') : std::string::npos;
        if (line == std::string::npos) return std::nullopt;
        made_image made;
        made.image = {kept->image.substr(line + 1), static_cast<std::uint32_t>(std::stoul(kept->image))};
        if (!kept->found.back().empty()) made.why_not = std::move(kept->found.back().front());
        return made;
    }

    fs::path directory_;
    const graph& history_;
    std::vector<std::string> keys_; ///< Of the first 0, 1, 2 … revisions.
};

made_image make_or_find(const proof_request& request, const graph& history) {
    const declared_names declared = names_of(request.provided);
    if (request.cache.empty()) return make_image(history, declared);
    const image_cache cache(request, history, declared);
    if (auto made = cache.find()) return std::move(*made);
    made_image made = make_image(history, declared, cache.states());
    cache.keep(made);
    cache.prune();
    return made;
}

} // namespace

built_image image_of(const proof_request& request, const graph& history, std::uint32_t limit,
                     diagnostics& found) {
    if (history.revisions.empty()) return {};
    made_image made = make_or_find(request, history);
    if (made.image.packed.size() > limit) {
        made.why_not =
            no_image(history, fmt::format("it would take {} bytes, and the limit is {}; IMAGE_LIMIT "
                                          "of add_migrations() raises it",
                                          made.image.packed.size(), limit));
    }
    if (!made.why_not) return std::move(made.image);
    found.add(made.why_not->id, std::move(made.why_not->where), std::move(made.why_not->message)).notes =
        std::move(made.why_not->notes);
    judge(levels_of(request), history, found);
    return {};
}

} // namespace headway::compiler
