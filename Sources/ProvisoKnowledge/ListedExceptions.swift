/// Exceptions of SPDX's list that only add permissions to the license they stand with.
///
/// What is not here may take something away (`Apache-2.0 WITH Commons-Clause`), and leaves a license unread.
enum ListedExceptions {
  /// The exception in SPDX's spelling; nil where it is not on the list.
  static func id(_ name: String) -> String? { spellings[name.lowercased()] }

  private static let spellings = Dictionary(ids.map { ($0.lowercased(), $0) }) { first, _ in first }

  private static let ids = [
    "389-exception", "Asterisk-exception", "Autoconf-exception-2.0", "Autoconf-exception-3.0",
    "Autoconf-exception-generic", "Autoconf-exception-generic-3.0", "Autoconf-exception-macro", "Bison-exception-1.24",
    "Bison-exception-2.2", "Bootloader-exception", "CGAL-linking-exception", "CLISP-exception-2.0",
    "Classpath-exception-2.0", "cryptsetup-OpenSSL-exception", "DigiRule-FOSS-exception", "eCos-exception-2.0",
    "erlang-otp-linking-exception", "Fawkes-Runtime-exception", "FLTK-exception", "fmt-exception", "Font-exception-2.0",
    "freertos-exception-2.0", "GCC-exception-2.0", "GCC-exception-2.0-note", "GCC-exception-3.1", "Gmsh-exception",
    "GNAT-exception", "gnu-javamail-exception", "GPL-3.0-linking-exception", "GPL-3.0-linking-source-exception",
    "GStreamer-exception-2005", "GStreamer-exception-2008", "i2p-gpl-java-exception", "KiCad-libraries-exception",
    "kvirc-openssl-exception", "LGPL-3.0-linking-exception", "libpri-OpenH323-exception", "Libtool-exception",
    "Linux-syscall-note", "LLVM-exception", "LZMA-exception", "mif-exception", "mxml-exception",
    "OCaml-LGPL-linking-exception", "OCCT-exception-1.0", "OpenJDK-assembly-exception-1.0",
    "openvpn-openssl-exception", "PCRE2-exception", "PS-or-PDF-font-exception-20170817", "Qt-GPL-exception-1.0",
    "Qt-LGPL-exception-1.1", "Qwt-exception-1.0", "SANE-exception", "stunnel-exception", "SWI-exception",
    "Swift-exception", "Texinfo-exception", "u-boot-exception-2.0", "Universal-FOSS-exception-1.0",
    "vsftpd-openssl-exception", "WxWindows-exception-3.1", "x11vnc-openssl-exception",
  ]
}
