#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace headway {

/// What `headway compile` is told.
struct compile_request {
    std::string directory;
    std::string name;           ///< Target name as a C identifier.
    std::string output;         ///< Directory of the emitted files.
    std::string stamp;          ///< File to touch on success; empty for none.
    std::string depfile;        ///< Empty for none.
    std::string depfile_target; ///< What the depfile says depends on the migrations; empty for the stamp.
    std::uint32_t parts = 1;
    bool multiple_heads = false;
    bool multiple_bases = false;
};

/// Each command prints to `out` and `err` and returns the exit code: 0, or 1 if something is wrong with the
/// user's files. Exceptions are for the system; main prints them.
int compile(const compile_request&, std::FILE* out, std::FILE* err);

struct lock_request {
    std::string directory;
};
/// Rewrites `headway.lock` from the files of the directory.
int lock(const lock_request&, std::FILE* out, std::FILE* err);

} // namespace headway
