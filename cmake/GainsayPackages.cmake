# `cpack -G DEB` makes a Debian package of the program, `cpack -G TGZ` an archive that runs where it is unpacked and
# brings the libraries that it needs; `./gainsay package` makes both. What is done to the files of each before it is
# packed stands in cmake/package.
set(CPACK_PACKAGE_NAME gainsay)
set(CPACK_PACKAGE_VENDOR "The Gainsay authors")
set(CPACK_PACKAGE_CONTACT "The Gainsay authors <gainsay@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reads news articles and builds a graph of who says what")
set(CPACK_PACKAGE_DESCRIPTION
"Gainsay finds who asserts and who denies what in news articles, and who
suspended, met, accused or sanctioned whom. The same claim in many outlets is
one node of the graph, contradictions stand side by side, and every edge
carries the sentence that proves it.
.
It runs on one machine, without a graphics processor, a key or a network. The
graph is written as JSON, as a page for the browser, as pictures, and in the
formats of other programs for graphs.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_THREADS 0)
set(CPACK_VERBATIM_VARIABLES TRUE)
# The program alone; the library comes with `cmake --install`.
set(CPACK_COMPONENTS_ALL program)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip)

set(CPACK_ARCHIVE_FILE_NAME "gainsay-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
string(TOLOWER "${CPACK_ARCHIVE_FILE_NAME}" CPACK_ARCHIVE_FILE_NAME)

set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/cmake/package/generator.cmake")
set(CPACK_GAINSAY_SOURCE_DIR "${PROJECT_SOURCE_DIR}")
set(CPACK_GAINSAY_BUILD_DIR "${PROJECT_BINARY_DIR}")
include(CPack)
