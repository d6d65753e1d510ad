"""Headway for Conan 2: `conan create packaging/conan` in a clone."""

import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load


class HeadwayConan(ConanFile):
    name = "headway"
    description = "Database migrations, compiled into the program"
    license = "MIT"
    topics = ("sqlite", "migrations", "database")
    package_type = "static-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"fPIC": [True, False], "compiler": [True, False]}
    default_options = {"fPIC": True, "compiler": True}
    implements = ["auto_shared_fpic"]

    @property
    def _clone(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        header = load(self, os.path.join(self._clone, "runtime/include/headway/version.hpp"))
        self.version = re.search(r'HEADWAY_VERSION "([0-9.]+)"', header).group(1)

    def export_sources(self):
        for part in ("CMakeLists.txt", "LICENSE", "cmake/*", "compiler/*", "runtime/*"):
            copy(self, part, self._clone, self.export_sources_folder)

    def requirements(self):
        self.requires("sqlite3/[>=3.37]", transitive_headers=True, transitive_libs=True)
        if self.options.compiler:
            for reference in (
                "boost/[>=1.74]",
                "cli11/[>=2.1]",
                "fmt/[>=9]",
                "nlohmann_json/[>=3.11]",
                "openssl/[>=3]",
                "sqlitecpp/[>=3.2]",
                "tomlplusplus/[>=3.3]",
            ):
                self.requires(reference, visible=False)

    def build_requirements(self):
        self.tool_requires("cmake/[>=3.24]")
        if not self.options.compiler:
            self.tool_requires(f"headway/{self.version}")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["HEADWAY_BUILD_TESTS"] = False
        toolchain.cache_variables["HEADWAY_INSTALL"] = True
        if not self.options.compiler:
            tool = self.dependencies.build["headway"].package_folder
            toolchain.cache_variables["HEADWAY_COMPILER_EXECUTABLE"] = os.path.join(tool, "bin", "headway")
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        # The package's own configuration has add_migrations(), which none that is generated could have.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs.append(os.path.join("lib", "cmake", "Headway"))
        self.cpp_info.libs = ["headway_runtime"]
