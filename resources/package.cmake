# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation holds, and the Debian package made of it (./dev package).
include(GNUInstallDirs)

if(COLDSTART_APP)
  install(TARGETS coldstart)
endif()
install(DIRECTORY samples DESTINATION ${CMAKE_INSTALL_DATADIR}/coldstart)
install(FILES resources/coldstart.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/icons/coldstart.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME coldstart)
set(CPACK_PACKAGE_CONTACT "The Coldstart authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, bubblewrap, python3, nodejs")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "default-jdk-headless, libjackson2-databind-java, make, g++")
include(CPack)
