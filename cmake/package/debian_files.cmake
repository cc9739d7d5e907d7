# Run by CPack on the files of the Debian package: what Debian's policy asks of documentation.
file(GLOB_RECURSE program LIST_DIRECTORIES false "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr/bin/gainsay"
    "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/bin/gainsay")
list(LENGTH program count)
if(NOT count EQUAL 1)
    message(FATAL_ERROR "the program is not where the package's files are: ${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
endif()
cmake_path(GET program PARENT_PATH usr)
cmake_path(GET usr PARENT_PATH usr)

set(documents "${usr}/share/doc/gainsay")
file(REMOVE "${documents}/LICENSE" "${documents}/NOTICE")
file(READ "${CPACK_GAINSAY_SOURCE_DIR}/NOTICE" notice)
file(WRITE "${documents}/copyright"
    "The code is licensed under the Apache License, Version 2.0, whose text is in\n"
    "/usr/share/common-licenses/Apache-2.0 on Debian systems. The notice of the project\n"
    "follows; it names the licences of the data files, which are in /usr/share/gainsay.\n\n"
    "${notice}")
configure_file("${CPACK_GAINSAY_SOURCE_DIR}/cmake/package/changelog" "${documents}/changelog" COPYONLY)
file(GLOB pages "${usr}/share/man/man1/*.1")
execute_process(COMMAND gzip --best --no-name ${pages} "${documents}/changelog" COMMAND_ERROR_IS_FATAL ANY)
# What CPack makes is readable for all, whatever the umask of who makes it.
execute_process(COMMAND chmod -R u=rwX,go=rX "${usr}" COMMAND_ERROR_IS_FATAL ANY)
