// A program of its own, since it replaces operator new: an application that is up to date pays for one read.

#include "headway/headway.hpp"
#include "made_database.hpp"
#include "made_history.hpp"

#include <cstdio>
#include <new>

namespace {
std::size_t allocations = 0;
}

// What is inlined of these would be one of malloc and free beside one of new and delete.
__attribute__((noinline)) void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
__attribute__((noinline)) void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
__attribute__((noinline)) void operator delete(void* memory) noexcept {
    std::free(memory);
}
__attribute__((noinline)) void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
__attribute__((noinline)) void operator delete(void* memory, const std::nothrow_t&) noexcept {
    std::free(memory);
}

int main() {
    using namespace headway;
    const tests::made_history made(
        {{"001", {}, {}, "CREATE TABLE t (a);", "DROP TABLE t;"},
         {"122b81ebc3d7", {"001"}, {}, "CREATE INDEX i ON t (a);", "DROP INDEX i;"}});
    const tests::made_database db;
    options chosen;
    chosen.unstamped = adopt::by_schema;
    const std::size_t before_upgrade = allocations;
    upgrade(db, made, "head", chosen);
    const std::size_t after_upgrade = allocations;
    const bool up_to_date = upgrade(db, made, "head", chosen).up_to_date();
    const std::size_t after_second = allocations;
    std::printf("allocations: %zu by an upgrade, %zu by one with nothing to do\n",
                after_upgrade - before_upgrade, after_second - after_upgrade);
    return up_to_date && after_upgrade > before_upgrade && after_second == after_upgrade ? 0 : 1;
}
