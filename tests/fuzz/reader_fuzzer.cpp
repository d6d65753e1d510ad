// Reads arbitrary bytes as a migration. Whatever they are, the reader neither crashes nor lies.

#include "read/source.hpp"
#include "read/text.hpp"
#include "sql/language.hpp"
#include "sql/statement.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace headway {
using namespace compiler;
namespace {

constexpr const char* path = "002_index.sql";

void require(bool holds, const char* property) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", property);
    std::abort();
}

void check_place(const location& where) {
    if (!where.file) return;
    require(where.begin <= where.end && where.end <= where.file->text.size(), "places lie inside their file");
}

void check_diagnostics(const diagnostics& found, const std::string& printed) {
    require(printed.empty() == found.list().empty(), "diagnostics are printed");
    for (const diagnostic& each : found.list()) {
        check_place(each.where);
        for (const note& also : each.notes)
            check_place(also.where);
    }
}

void check_source(const source& read) {
    check_place(read.up.where);
    check_place(read.down.where);
    require(read.up.where.end <= read.down.where.begin, "the up section stands before the down section");
    require(is_revision_id(read.id.text), "a revision has an id");
    require(trim_end(read.up.sql()) == read.up.sql() && trim_end(read.down.sql()) == read.down.sql(),
            "sections end with their SQL");
    require(!read.irreversible || first_statement(read.down.sql()).empty(),
            "irreversible sections are empty");
    require(read.up.transaction || !first_statement(read.up.sql()).empty(), "VACUUM and its like are there");
    require(checksum_of(read) == read.checksum, "checksums are the same again");
}

void check_tokens(std::string_view text) {
    std::size_t offset = 0;
    for (token each = next_token(text, 0); each.kind != token_kind::end; each = next_token(text, offset)) {
        require(each.begin == offset && each.end > offset && each.end <= text.size(),
                "tokens cover the text");
        require(each.terminated || each.end == text.size(), "what never ends runs to the end");
        offset = each.end;
    }
    require(offset == text.size(), "tokens cover all of the text");
}

std::string on_windows(std::string_view text) {
    std::string result = "\xEF\xBB\xBF";
    for (const char c : text) {
        if (c == '\n') result += '\r';
        result += c;
    }
    return result;
}

void check(std::string_view bytes) {
    diagnostics found;
    const auto read = read_source(path, bytes, found);
    const bool is_left_out =
        std::any_of(found.list().begin(), found.list().end(), [](const diagnostic& each) {
            return each.level == severity::error && leaves_out(each.id);
        });
    require(read.has_value() == !is_left_out,
            "a file is left out by errors of which it is said so, and no other");
    const std::string printed = found.render();
    check_diagnostics(found, printed);
    if (read) check_source(*read);

    const std::string text = normalise(bytes);
    require(text.find("\r\n") == text.npos, "line ends are normalised");
    check_tokens(text);

    diagnostics found_on_windows;
    const auto read_on_windows = read_source(path, on_windows(text), found_on_windows);
    require(found_on_windows.render() == printed, "the same is wrong with CRLF and a byte order mark");
    require(!read || read_on_windows->checksum == read->checksum,
            "the checksum is the same on every checkout");
}

} // namespace
} // namespace headway

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    headway::check(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
