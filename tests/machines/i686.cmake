# Linux on 32-bit x86, of which programs run on 64-bit machines.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i686)
set(CMAKE_C_COMPILER i686-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER i686-linux-gnu-g++)
set(machine i686-linux-gnu)
include("${CMAKE_CURRENT_LIST_DIR}/debian.cmake")
