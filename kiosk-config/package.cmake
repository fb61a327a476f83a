# What the two packages hold beside the program, and what CPack writes into them. kiosk-config/package calls this.
set(here ${CMAKE_SOURCE_DIR}/kiosk-config)
set(pages ${CMAKE_BINARY_DIR}/pages)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# The manual and the completion are made of what the program, the settings and the README say themselves.
add_custom_command(OUTPUT ${pages}/sameside.1
  COMMAND Python3::Interpreter ${here}/pages $<TARGET_FILE:sameside> ${CMAKE_SOURCE_DIR} ${pages}
  DEPENDS sameside ${here}/pages ${here}/kiosk.toml ${here}/sameside-kiosk-setup.md ${CMAKE_SOURCE_DIR}/README.md)
add_custom_target(pages ALL DEPENDS ${pages}/sameside.1)

foreach(package sameside sameside-kiosk)
  add_custom_command(OUTPUT ${pages}/${package}/changelog.gz DEPENDS ${here}/debian/changelog
    COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}/${package}
    COMMAND gzip -9nc ${here}/debian/changelog > ${pages}/${package}/changelog.gz)
  add_custom_target(changelog-${package} ALL DEPENDS ${pages}/${package}/changelog.gz)
  if(package STREQUAL "sameside")
    set(part sameside)
  else()
    set(part kiosk)
  endif()
  install(FILES ${here}/debian/${package}/lintian DESTINATION share/lintian/overrides RENAME ${package}
          COMPONENT ${part})
  install(FILES ${pages}/${package}/changelog.gz ${here}/debian/copyright DESTINATION share/doc/${package}
          COMPONENT ${part})
endforeach()

install(FILES ${pages}/README.gz DESTINATION share/doc/sameside)
install(FILES ${pages}/sameside.1.gz DESTINATION share/man/man1)
install(FILES ${pages}/kiosk.toml.5.gz DESTINATION share/man/man5)
install(FILES ${pages}/sameside.bash DESTINATION share/bash-completion/completions RENAME sameside)
install(FILES ${here}/desktop/org.sameside.Sameside.desktop DESTINATION share/applications)
install(FILES ${here}/desktop/org.sameside.Sameside.metainfo.xml DESTINATION share/metainfo)
install(FILES ${here}/desktop/sameside.svg DESTINATION share/icons/hicolor/scalable/apps)

set(kiosk ${here}/kiosk)
install(PROGRAMS ${here}/sameside-kiosk-setup ${here}/sameside-kiosk-order DESTINATION sbin COMPONENT kiosk)
install(FILES ${pages}/sameside-kiosk-setup.8.gz ${pages}/sameside-kiosk-order.8.gz
        DESTINATION share/man/man8 COMPONENT kiosk)
install(PROGRAMS ${kiosk}/libexec/session ${kiosk}/libexec/trouble ${kiosk}/libexec/stick ${kiosk}/libexec/key
        DESTINATION libexec/sameside-kiosk COMPONENT kiosk)
install(DIRECTORY ${kiosk}/systemd/ DESTINATION lib/systemd/system COMPONENT kiosk)
install(FILES ${kiosk}/sysusers.conf DESTINATION lib/sysusers.d RENAME sameside-kiosk.conf COMPONENT kiosk)
install(FILES ${kiosk}/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME sameside-kiosk.conf COMPONENT kiosk)
# What sameside-kiosk-setup puts into /etc, and takes away again.
install(DIRECTORY ${kiosk}/etc DESTINATION share/sameside-kiosk COMPONENT kiosk)

# packages.txt is the one list: what stands there under "run" is what a package needs beside its libraries.
file(STRINGS ${here}/packages.txt lines)
set(runs OFF)
set(run_with "")
foreach(line ${lines})
  if(line MATCHES "^# *run:")
    set(runs ON)
  elseif(line MATCHES "^# *[a-z]+:")
    set(runs OFF)
  elseif(runs AND line MATCHES "^[a-z0-9]")
    list(APPEND run_with ${line})
  endif()
endforeach()
list(JOIN run_with ", " run_with)

set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "Sameside <sameside@localhost>")
set(CPACK_PACKAGE_VENDOR Sameside)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL sameside kiosk)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_SAMESIDE_PACKAGE_NAME sameside)
set(CPACK_DEBIAN_SAMESIDE_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_SAMESIDE_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_SAMESIDE_PACKAGE_DEPENDS "debconf (>= 0.5) | debconf-2.0, ${run_with}")
set(CPACK_COMPONENT_SAMESIDE_DESCRIPTION "kiosk for couples in a therapy office
While a couple waits, each partner answers alone how they bond, how strong
their alliance is and what wears it down; then they write one statement
together. Answers are kept locked for their therapist. The front desk starts
and watches the kiosk and can read nothing. It opens no network connection.
.
\"sameside --demo\" opens a made-up practice to try.")
set(of_it ${here}/debian/sameside)
set(CPACK_DEBIAN_SAMESIDE_PACKAGE_CONTROL_EXTRA
    "${of_it}/postinst;${of_it}/postrm;${of_it}/templates;${of_it}/config")

set(CPACK_DEBIAN_KIOSK_PACKAGE_NAME sameside-kiosk)
set(CPACK_DEBIAN_KIOSK_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_KIOSK_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_KIOSK_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_KIOSK_PACKAGE_DEPENDS
    "sameside (>= ${PROJECT_VERSION}), cage, seatd, xwayland, wlr-randr, systemd, systemd-sysv, udev, kbd")
set(CPACK_DEBIAN_KIOSK_PACKAGE_RECOMMENDS "unattended-upgrades, tpm2-tools")
set(CPACK_COMPONENT_KIOSK_DESCRIPTION "makes a machine a Sameside kiosk and nothing else
The program runs alone on the screen as a user of its own, in a sandbox, and is
started again within seconds whatever ends it. \"sameside-kiosk-setup\" asks the
few questions, shows what it changes with --dry-run, and takes it all back with
--uninstall.")
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONTROL_EXTRA
    "${of_it}-kiosk/postinst;${of_it}-kiosk/prerm;${of_it}-kiosk/postrm")
include(CPack)
