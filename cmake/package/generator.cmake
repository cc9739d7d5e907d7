# Read by CPack once for each kind of package.
if(CPACK_GENERATOR STREQUAL "DEB")
    set(CPACK_PRE_BUILD_SCRIPTS "${CPACK_GAINSAY_SOURCE_DIR}/cmake/package/debian_files.cmake")
else()
    # The archive holds one folder of its own name.
    set(CPACK_PACKAGE_FILE_NAME "${CPACK_ARCHIVE_FILE_NAME}")
    set(CPACK_PACKAGING_INSTALL_PREFIX "/${CPACK_ARCHIVE_FILE_NAME}")
    set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY OFF)
    set(CPACK_PRE_BUILD_SCRIPTS "${CPACK_GAINSAY_SOURCE_DIR}/cmake/package/bundle_libraries.cmake")
endif()
