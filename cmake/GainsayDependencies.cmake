# Every library that a module may link, found once for all folders. The installed package configuration includes this
# file too, so that users of the library get the same targets. Names of packages stand in packages.txt.
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)               # ICU::uc ICU::i18n
find_package(Boost 1.74 REQUIRED COMPONENTS graph iostreams) # Boost::graph Boost::iostreams Boost::headers
find_package(TBB REQUIRED)                                  # TBB::tbb
find_package(RapidJSON REQUIRED)
if(NOT TARGET gainsay::rapidjson)
    # Debian's package sets variables only.
    add_library(gainsay::rapidjson INTERFACE IMPORTED)
    set_target_properties(gainsay::rapidjson PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${RAPIDJSON_INCLUDE_DIRS}")
endif()
find_package(PkgConfig REQUIRED)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)     # PkgConfig::GUMBO
pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc libcgraph) # PkgConfig::GVC
if(NOT TARGET gainsay::cld2)
    # It brings neither a CMake configuration nor one for pkg-config.
    find_library(CLD2_LIBRARY cld2 REQUIRED)
    find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
    add_library(gainsay::cld2 UNKNOWN IMPORTED)
    set_target_properties(gainsay::cld2 PROPERTIES IMPORTED_LOCATION "${CLD2_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")
endif()
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)    # PkgConfig::ZSTD
