# add_migrations(<target> DIRECTORY <dir> [ENGINE sqlite|postgresql] [NAMESPACE <name>]
#   [MULTIPLE_HEADS] [MULTIPLE_BASES]
#   [RULES <rule>=error|warning|note|off ...] [FUNCTIONS <name>/<arity> ...] [COLLATIONS <name> ...]
#   [TOKENIZERS <name> ...] [EXTENSIONS <path or target> ...] [MINIMUM_SQLITE <version>] [FIXTURES <dir>]
#   [SCHEMA <file>] [STATEMENT_LIMIT <seconds>] [IGNORE <name or pattern> ...] [NO_IMAGE | IMAGE_LIMIT <bytes>]
#   [BASELINE <revision>] [PROOF steps|chain] [ADOPT_QUERY <select>] [ADOPT <tool> ...]
#   [KEEP_USER_VERSION] [VARIABLES <name>=<value> ...] [PATTERN <up> [<down>]] [PROOF_SERVER <url>] [ROLES <name> ...]
#   [SQLITE <target>]
#   [LAYOUT headway|dbmate|goose|golang-migrate|sqlx|diesel|refinery|flyway|prisma|drizzle|sqldelight|atlas|liquibase|
#     mojo|sqitch|numbered])
#
# Makes the static library <target> from the migrations of <dir>, which is relative to the current source
# directory. What links it gets Headway::runtime, or Headway::postgresql, and two headers:
#   <name>.hpp             declares <name>::history, for headway::upgrade; never changes;
#   <stem>_revisions.hpp   the ids as constants, such as <stem>::head; changes when revisions come and go.
# <name> is NAMESPACE, else the target's name as a C identifier; <stem> is <name> without a last
# "_migrations". MULTIPLE_HEADS and MULTIPLE_BASES permit histories that have them.
#
# Every revision is proven before anything is written: its up section is replayed in memory, then its down
# section, which has to restore the schema, then its up section again. RULES judges what is found otherwise;
# FUNCTIONS, COLLATIONS and TOKENIZERS (of full-text search) stand in for what the application provides and the
# build machine lacks; EXTENSIONS are loaded; SQL that needs a newer SQLite than MINIMUM_SQLITE is refused; the
# files <revision>.sql of FIXTURES hold rows that are there from their revision on. SCHEMA is a file of CREATE
# statements: the build fails unless the migrations yield just that. A statement that runs longer than
# STATEMENT_LIMIT, 30 seconds unless said, is an error. IGNORE names objects of others in the database, such as
# "_litestream_*", for verification::schema.
#
# Migrations in C++, the files <revision>_<slug>.cpp of <dir>, are compiled into <target>.
#
# The table holds an image of the database that the history yields, which headway::upgrade installs where the
# database is new. It is left out, with a note, where a replay could give something else or where it would take
# more than IMAGE_LIMIT bytes, by itself 1048576; NO_IMAGE leaves it out.
#
# LAYOUT says whose migrations those of <dir> are; without it that is found out, and said. Another tool's files stay as
# they are, and the first of Headway's own files may revise the last of theirs.
#
# ADOPT names tools whose databases are taken over besides those of LAYOUT, for a history that was once theirs and has
# kept their versions; ADOPT schema is for databases without records, which adopt::by_schema of the runtime knows by
# digests of the schemas of all revisions. ADOPT_QUERY selects what a hand-made bookkeeping says is applied, in
# databases that have no version table yet.
# Up to BASELINE, the last revision that is released as it is, only the up sections are proven, and what is found there
# is one line. PROOF chain proves down sections not step by step but all of them behind each other, for those that
# only make sense so.
#
# KEEP_USER_VERSION writes `PRAGMA user_version` in the transaction of each revision that declares a number by
# `-- User version: N`, or by its name in a numbered directory, for programs that know only that. VARIABLES are put in for
# ${<name>} in another tool's files. PATTERN, such as "to_{number}.sql", says how files of LAYOUT numbered are named; a
# second one is of the down files.
#
# With ENGINE postgresql the proof runs on a server that is started for it, which has the ROLES that migrations name, or in
# databases of its own on PROOF_SERVER, as libpq takes it.
#
# SQLITE is the target of the SQLite that the programs with this history link, instead of that of the whole build.
#
# A build compiles the migrations anew when a file of <dir> is added, edited, renamed or removed, and C++ only
# where that changes it.
include_guard(GLOBAL)
cmake_policy(VERSION 3.24)
include("${CMAKE_CURRENT_LIST_DIR}/add_migrations_test.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/engines.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/inputs.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations_arguments.cmake")

function(add_migrations target)
  set(flags MULTIPLE_HEADS MULTIPLE_BASES NO_IMAGE KEEP_USER_VERSION)
  set(values DIRECTORY ENGINE LAYOUT BASELINE PROOF ADOPT_QUERY NAMESPACE MINIMUM_SQLITE FIXTURES SCHEMA STATEMENT_LIMIT
    IMAGE_LIMIT PROOF_SERVER SQLITE)
  set(lists RULES FUNCTIONS COLLATIONS TOKENIZERS EXTENSIONS IGNORE ADOPT VARIABLES PATTERN ROLES)
  cmake_parse_arguments(PARSE_ARGV 1 arg "${flags}" "${values}" "${lists}")
  _headway_check_arguments("${target}" "${arg_UNPARSED_ARGUMENTS}" "${arg_KEYWORDS_MISSING_VALUES}"
    ${flags} ${values} ${lists})
  _headway_find_directory("${target}" "${arg_DIRECTORY}" directory)
  _headway_name_history("${target}" "${arg_NAMESPACE}" name)

  _headway_choose_engine("${target}" "${arg_ENGINE}" runtime HEADWAY_TYPE)
  _headway_take_sqlite("${target}" "${arg_SQLITE}" "${arg_ENGINE}" sqlite)
  _headway_check_layout("${target}" "${arg_LAYOUT}")
  _headway_check_image("${target}" "${arg_NO_IMAGE}" "${arg_IMAGE_LIMIT}")
  set(options --cache "${CMAKE_CURRENT_BINARY_DIR}/${target}_proof")
  _headway_add_options(options)
  _headway_add_files(options)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${target}_headway")
  _headway_add_command("${target}" "${directory}" "${name}" "${output}" "${options}" emitted)

  set(HEADWAY_TARGET "${target}")
  set(HEADWAY_NAME "${name}")
  _headway_name_uniquely("${target}" HEADWAY_UNIQUE)
  configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/migrations.hpp.in" "${output}/${name}.hpp" @ONLY)

  _headway_glob(code "GLOB;found;CONFIGURE_DEPENDS" "${directory}" "*.cpp")
  add_library(${target} STATIC "${output}/${name}.hpp" ${emitted} ${code})
  # What a project asks for its own code is not asked of emitted code, which has no other source to be mended.
  set_target_properties(${target} PROPERTIES
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    AUTOMOC OFF AUTOUIC OFF AUTORCC OFF
    CXX_CLANG_TIDY "" CXX_CPPCHECK "" CXX_CPPLINT "" CXX_INCLUDE_WHAT_YOU_USE ""
    CXX_SCAN_FOR_MODULES OFF UNITY_BUILD OFF DISABLE_PRECOMPILE_HEADERS ON
    HEADWAY_NAME "${name}" HEADWAY_DIRECTORY "${directory}" HEADWAY_TYPE "${HEADWAY_TYPE}"
    ADDITIONAL_CLEAN_FILES "${CMAKE_CURRENT_BINARY_DIR}/${target}_proof")
  target_compile_features(${target} PUBLIC cxx_std_17)
  target_compile_definitions(${target} PRIVATE HEADWAY_HISTORY=${HEADWAY_UNIQUE})
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${output}>")
  if(arg_SQLITE)
    _headway_link_without_sqlite(${target} ${runtime} runtime)
    list(APPEND runtime "${sqlite}")
    set_target_properties(${target} PROPERTIES HEADWAY_HAS_OWN_SQLITE ON)
  endif()
  target_link_libraries(${target} PUBLIC ${runtime})
  set(type "")
  if(TARGET "${sqlite}") # the system's may be known in Headway's directory alone
    get_target_property(type "${sqlite}" TYPE)
  endif()
  if(type MATCHES "^(STATIC|OBJECT)_LIBRARY$")
    target_compile_definitions(${target} PRIVATE HEADWAY_SQLITE_IS_STATIC)
  endif()
  cmake_language(EVAL CODE
    "cmake_language(DEFER CALL _headway_look_for_second_sqlite [[${target}]] [[${sqlite}]])")
endfunction()

# The command that compiles `directory` into `output`; `result` becomes the files that it writes.
function(_headway_add_command target directory name output options result)
  set(stamp "${output}/${name}.stamp")
  set(depfile "${output}/${name}.d")
  # Other tools' files lie in folders too.
  _headway_glob(migrations "GLOB_RECURSE;found" "${directory}" "*.sql" "*.sqm")
  _headway_count_parts("${migrations}" parts)
  _headway_name_emitted("${name}" "${output}" ${parts} emitted)

  _headway_list_inputs("${directory}" "${fixtures}" "${schema}" "${extensions}" "${depfile}" inputs)

  # The stamp is what gets out of date. The tool leaves an emitted file alone that it would not change, so
  # that nothing is compiled for it; Make would touch further OUTPUTs by itself, hence BYPRODUCTS.
  add_custom_command(
    OUTPUT "${stamp}"
    BYPRODUCTS ${emitted}
    COMMAND Headway::compiler compile --directory "${directory}" --name "${name}" --output "${output}"
      --stamp "${stamp}" --depfile "${depfile}" --depfile-target "${stamp}" --parts ${parts} ${options}
    DEPENDS Headway::compiler ${extensions}
    ${inputs}
    COMMENT "Compiling the migrations of ${target}"
    VERBATIM)
  set(${result} "${stamp}" ${emitted} PARENT_SCOPE)
endfunction()

# The C++ that the tool writes for a table in `parts` parts.
function(_headway_name_emitted name output parts result)
  string(REGEX REPLACE "_migrations$" "" stem "${name}")
  set(emitted "${output}/${stem}_revisions.hpp" "${output}/${name}.cpp")
  if(parts GREATER 1)
    foreach(part RANGE 2 ${parts})
      list(APPEND emitted "${output}/${name}_${part}.cpp")
    endforeach()
  endif()
  set(${result} ${emitted} PARENT_SCOPE)
endfunction()

# Over how many .cpp files the table is spread: one per 4 MB of SQL, since compilers slow down above that. As
# of configure time: a history that grows stays correct, and is spread again when CMake next runs.
function(_headway_count_parts migrations result)
  set(bytes 0)
  foreach(migration IN LISTS migrations)
    # The tool reports broken links and folders.
    if(EXISTS "${migration}" AND NOT IS_DIRECTORY "${migration}")
      file(SIZE "${migration}" size)
      math(EXPR bytes "${bytes} + ${size}")
    endif()
  endforeach()
  math(EXPR parts "(${bytes} + 3999999) / 4000000")
  if(parts EQUAL 0)
    set(parts 1)
  endif()
  set(${result} ${parts} PARENT_SCOPE)
endfunction()

# A name that belongs to this target of this project, wherever on the disk that is.
function(_headway_name_uniquely target result)
  file(RELATIVE_PATH place "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(SHA256 hash "${PROJECT_NAME}/${place}/${target}")
  string(SUBSTRING "${hash}" 0 12 hash)
  set(${result} "of_${hash}" PARENT_SCOPE)
endfunction()

# The C++ namespace of the history: `namespace`, else the target's name. Two histories of one name cannot be
# linked into one program, so the second is refused here.
function(_headway_name_history target namespace result)
  string(MAKE_C_IDENTIFIER "${target}" name)
  if(NOT "${namespace}" STREQUAL "")
    set(name "${namespace}")
    if(NOT name MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
      message(FATAL_ERROR "add_migrations(${target}): NAMESPACE '${name}' is not a C identifier. "
        "Use letters, digits and underscores, and begin with a letter.")
    endif()
  endif()
  get_property(other GLOBAL PROPERTY "HEADWAY_TARGET_OF_${name}")
  if(other)
    message(FATAL_ERROR "add_migrations(${target}): the namespace ${name} belongs to ${other} already. "
      "Give one of them another NAMESPACE.")
  endif()
  set_property(GLOBAL PROPERTY "HEADWAY_TARGET_OF_${name}" "${target}")
  set(${result} "${name}" PARENT_SCOPE)
endfunction()
