internal import ProvisoCore

/// The forms that `proviso notice` writes.
package enum NoticeFormat: String, Sendable, CaseIterable {
  case text
  case markdown
  /// A page of a Settings.bundle: a property list that iOS shows in Settings.
  case settingsBundle = "settings-bundle"

  package func render(_ document: NoticeDocument) -> String {
    switch self {
    case .text: NoticeText.render(document)
    case .markdown: NoticeMarkdown.render(document)
    case .settingsBundle: NoticeSettingsBundle.render(document)
    }
  }

  static let title = "Notices for AI models"
  static let introduction = "This product uses or contains the models below, each under the license named with it."
  static let nothing = "No model was found whose license asks for a notice."

  /// The line about models that no section speaks of; nil where there are none.
  static func unknown(_ models: [ModelName]) -> String? {
    models.isEmpty
      ? nil
      : "The license of these is not known, so what it asks for is not here: \(models.map(\.id).joined(separator: ", "))."
  }
}
