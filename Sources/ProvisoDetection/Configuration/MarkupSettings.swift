internal import ProvisoCore
internal import ProvisoText

/// XML configuration: Xcode schemes (their command line arguments), property lists, Android resources, project files.
///
/// In a property list the text of `key` is the key of what follows; elsewhere the attribute or element is.
struct MarkupSettings: Detector {
  let id = "markup-settings"
  let summary = "XML configuration: models in arguments of schemes, property lists and resources."
  let needles = SettingNeedles.all

  private static let extensions: Set<String> = [
    "xml", "plist", "xcscheme", "csproj", "config", "props", "storyboard", "entitlements", "launch",
  ]

  var endings: Set<String> { Self.extensions }

  func wants(_ path: FilePath) -> Bool { Self.extensions.contains(path.fileExtension) }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    guard input.source.bytes.first(where: { !ASCII.isWhitespace($0) }) != UInt8(ascii: "{") else {
      return Detections()
    }
    let (texts, fault, isCut) = MarkupReader.readParts(of: input.source)
    var detections = Detections(references: references(texts, input))
    if let fault {
      let rest = isCut ? "so the rest was not searched for models" : "so that line was not searched for models"
      var notification = input.notification(
        isCut ? .warning : .note, at: fault.position, "Not all of it is XML, \(rest): \(fault.message)")
      notification.isIncomplete = isCut
      detections.notifications.append(notification)
    }
    return detections
  }

  private func references(_ texts: [MarkupText], _ input: DetectionInput) -> [ModelReference] {
    let judge = SettingJudge(input: input, kind: .configuration)
    var references: [ModelReference] = []
    /// What the text before said that the next is called.
    var key: String?
    for (index, text) in texts.enumerated() {
      if text.attribute == nil, text.element == "key" {
        key = text.text
        continue
      }
      if let attribute = text.attribute, ["name", "key"].contains(attribute) {
        key = text.text
        continue
      }
      if text.attribute.map({ ["argument", "arguments", "commandLine"].contains($0) }) == true {
        let isOff = Self.isOff(index, of: texts)
        references += ModelCommands.detect(in: text.range, of: input, kind: .configuration).references.map {
          reference in
          var reference = reference
          if isOff { reference.role = .mentioned }
          return reference
        }
        continue
      }
      let isNamed = text.attribute == nil || text.attribute == "value"
      let name = isNamed ? key ?? text.element : text.attribute ?? text.element
      let isExact = text.range.count == text.text.utf8.count
      references += judge.references(
        text.text, at: isExact ? text.range : nil, whole: text.range,
        place: SettingJudge.place(of: [SettingKey(name)]),
        keys: [SettingKey(name)])
      if isNamed { key = nil }
    }
    return references
  }

  /// `isEnabled = "NO"` behind an argument of a scheme: it stands in Xcode's list, and is not given to the program.
  private static func isOff(_ index: Int, of texts: [MarkupText]) -> Bool {
    let own = texts[(index + 1)...].prefix {
      $0.element == texts[index].element && $0.attribute != nil && $0.attribute != texts[index].attribute
    }
    return own.contains { $0.attribute == "isEnabled" && $0.text == "NO" }
  }
}
