#pragma once

/// The version of these headers, of the runtime and of the tool. Before 1.0 a minor version may change what
/// the tool emits and the runtime reads; which of both fit is checked when emitted code is compiled.
#define HEADWAY_VERSION_MAJOR 0
#define HEADWAY_VERSION_MINOR 1
#define HEADWAY_VERSION_PATCH 0
#define HEADWAY_VERSION "0.1.0"
