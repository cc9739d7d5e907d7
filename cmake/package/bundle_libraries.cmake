# Run by CPack on the files of the relocatable archive: lays beside the program every library that it needs but the C
# library's own, Graphviz's plugins, and a font with the configuration to find it; each finds the others from where it is.
# The libraries are those of the machine that packs; the archive runs where the C library is as new as there.
set(top "${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
if(NOT EXISTS "${top}/bin/gainsay")
    message(FATAL_ERROR "the program is not at ${top}/bin/gainsay")
endif()
set(of_the_c_library "^(linux-vdso|ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv|libmvec|libutil)\\.so")

# What is drawn needs these plugins: the layouts, SVG (core), and PNG with texts (pango).
file(GLOB graphviz_plugins /usr/lib/*/graphviz/libgvplugin_core.so.6 /usr/lib/*/graphviz/libgvplugin_dot_layout.so.6
    /usr/lib/*/graphviz/libgvplugin_neato_layout.so.6 /usr/lib/*/graphviz/libgvplugin_pango.so.6)
list(LENGTH graphviz_plugins count)
if(NOT count EQUAL 4)
    message(FATAL_ERROR "Graphviz's plugins are not where Debian has them: ${graphviz_plugins}")
endif()
foreach(plugin IN LISTS graphviz_plugins)
    file(INSTALL "${plugin}" DESTINATION "${top}/lib/graphviz" FOLLOW_SYMLINK_CHAIN)
endforeach()

file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${top}/bin/gainsay" LIBRARIES ${graphviz_plugins}
    RESOLVED_DEPENDENCIES_VAR libraries PRE_EXCLUDE_REGEXES "${of_the_c_library}")
foreach(library IN LISTS libraries)
    file(INSTALL "${library}" DESTINATION "${top}/lib" FOLLOW_SYMLINK_CHAIN)
endforeach()

file(GLOB bundled LIST_DIRECTORIES false "${top}/lib/*.so*")
file(GLOB bundled_plugins LIST_DIRECTORIES false "${top}/lib/graphviz/*.so*")
function(set_search_path path)
    foreach(file IN LISTS ARGN)
        if(NOT IS_SYMLINK "${file}")
            execute_process(COMMAND patchelf --set-rpath "${path}" "${file}" COMMAND_ERROR_IS_FATAL ANY)
        endif()
    endforeach()
endfunction()
set_search_path("$ORIGIN" ${bundled})
set_search_path("$ORIGIN/.." ${bundled_plugins})
set_search_path("$ORIGIN/../lib" "${top}/bin/gainsay")

# The list of plugins, which Graphviz reads at its start.
execute_process(COMMAND "${CMAKE_COMMAND}" -E env "GVBINDIR=${top}/lib/graphviz" dot -c COMMAND_ERROR_IS_FATAL ANY)

file(GLOB fonts /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf)
list(LENGTH fonts count)
if(NOT count EQUAL 2)
    message(FATAL_ERROR "fonts-dejavu-core is not installed")
endif()
file(INSTALL ${fonts} "${CPACK_GAINSAY_SOURCE_DIR}/cmake/package/fonts.conf" DESTINATION "${top}/share/gainsay/fonts")

# The licence of each thing that was copied, as its package tells it. dpkg knows files by the path under which they were
# packed: with or without /usr. One question for all of them, as each takes a while.
set(names)
foreach(file IN LISTS libraries graphviz_plugins fonts)
    file(REAL_PATH "${file}" real)
    string(REGEX REPLACE "^/usr/" "/" without_usr "${real}")
    list(APPEND names "${real}" "${without_usr}")
endforeach()
execute_process(COMMAND dpkg-query --search ${names} OUTPUT_VARIABLE owners ERROR_QUIET)
set(packages)
foreach(file IN LISTS libraries graphviz_plugins fonts)
    file(REAL_PATH "${file}" real)
    cmake_path(GET real FILENAME name)
    string(REPLACE "+" "\\+" name "${name}")
    string(REPLACE "." "\\." name "${name}")
    if(NOT owners MATCHES "(^|\n)([a-z0-9.+-]+)[^\n/]*: /[^\n]*/${name}\n")
        message(FATAL_ERROR "no package owns ${real}: its licence is not known")
    endif()
    list(APPEND packages "${CMAKE_MATCH_2}")
endforeach()
list(REMOVE_DUPLICATES packages)
foreach(package IN LISTS packages)
    configure_file("/usr/share/doc/${package}/copyright" "${top}/share/doc/gainsay/licences/${package}" COPYONLY)
endforeach()
execute_process(COMMAND chmod -R u=rwX,go=rX "${top}" COMMAND_ERROR_IS_FATAL ANY)
