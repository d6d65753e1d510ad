// Prisma Migrate: `NAME/migration.sql`, in the order of the names
// (https://www.prisma.io/docs/orm/prisma-migrate).

#include "layouts/naming.hpp"
#include "read/sha.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {
namespace prisma {

bool takes(std::string_view name) {
    const std::string_view folder = folder_of(name);
    return folder.empty() ? name.ends_with(".sql") : name.substr(folder.size() + 1) == "migration.sql";
}

bool has_file(const tool_directory& all, bool (*is_it)(const listed_file&)) {
    return std::any_of(all.listed.files.begin(), all.listed.files.end(), is_it);
}

/// drizzle-kit's newer form keeps a snapshot beside each.
fit fits(const tool_directory& all) {
    const bool any =
        has_file(all, [](const listed_file& each) { return leaf_of(each.name) == "migration.sql"; });
    const bool is_drizzle =
        has_file(all, [](const listed_file& each) { return leaf_of(each.name) == "snapshot.json"; });
    if (!any || is_drizzle) return fit::no;
    return has_file(all, [](const listed_file& each) { return each.name == "migration_lock.toml"; })
               ? fit::surely
               : fit::perhaps;
}

void read(tool_directory& all, diagnostics& found) {
    refuse_folders_without(all, "migration.sql", "Prisma", found);
    for (const loaded_file* each : all.files) {
        const std::string name(folder_of(each->name));
        if (name.empty()) continue;
        const std::string_view slug = std::string_view(name).substr(leading_digits(name).size());
        all.steps.push_back({name, name, words_of_slug(slug), whole(*each), {}});
    }
}

constexpr std::string_view bookkeeping = "SELECT migration_name, finished_at IS NOT NULL, checksum FROM "
                                         "main._prisma_migrations WHERE rolled_back_at IS "
                                         "NULL ORDER BY migration_name";

std::string fingerprint(const layout_step& of) {
    return sha_hex(of.up.file->bytes);
}

} // namespace prisma
} // namespace

const layout prisma_layout{"prisma",     prisma::takes,       prisma::fits,
                           prisma::read, prisma::bookkeeping, prisma::fingerprint};

} // namespace headway::compiler
