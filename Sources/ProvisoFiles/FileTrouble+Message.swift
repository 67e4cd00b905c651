extension FileTrouble {
  /// One sentence that says what happened and what to do. It does not repeat the path.
  package var message: String {
    switch kind {
    case .notFound:
      "It is not there (any more); check the path, or run again when nothing changes the files."
    case .permissionDenied:
      "It could not be read for lack of permission; make it readable or exclude it."
    case .notRegular(let type):
      "It is \(type.phrase), not a regular file, and was not read."
    case .tooLarge(let size, let limit):
      "It has \(size) bytes, more than the limit of \(limit), and was not read; exclude it if it does not matter."
    case .linkLeavesRoot:
      "The symbolic link leads out of the scanned directory and was not followed; scan its target too if it matters."
    case .danglingLink:
      "The symbolic link leads to nothing; remove it or restore its target."
    case .linkLoop:
      "The symbolic link leads in a circle; remove it."
    case .nameNotUTF8:
      "The name is not UTF-8, so reports show it with replacement characters; rename the file."
    case .ioError(let code):
      "It could not be read: \(SystemError(code: code).phrase)."
    case .tooDeep(let limit):
      "The directory lies more than \(limit) levels deep and was not entered; scan it on its own or exclude it."
    case .tooMany(let limit):
      "There are too many files; only the first \(limit) were scanned, so scan smaller directories one by one."
    case .ignoreFileTooLarge(let size, let limit):
      "The ignore file has \(size) bytes, more than the limit of \(limit), and was not used; shorten it."
    case .tooManyIgnoreRules(let limit):
      "The ignore file was not used, since with it more than \(limit) rules, or \(IgnoreRules.wildLimit) bytes of patterns, would be in force; shorten it."
    case .ignoreFileNotRead:
      "The ignore file could not be read and was not used; make it a readable regular file."
    case .gitIndexNotRead:
      "The git index could not be read, so files that are tracked though ignored were left out; scan without ignoring."
    case .ofAnotherUser:
      "It belongs to another user and counts as not there; remove it, or choose another directory."
    case .writableByOthers:
      "Others may write to it, so it counts as not there; take that away (chmod go-w), or choose another directory."
    case .notWritten(let code):
      "It could not be written: \(SystemError(code: code).phrase)."
    }
  }
}
