# The installed library: gainsay::gainsay stands for all modules that gainsay_module() exports.
include(CMakePackageConfigHelpers)
get_property(gainsay_installed_modules GLOBAL PROPERTY GAINSAY_INSTALLED_MODULES)
add_library(gainsay_library INTERFACE)
set_target_properties(gainsay_library PROPERTIES EXPORT_NAME gainsay)
target_link_libraries(gainsay_library INTERFACE ${gainsay_installed_modules})
add_library(gainsay::gainsay ALIAS gainsay_library)
install(TARGETS gainsay_library EXPORT gainsay_targets COMPONENT development)

set(gainsay_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/gainsay)
install(EXPORT gainsay_targets NAMESPACE gainsay:: DESTINATION ${gainsay_package_folder} COMPONENT development)
set(gainsay_resource_folder ${CMAKE_INSTALL_DATADIR}/gainsay)
configure_package_config_file(cmake/gainsay-config.cmake.in gainsay-config.cmake
    INSTALL_DESTINATION ${gainsay_package_folder} PATH_VARS gainsay_resource_folder)
write_basic_package_version_file(gainsay-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/gainsay-config.cmake" "${PROJECT_BINARY_DIR}/gainsay-config-version.cmake"
    cmake/GainsayDependencies.cmake DESTINATION ${gainsay_package_folder} COMPONENT development)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
