# Writes FILES into OUTPUT as `inline constexpr EmbeddedFile NAME[]`, in order of their names.
list(SORT FILES)
set(body "")
foreach(file ${FILES})
  get_filename_component(base ${file} NAME_WE)
  file(READ ${file} text)
  string(APPEND body "    {\"${base}\", R\"~~~(${text})~~~\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Generated from: ${FILES}\n#pragma once\n#include \"base/embedded_file.hpp\"\nnamespace ${NAMESPACE} {\ninline constexpr gelora::base::EmbeddedFile ${NAME}[] = {\n${body}};\n}\n")
