import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Here-documents")
struct HeredocsTests {
  @Test(
    "are read as the file they are written to, or what the program before them runs",
    arguments: [
      ("cat > c.yaml <<EOF\nmodel: acme/tuned\nEOF\n", ["2:8-18 acme/tuned used"]),
      ("cat <<-'END' | kubectl apply -f -\nmodel: acme/tuned\nEND\n", ["2:8-18 acme/tuned used"]),
      ("tee app.toml <<EOF\n[a]\nmodel = \"acme/tuned\"\nEOF\n", ["3:10-20 acme/tuned used"]),
      ("python3 - <<EOF\nx.from_pretrained('acme/tuned')\nEOF\n", ["2:20-30 acme/tuned used unpinned"]),
      // The same line would be a command.
      ("cat > c.yml <<EOF\nmodels:\n  - model: acme/a-7b\nmerge_method: ties\nEOF\n", ["3:12-21 acme/a-7b base"]),
      ("bash <<EOF\nollama pull llama3.2\nEOF\n", ["2:13-21 llama3.2 used unpinned"]),
      ("cat <<EOF\nmodel: acme/tuned\n", []), ("# cat <<EOF\n", []), ("x=$((1 << 2))\n", []),
    ])
  func read(text: String, expected: [String]) {
    #expect(ShellScript().detect("a.sh", text).outlines == expected)
  }

  @Test("and so are programs behind -c, also in Dockerfiles")
  func programs() {
    let text = """
      FROM a
      RUN python -c "from s import T; T('x'); M.from_pretrained('acme/a')"
      RUN python3 -c "M.from_pretrained(\\"acme/b\\")"
      CMD ["python", "-c", "M.from_pretrained('acme/c')"]
      RUN cat <<EOF > a.toml
      model = "acme/d"
      EOF
      """
    #expect(
      Dockerfile().detect("Dockerfile", text).outlines == [
        "2:60-66 acme/a used unpinned", "3:37-43 acme/b used unpinned", "4:42-48 acme/c used unpinned",
        "6:10-16 acme/d used",
      ])
  }

  @Test("that never close cost no more for being many")
  func unclosed() {
    let text = String(repeating: "cat <<EOF > a.yaml\n", count: 20_000)
    #expect(ShellScript().detect("a.sh", text).references.isEmpty)
  }
}
