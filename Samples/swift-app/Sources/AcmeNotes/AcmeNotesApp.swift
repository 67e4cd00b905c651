import SwiftUI

@main
struct AcmeNotesApp: App {
  @State private var question = ""

  var body: some Scene {
    WindowGroup {
      Form {
        TextField("Ask your notes", text: $question)
        Text("Answers by AcmeChat 8B").font(.footnote)
      }
    }
  }
}
