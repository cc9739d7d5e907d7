# Resources (the words of a language, the model) lie beside the program in both trees: bin/gainsay finds them in
# ../share/gainsay. In the build tree that is a link to src/resources, so that an edited file counts at once.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/src/resources" "${PROJECT_BINARY_DIR}/share/gainsay" SYMBOLIC)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/src/resources/" DESTINATION ${CMAKE_INSTALL_DATADIR}/gainsay
    COMPONENT program
    PATTERN ".gitkeep" EXCLUDE)
