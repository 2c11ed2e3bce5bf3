# Language level, warnings, hardening, sanitizers, linker, compiler cache.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE ccache)
if(CCACHE)
  # what its manual asks for with a precompiled header
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  add_compile_options(-fpch-preprocess)
endif()
find_program(LLD ld.lld)
if(LLD)
  add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wcast-align -Woverloaded-virtual -Wformat=2
  -Wno-mismatched-new-delete)  # GCC 12 and 13 misjudge the allocator of Asio's coroutine frames
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # false alarms inside std::string (GCC bugs 105329 and 105651), which a precompiled header no longer silences
  add_compile_options(-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(GELORA_WERROR)
  add_compile_options(-Werror)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_compile_options(-g1)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  # Debian's hardening set: PIE, RELRO + now, stack protector, FORTIFY, no stack clash.
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  add_compile_options(-g1 -fstack-protector-strong -fstack-clash-protection -D_GLIBCXX_ASSERTIONS
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)  # undefined first: some compilers come with a level of their own
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_compile_options(-fcf-protection)
  endif()
  add_link_options(-pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()
if(GELORA_SANITIZE)
  add_compile_options(-fsanitize=${GELORA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${GELORA_SANITIZE})
endif()

# Asio, Beast and Boost.MySQL are compiled once each, in the *_impl.cpp files of libs/loop and libs/mysql.
add_compile_definitions(
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_MYSQL_SEPARATE_COMPILATION
  _FILE_OFFSET_BITS=64 BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_USE_STD_STRING_VIEW BOOST_DISABLE_PRAGMA_MESSAGE SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
