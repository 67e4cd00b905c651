internal import ProvisoCore

/// A page of a Settings.bundle: one group for each license, with what it asks to be said as the footer.
enum NoticeSettingsBundle {
  static func render(_ document: NoticeDocument) -> String {
    var groups = [
      group(
        NoticeFormat.title,
        [document.sections.isEmpty ? NoticeFormat.nothing : NoticeFormat.introduction]
          + [NoticeFormat.unknown(document.unknown)].compactMap(\.self))
    ]
    groups += document.sections.map { section in
      var lines = section.modelLines + [section.licenseLine]
      lines += [section.sentence, section.display, section.restrictions].compactMap(\.self) + section.missing
      return group(section.license.name, lines)
    }
    groups += document.sections.compactMap { section in
      section.text.map { group("Text: " + section.license.name, [NoticeFormat.trimmed($0)]) }
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      <dict>
      <key>StringsTable</key>
      <string>Acknowledgements</string>
      <key>PreferenceSpecifiers</key>
      <array>
      \(groups.joined(separator: "\n"))
      </array>
      </dict>
      </plist>

      """
  }

  private static func group(_ title: String, _ lines: [String]) -> String {
    """
    <dict>
    <key>Type</key>
    <string>PSGroupSpecifier</string>
    <key>Title</key>
    <string>\(escaped(title))</string>
    <key>FooterText</key>
    <string>
    \(lines.map(escaped).joined(separator: "\n\n"))
    </string>
    </dict>
    """
  }

  /// Characters that XML 1.0 does not take are left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
