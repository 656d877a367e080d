# SPDX-License-Identifier: GPL-3.0-or-later
# Coldstart's runtime for Java handlers is compiled where javac and the library that it uses are
# installed; without them everything else works, and a Java function says what is missing.
find_program(COLDSTART_JAVAC javac)
find_program(COLDSTART_JAR jar)
find_file(COLDSTART_JACKSON jackson-databind.jar PATHS /usr/share/java NO_DEFAULT_PATH)
if(NOT (COLDSTART_JAVAC AND COLDSTART_JAR AND COLDSTART_JACKSON))
  message(STATUS "Without Java handlers: install default-jdk-headless and libjackson2-databind-java")
  return()
endif()

set(sources ${CMAKE_SOURCE_DIR}/resources/runtime/java)
set(out ${CMAKE_CURRENT_BINARY_DIR}/java)
file(GLOB_RECURSE runtime CONFIGURE_DEPENDS ${sources}/api/*.java ${sources}/coldstart/*.java)
file(GLOB_RECURSE json CONFIGURE_DEPENDS ${sources}/json/*.java)
get_filename_component(libraries ${COLDSTART_JACKSON} DIRECTORY)
# For any Java that Lambda still runs.
set(javac ${COLDSTART_JAVAC} --release 8 -Xlint:-options -encoding UTF-8)
set(jackson ${libraries}/jackson-databind.jar:${libraries}/jackson-core.jar:${libraries}/jackson-annotations.jar)
add_custom_command(
  OUTPUT ${out}/coldstart-runtime.jar ${out}/coldstart-json.jar
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${out}
  COMMAND ${javac} -d ${out}/runtime ${runtime}
  COMMAND ${javac} -cp ${out}/runtime:${jackson} -d ${out}/json ${json}
  COMMAND ${COLDSTART_JAR} cf ${out}/coldstart-runtime.jar -C ${out}/runtime .
  COMMAND ${COLDSTART_JAR} cf ${out}/coldstart-json.jar -C ${out}/json .
  DEPENDS ${runtime} ${json}
  COMMENT "Compiling the runtime for Java handlers"
  VERBATIM)
qt_add_resources(coldstart_live java_runtime PREFIX /runtime/java BASE ${out}
  FILES ${out}/coldstart-runtime.jar ${out}/coldstart-json.jar)
