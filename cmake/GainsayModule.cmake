include(GainsayModuleTable)

# gainsay_module(NAME SOURCES file… [DEPENDS module…] [LIBRARIES target…] [PRIVATE_LIBRARIES target…] [NOT_INSTALLED])
#
# Called in a module's own folder. Makes the static library gainsay_NAME from the listed files. Its users include its
# headers as "NAME/header.h" through an include root of its own: a folder under the build tree that holds nothing but a
# link to the module, so that a header of a module that was not declared is not found.
#   DEPENDS            modules; each must stand in NAME's row of GainsayModuleTable.cmake
#   LIBRARIES          libraries whose headers the module's own headers include
#   PRIVATE_LIBRARIES  libraries that only its sources use
#   NOT_INSTALLED      the module is no part of the installed library
function(gainsay_module name)
    cmake_parse_arguments(PARSE_ARGV 1 module "NOT_INSTALLED" "" "SOURCES;DEPENDS;LIBRARIES;PRIVATE_LIBRARIES")
    if(module_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "gainsay_module(${name}): unexpected ${module_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT DEFINED gainsay_allowed_${name} AND NOT name STREQUAL "base")
        message(FATAL_ERROR "gainsay_module(${name}): no such row in cmake/GainsayModuleTable.cmake")
    endif()
    foreach(dependency IN LISTS module_DEPENDS)
        if(NOT dependency IN_LIST gainsay_allowed_${name})
            message(FATAL_ERROR "gainsay_module(${name}): may not depend on '${dependency}'; "
                "cmake/GainsayModuleTable.cmake allows: ${gainsay_allowed_${name}}")
        endif()
        if(NOT TARGET gainsay_${dependency})
            message(FATAL_ERROR "gainsay_module(${name}): depends on '${dependency}', which is not built (before it)")
        endif()
    endforeach()

    set(root "${PROJECT_BINARY_DIR}/include_roots/${name}")
    file(MAKE_DIRECTORY "${root}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC)

    add_library(gainsay_${name} STATIC ${module_SOURCES})
    target_include_directories(gainsay_${name} PUBLIC
        "$<BUILD_INTERFACE:${root}>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/gainsay>")
    target_compile_features(gainsay_${name} PUBLIC cxx_std_20)
    list(TRANSFORM module_DEPENDS PREPEND gainsay_)
    target_link_libraries(gainsay_${name}
        PUBLIC ${module_DEPENDS} ${module_LIBRARIES}
        PRIVATE ${module_PRIVATE_LIBRARIES} $<BUILD_INTERFACE:gainsay_warnings>)
    set_target_properties(gainsay_${name} PROPERTIES EXPORT_NAME ${name})

    if(NOT module_NOT_INSTALLED)
        install(TARGETS gainsay_${name} EXPORT gainsay_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
            COMPONENT development)
        install(DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/gainsay/${name}
            COMPONENT development
            FILES_MATCHING PATTERN "*.h")
        set_property(GLOBAL APPEND PROPERTY GAINSAY_INSTALLED_MODULES gainsay_${name})
    endif()
endfunction()
