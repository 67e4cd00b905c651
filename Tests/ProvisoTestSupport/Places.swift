/// The folder of the package, found from where this file was compiled.
package let packageRoot: String = {
  // <root>/Tests/ProvisoTestSupport/Places.swift
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  return parts.joined(separator: "/")
}()

/// The folder `shared` beside the package, which holds the checkers and schemas of others; nil where there is none.
package let sharedFolder: String? = {
  let folder = packageRoot.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let shared = folder + "/shared"
  return isDirectory(shared) ? shared : nil
}()
