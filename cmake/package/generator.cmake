# Read by CPack once for each kind of package.
if(CPACK_GENERATOR STREQUAL "DEB")
    set(CPACK_PRE_BUILD_SCRIPTS "${CPACK_GAINSAY_SOURCE_DIR}/cmake/package/debian_files.cmake")
else()
    # The archive holds one folder of its own name. In one piece, as CPack lists the files of components before it runs the
    # script that adds to them.
    set(CPACK_PACKAGE_FILE_NAME "${CPACK_ARCHIVE_FILE_NAME}")
    set(CPACK_PACKAGING_INSTALL_PREFIX "/")
    set(CPACK_ARCHIVE_COMPONENT_INSTALL OFF)
    set(CPACK_INSTALL_CMAKE_PROJECTS "${CPACK_GAINSAY_BUILD_DIR};gainsay;program;/")
    set(CPACK_PRE_BUILD_SCRIPTS "${CPACK_GAINSAY_SOURCE_DIR}/cmake/package/bundle_libraries.cmake")
endif()
