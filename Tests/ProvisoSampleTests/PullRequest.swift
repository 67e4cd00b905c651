import Foundation
import ProvisoTestSupport
import Testing

extension Folder {
  static let identity =
    "set -e; export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b\n"

  /// A repository checked out as CI systems do it for a pull request: a merge whose first parent is the base. `app/old.py` is in
  /// the base, `app/new.py` in the change, and each loads a model without a revision.
  ///
  /// - Parameter policy: the policy of both; none where it is empty.
  static func pullRequest(policy: String = "") throws -> Folder {
    let folder = try Folder()
    if !policy.isEmpty { try folder.write(policy, to: "proviso.yaml") }
    let script = """
      git init -q -b main . && mkdir app && printf '%s' "$1" > app/old.py && git add -A && git commit -q -m base
      git checkout -q -b change && printf '%s' "$1" > app/new.py && git add -A && git commit -q -m change
      git checkout -q main && echo text > other && git add -A && git commit -q -m other
      git merge -q --no-ff -m merge change
      git update-ref refs/remotes/origin/main HEAD^1
      """
    let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"
    let result = try run("sh", ["-c", identity + script, "sh", load], directory: folder.path)
    try #require(result.status == 0, "\(String(decoding: result.error, as: UTF8.self))")
    return folder
  }
}
