import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Dockerfiles that name models")
struct DockerfileTests {
  let detector = Dockerfile()

  @Test(
    "commands, variables and weights",
    arguments: [
      (
        "RUN hf download acme/a \\\n  && ollama pull phi3",
        ["1:17-23 acme/a used unpinned", "2:18-22 phi3 used unpinned"]
      ),
      ("ENV MODEL_ID=acme/a-7b X=1", ["1:14-23 acme/a-7b used"]),
      ("ENV MODEL_ID acme/a-7b", ["1:14-23 acme/a-7b used"]),
      ("ARG MODEL=\"acme/a-7b\"", ["1:12-21 acme/a-7b used"]),
      ("COPY weights/a.gguf /models/", ["1:6-20 weights/a.gguf used"]),
      ("ADD https://acme.io/a.onnx /m/", ["1:5-27 https://acme.io/a.onnx used"]),
      ("CMD [\"vllm\", \"serve\", \"acme/a\"]", ["1:24-30 acme/a used unpinned"]),
      ("CMD [\"sh\", \"-c\", \"ollama run phi3\"]", ["1:30-34 phi3 used unpinned"]),
      ("RUN <<EOF\nollama pull phi3\nEOF\n", ["2:13-17 phi3 used unpinned"]),
      ("FROM ai/smollm2", ["1:6-16 ai/smollm2 used"]),
      (
        "FROM nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.4",
        ["1:6-50 nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.4 used"]
      ),
    ])
  func found(text: String, expected: [String]) {
    let found = detector.detect("Dockerfile", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
    #expect(found.references.allSatisfy { $0.kind == .dockerfile })
  }

  @Test(
    "a step that builds the image puts what it fetches into it; a variable and a command of the running container do not",
    arguments: [
      ("RUN hf download acme/a", true), ("RUN <<EOF\nollama pull phi3\nEOF\n", true),
      ("RUN [\"ollama\", \"pull\", \"phi3\"]", true), ("CMD [\"vllm\", \"serve\", \"acme/a\"]", false),
      ("ENV MODEL_ID=acme/a-7b", false), ("ENTRYPOINT ollama run phi3", false),
      ("ADD https://huggingface.co/acme/a/resolve/main/a.onnx /m/", true), ("ADD weights/a.gguf /m/", false),
      ("ENV MODEL=acme/a-7b\nRUN hf download $MODEL", true), ("ARG MODEL=acme/a-7b\nRUN hf download ${MODEL}", true),
      ("ENV MODEL acme/a-7b\nRUN hf download \"${MODEL}\"", true), ("ENV MODEL=acme/a-7b\nRUN echo $MODEL > m", false),
      ("ENV MODEL=acme/a-7b\nRUN hf download $OTHER", false), ("ENV MODEL=acme/a-7b\nCMD hf download $MODEL", false),
      ("RUN python -c \"from transformers import pipeline; pipeline('translation', 'acme/a')\"", true),
    ])
  func intoTheImage(text: String, expected: Bool) {
    let found = detector.detect("Dockerfile", text).references
    #expect(found.map(\.isPutIntoImage) == [expected])
  }

  @Test(
    "what is copied of the build's context is told with its place, for who knows what lies there",
    arguments: [
      ("COPY . /app", [". 1:6-7"]), ("COPY a b/ /app/", ["a 1:6-7", "b/ 1:8-10"]),
      ("ADD --chown=1:1 x /app", ["x 1:17-18"]), ("COPY [\"a b\", \"/app\"]", ["a b 1:8-11"]),
      ("ONBUILD COPY a/ /app", ["a/ 1:14-16"]), ("ONBUILD RUN make", []),
      ("COPY --from=build /a /b", []), ("COPY $A https://acme.io/a ${B}/c /b", []), ("COPY <<EOF /a\nx\nEOF", []),
      ("COPY", []), ("COPY a", []), ("FROM . ", []),
    ])
  func copies(text: String, expected: [String]) {
    let copies = detector.detect("Dockerfile", text).copies
    #expect(copies.map { "\($0.source) \($0.location.outline)" } == expected)
  }

  @Test(
    "traps",
    arguments: [
      "FROM nvidia/cuda:12.4.1-base", "FROM onerahmet/openai-whisper-asr-webservice:latest AS a",
      "LABEL model=acme/a-7b", "FROM nvcr.io/nvidia/pytorch:24.01-py3", "FROM nvcr.io/nim/nvidia/rerank-service:1",
      "COPY models/ /models/", "RUN echo ollama pull phi3", "# RUN ollama pull phi3",
      "ENV MODEL_DIR=/models", "WORKDIR /llama3",
      "COPY --from=a /x /y", "ARG MODEL", "EXPOSE 8080",
    ])
  func traps(text: String) {
    #expect(detector.detect("Dockerfile", text).names == [])
  }

  @Test(
    "wanted by name",
    arguments: [
      ("Dockerfile", true), ("a/Containerfile", true), ("Dockerfile.gpu", true),
      ("gpu.dockerfile", true), ("Dockerfile-gpu", true), ("Dockerfile.gpu.j2", true), ("app.containerfile", true),
      ("Dockerfiles", false), ("Dockerfile_gpu", false), ("gpu-Dockerfile", false), ("dockerfile2.txt", false),
      ("dockerfiles.md", false), ("docker.py", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(
      "ENV MODEL 'acme/é'\nCMD [\"vllm\", \"serve\", \"a/b\"]\nRUN <<E \\\n x\nhf download a/b\nE\nCOPY a.gguf .\n"
    ) {
      #expect(
        detector.detect("Dockerfile", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
