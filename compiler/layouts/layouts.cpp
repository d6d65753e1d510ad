#include "layouts/layout.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

constexpr std::array<const layout*, 15> known{
    &atlas_layout,          &dbmate_layout,   &diesel_layout,    &drizzle_layout,    &flyway_layout,
    &golang_migrate_layout, &goose_layout,    &liquibase_layout, &mojo_layout,       &numbered_layout,
    &prisma_layout,         &refinery_layout, &sqitch_layout,    &sqldelight_layout, &sqlx_layout,
};

} // namespace

std::span<const layout* const> layouts() noexcept {
    return known;
}

const layout* find_layout(std::string_view name) noexcept {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const layout* each) { return each->name == name; });
    return found == known.end() ? nullptr : *found;
}

} // namespace headway::compiler
