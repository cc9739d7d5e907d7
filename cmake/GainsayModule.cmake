include(GainsayModuleTable)

# gainsay_module(NAME SOURCES file… [ROOMS room…] [DEPENDS module…] [LIBRARIES target…] [PRIVATE_LIBRARIES target…]
#                [NOT_INSTALLED])
#
# Called in a module's own folder. Makes the static library gainsay_NAME from the listed files. Its users include its
# headers as "NAME/header.h" through an include root of its own: a folder under the build tree that holds nothing but a
# link to the module, so that a header of a module that was not declared is not found.
#
# A large module has rooms: folders in it that are modules of their own, under the same rule. A room is named
# MODULE/ROOM wherever a module is named, its target is gainsay_MODULE_ROOM, its headers are "MODULE/ROOM/header.h". The
# include root of the module itself then holds its own headers one by one.
#   ROOMS              folders of this one with a CMakeLists.txt, in the order in which they may depend on each other
#   DEPENDS            modules; each must stand in NAME's row of GainsayModuleTable.cmake
#   LIBRARIES          libraries whose headers the module's own headers include
#   PRIVATE_LIBRARIES  libraries that only its sources use
#   NOT_INSTALLED      the module is no part of the installed library
function(gainsay_module name)
    cmake_parse_arguments(PARSE_ARGV 1 module "NOT_INSTALLED" "" "SOURCES;ROOMS;DEPENDS;LIBRARIES;PRIVATE_LIBRARIES")
    if(module_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "gainsay_module(${name}): unexpected ${module_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT DEFINED gainsay_allowed_${name} AND NOT name STREQUAL "base")
        message(FATAL_ERROR "gainsay_module(${name}): no such row in cmake/GainsayModuleTable.cmake")
    endif()
    foreach(room IN LISTS module_ROOMS)
        add_subdirectory(${room})
    endforeach()
    string(REPLACE "/" "_" flat_name "${name}")
    set(dependencies)
    foreach(dependency IN LISTS module_DEPENDS)
        if(NOT dependency IN_LIST gainsay_allowed_${name})
            message(FATAL_ERROR "gainsay_module(${name}): may not depend on '${dependency}'; "
                "cmake/GainsayModuleTable.cmake allows: ${gainsay_allowed_${name}}")
        endif()
        string(REPLACE "/" "_" target "gainsay_${dependency}")
        if(NOT TARGET ${target})
            message(FATAL_ERROR "gainsay_module(${name}): depends on '${dependency}', which is not built (before it)")
        endif()
        list(APPEND dependencies ${target})
    endforeach()

    set(root "${PROJECT_BINARY_DIR}/include_roots/${flat_name}")
    gainsay_fill_include_root("${root}/${name}" "${module_ROOMS}")

    add_library(gainsay_${flat_name} STATIC ${module_SOURCES})
    target_include_directories(gainsay_${flat_name} PUBLIC
        "$<BUILD_INTERFACE:${root}>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/gainsay>")
    target_compile_features(gainsay_${flat_name} PUBLIC cxx_std_20)
    target_link_libraries(gainsay_${flat_name}
        PUBLIC ${dependencies} ${module_LIBRARIES}
        PRIVATE ${module_PRIVATE_LIBRARIES} $<BUILD_INTERFACE:gainsay_warnings>)
    set_target_properties(gainsay_${flat_name} PROPERTIES EXPORT_NAME ${flat_name})

    if(NOT module_NOT_INSTALLED)
        install(TARGETS gainsay_${flat_name} EXPORT gainsay_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
            COMPONENT development)
        set(rooms_left_out)
        foreach(room IN LISTS module_ROOMS) # each installs its own
            list(APPEND rooms_left_out PATTERN "${room}" EXCLUDE)
        endforeach()
        install(DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/gainsay/${name}
            COMPONENT development
            FILES_MATCHING PATTERN "*.h" ${rooms_left_out})
        set_property(GLOBAL APPEND PROPERTY GAINSAY_INSTALLED_MODULES gainsay_${flat_name})
    endif()
endfunction()

# Makes `folder` stand for the current source folder: a link to it, or where it has rooms a folder of links to its own
# headers. What an earlier configuration left there goes first; a link must never be taken for the folder behind it.
function(gainsay_fill_include_root folder rooms)
    if(IS_SYMLINK "${folder}")
        file(REMOVE "${folder}")
    else()
        file(REMOVE_RECURSE "${folder}")
    endif()
    if(NOT rooms)
        cmake_path(GET folder PARENT_PATH above)
        file(MAKE_DIRECTORY "${above}")
        file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${folder}" SYMBOLIC)
        return()
    endif()
    file(MAKE_DIRECTORY "${folder}")
    file(GLOB headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    foreach(header IN LISTS headers)
        file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}/${header}" "${folder}/${header}" SYMBOLIC)
    endforeach()
endfunction()
