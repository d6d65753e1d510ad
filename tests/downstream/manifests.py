"""manifests.py REPOSITORY: the vcpkg port and the Conan recipe agree with the build."""

import importlib.util
import json
import re
import sys
import types
from pathlib import Path

source = Path(sys.argv[1])

# What the build looks for, by the names that both registries have for it.
names = {
    "SQLiteCpp": ("sqlitecpp", "sqlitecpp"),
    "fmt": ("fmt", "fmt"),
    "Boost": ("boost-graph", "boost"),
    "CLI11": ("cli11", "cli11"),
    "nlohmann_json": ("nlohmann-json", "nlohmann_json"),
    "tomlplusplus": ("tomlplusplus", "tomlplusplus"),
    "OpenSSL": ("openssl", "openssl"),
}
build = (source / "compiler/CMakeLists.txt").read_text()
asked = {name: version for name, version in re.findall(r"find_package\((\w+) ?([0-9.]*)", build) if name != "Threads"}
assert asked.keys() == names.keys(), f"packaging/ does not know {asked.keys() ^ names.keys()}"
header = (source / "runtime/include/headway/version.hpp").read_text()
version = re.search(r'HEADWAY_VERSION "([0-9.]+)"', header).group(1)

port = json.loads((source / "packaging/vcpkg/headway/vcpkg.json").read_text())
assert port["version"] == version, f"the port is of {port['version']}, Headway of {version}"
assert sorted(port["features"]["compiler"]["dependencies"]) == sorted(names[each][0] for each in asked)
assert "sqlite3" in port["dependencies"]


class Recipe:
    """What Conan gives every recipe, as far as this one uses it."""

    def __init__(self):
        self.required = {}

    def requires(self, reference, **_):
        name, _, wanted = reference.partition("/")
        self.required[name] = wanted


def stand_in(name, **contents):
    module = types.ModuleType(name)
    vars(module).update(contents)
    sys.modules[name] = module


stand_in("conan", ConanFile=Recipe)
stand_in("conan.tools")
stand_in("conan.tools.cmake", CMake=None, CMakeDeps=None, CMakeToolchain=None, cmake_layout=None)
stand_in("conan.tools.files", copy=None, load=lambda _, path: Path(path).read_text())
path = source / "packaging/conan/conanfile.py"
spec = importlib.util.spec_from_file_location("conanfile", path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
recipe = module.HeadwayConan()
recipe.recipe_folder = str(path.parent)
recipe.options = types.SimpleNamespace(compiler=True)
recipe.set_version()
assert recipe.version == version
recipe.requirements()
assert set(recipe.required) == {"sqlite3"} | {names[each][1] for each in asked}
for each, least in asked.items():
    wanted = recipe.required[names[each][1]]
    assert not least or f">={least}" in wanted, f"the recipe wants {each} {wanted}, the build {least}"
recipe.options.compiler = False
recipe.required = {}
recipe.requirements()
assert set(recipe.required) == {"sqlite3"}
