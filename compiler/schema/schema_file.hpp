#pragma once

#include "diagnostics/diagnostic.hpp"
#include "schema/schema.hpp"
#include "schema/written.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace headway::compiler {

/// Reads the file that says which schema the application wants. Null if it cannot be read or holds anything
/// but CREATE statements; `found` then says why.
[[nodiscard]] std::shared_ptr<const source_text> read_schema_file(const std::filesystem::path&,
                                                                  diagnostics& found);

/// Where the objects of a schema file are.
class schema_places {
public:
    explicit schema_places(std::shared_ptr<const source_text>);

    /// The place of an object, called as by a refusal or a hazard: `table t`, `column t.a`. Names the file
    /// alone if that has no such object.
    [[nodiscard]] location of(std::string_view object) const;
    [[nodiscard]] const std::string& path() const noexcept { return file_->path; }

private:
    std::shared_ptr<const source_text> file_;
    written written_;
};

/// Reports each object in which what the migrations yield is not as the schema file wants it.
void report_differences(const schema& wanted, const schema& yielded, const schema_places&, diagnostics&);

} // namespace headway::compiler
