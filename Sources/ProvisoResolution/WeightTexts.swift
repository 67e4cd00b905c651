internal import ProvisoCore
internal import ProvisoKnowledge

/// Tells the license texts that speak of a model's weights from those that speak of the code beside them.
///
/// The general license of a repository is the code's where a text beside it is named for the model (`LICENSE-MODEL`). Only a
/// text that is word for word a license for software is set aside: any other may be meant for the weights. A README that says
/// which license is the code's and that the weights have another one does the same for the text of that license.
struct WeightTexts {
  /// The declarations of a model, parted.
  struct Reading {
    /// What claims are made of.
    var declarations: [ModelDeclaration]
    /// The texts that were set aside.
    var ofCode: [DeclaredLicense]
  }

  let library: LicenseLibrary

  /// - Parameters:
  ///   - own: the declarations of the model's own files.
  ///   - above: the license texts of the folder above it, where one of them is named for the model, and what the README of
  ///     the root says of weights.
  func read(_ own: [ModelDeclaration], above: [ModelDeclaration]) -> Reading {
    let spoken = Set(
      own.filter { $0.source == .licenseFile && $0.licenses.contains(where: isNamedForModel) }.map(\.model))
    let prose = own.filter { $0.source == .readme && !$0.licenses.isEmpty }
    let label = CardLabel(own, library)
    var reading = Reading(declarations: [], ofCode: [])
    for var declaration in own {
      declaration.licenses.removeAll { $0.isAside && isFree($0) }
      if declaration.source == .licenseFile, declaration.licenses.isEmpty { continue }
      if declaration.source == .readme {
        reading.ofCode += declaration.licenses.compactMap(codeInProse)
        declaration.licenses.removeAll { $0.subject != .model || label.covers($0) }
        if !declaration.licenses.isEmpty || !declaration.bases.isEmpty || !declaration.unreadBases.isEmpty
          || declaration.changes != nil
        {
          reading.declarations.append(declaration)
        }
        continue
      }
      guard declaration.source == .licenseFile else {
        reading.declarations.append(declaration)
        continue
      }
      let ofCode = declaration.licenses.filter { text in
        isOfCode(
          text,
          besideModelText: spoken.contains(declaration.model)
            || prose.contains { $0.model == declaration.model && leavesToCode(text, $0.licenses) })
      }
      declaration.licenses.removeAll { text in ofCode.contains { $0.location == text.location } }
      for index in declaration.licenses.indices where declaration.licenses[index].subject == .code {
        declaration.licenses[index].subject = .unstated
      }
      reading.ofCode += ofCode
      if !declaration.licenses.isEmpty { reading.declarations.append(declaration) }
    }
    let isSilent = reading.declarations.allSatisfy(\.licenses.isEmpty)
    for var declaration in above {
      // What is said further up counts where nothing nearer speaks.
      if declaration.source == .readme {
        declaration.licenses.removeAll { !isNamedForModel($0) || isFree($0) }
        if isSilent, !declaration.licenses.isEmpty { reading.declarations.append(declaration) }
        continue
      }
      reading.ofCode += declaration.licenses.filter { isOfCode($0, besideModelText: true) }
      declaration.licenses.removeAll { !isNamedForModel($0) || isFree($0) }
      if !declaration.licenses.isEmpty { reading.declarations.append(declaration) }
    }
    for index in reading.ofCode.indices { reading.ofCode[index].subject = .code }
    return reading
  }

  private func isNamedForModel(_ text: DeclaredLicense) -> Bool { text.subject == .model }

  /// A license that a README gives the code, by the id of its record; nil where it has none.
  private func codeInProse(_ license: DeclaredLicense) -> DeclaredLicense? {
    guard license.subject == .code, case .record(let record) = library.match(license.tag) else { return nil }
    var license = license
    license.tag = record.id
    return license
  }

  /// Whether a README names the license of `text` for the code and another for the weights.
  private func leavesToCode(_ text: DeclaredLicense, _ prose: [DeclaredLicense]) -> Bool {
    guard let id = text.recognition?.license else { return false }
    return prose.compactMap(codeInProse).contains { $0.tag == id }
      && prose.contains { license in
        guard license.subject == .model else { return false }
        if case .record(let record) = library.match(license.tag) { return record.id != id }
        return true
      }
      && !prose.contains { license in
        guard license.subject == .model, case .record(let record) = library.match(license.tag) else { return false }
        return record.id == id
      }
  }

  /// Whether `text` is a software license that its name, or a text beside it that is named for the model, leaves to the code.
  private func isOfCode(_ text: DeclaredLicense, besideModelText: Bool) -> Bool {
    guard text.subject == .code || (text.subject == .unstated && besideModelText),
      let recognition = text.recognition, recognition.differences.isEmpty,
      let license = library.license(recognition.license)
    else { return false }
    return license.osiApproved == true && license.category < .shareAlike
  }

  /// A text of the folder above frees nothing: it may be meant for another of the models below.
  private func isFree(_ text: DeclaredLicense) -> Bool {
    guard case .record(let license) = library.match(text.tag) else { return false }
    return !license.category.isRestricted
  }
}
