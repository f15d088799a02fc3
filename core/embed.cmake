# Embeds files of the repository into the program; core/base/resource.h reads them.

find_program(MSGCAT msgcat REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)

# One catalogue a language, out of the layers' own. The first part gives the rule of plurals: that of base.
function(catalogue language output)
  file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/messages/${language}.po)
  list(PREPEND parts ${CMAKE_CURRENT_SOURCE_DIR}/base/messages/${language}.po)
  list(REMOVE_DUPLICATES parts)
  add_custom_command(OUTPUT ${output}
    COMMAND ${MSGCAT} --use-first -o ${output}.po ${parts}
    COMMAND ${MSGFMT} -o ${output} ${output}.po
    DEPENDS ${parts} VERBATIM)
endfunction()

function(embed_into target)
  set(root ${PROJECT_SOURCE_DIR})
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${root}
    ${root}/processes/*.xsd ${root}/processes/*.xml ${root}/plugins/*.lua ${root}/samples/workspace.xml ${root}/samples/*.svg
    ${root}/lua/annotations/*.lua ${root}/lua/template/*.lua
    ${root}/core/store/migrations/*.sql ${root}/core/script/*.lua ${root}/core/report/templates/* ${root}/core/report/schemas/*.json ${root}/core/cli/*.md
    ${root}/core/web/templates/*.html ${root}/core/web/*.json ${root}/core/web/*.css ${root}/core/web/script/*.js ${root}/core/web/*.svg)
  foreach(path IN LISTS paths)
    list(APPEND rows "${path}|${root}/${path}")
  endforeach()
  foreach(language fr en)
    catalogue(${language} ${CMAKE_CURRENT_BINARY_DIR}/${language}.mo)
    list(APPEND rows "messages/${language}.mo|${CMAKE_CURRENT_BINARY_DIR}/${language}.mo")
  endforeach()
  list(SORT rows)

  set(index 0)
  foreach(row IN LISTS rows)
    string(REPLACE "|" ";" row "${row}")
    list(GET row 0 name)
    list(GET row 1 file)
    string(APPEND assembly ".global embedded_${index}, embedded_${index}_end\nembedded_${index}:\n.incbin \"${file}\"\nembedded_${index}_end:\n.byte 0\n")
    string(APPEND declarations "extern const char embedded_${index}[], embedded_${index}_end[];\n")
    string(APPEND entries "    {\"${name}\", embedded_${index}, embedded_${index}_end},\n")
    list(APPEND files ${file})
    math(EXPR index "${index} + 1")
  endforeach()

  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${generated}.S CONTENT ".section .rodata\n@assembly@.section .note.GNU-stack,\"\",@progbits\n" @ONLY)
  file(CONFIGURE OUTPUT ${generated}.cpp CONTENT "#include \"base/embedded.h\"\n\nextern \"C\" {\n@declarations@}\n\nnamespace cadran {\n\nnamespace {\n\nconst EmbeddedFile table[] = {\n@entries@};\n\n}\n\nstd::span<const EmbeddedFile> embedded_files() { return table; }\n\n}\n" @ONLY)
  set_source_files_properties(${generated}.S PROPERTIES OBJECT_DEPENDS "${files}")
  set_source_files_properties(${generated}.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${generated}.S ${generated}.cpp)
  # A multi-output build needs the catalogues before the assembler reads them.
  add_custom_target(catalogues DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/fr.mo ${CMAKE_CURRENT_BINARY_DIR}/en.mo)
  add_dependencies(${target} catalogues)
endfunction()
