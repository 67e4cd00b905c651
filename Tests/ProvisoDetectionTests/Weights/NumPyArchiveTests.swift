import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Archives of NumPy")
struct NumPyArchiveTests {
  private static func zip(_ names: String...) -> [UInt8] {
    BinaryBytes.zip(names.map { .init($0, [1]) })
  }

  @Test("with the arrays of layers are weights")
  func weights() {
    let bytes = Self.zip("tok_embeddings.weight.npy", "layers.0.attention.wq.weight.npy")
    #expect(NumPyArchive().detect("assets/m.npz", bytes).declarations.map(\.model) == ["assets/m.npz"])
    #expect(NumPyArchive().detect("m/weights.npz", bytes).declarations.map(\.model) == ["m"])
    #expect(NumPyArchive().detect("m/a.npz", Self.zip("layers.3.q_proj.lora_a.npy")).names == ["a.npz"])
  }

  @Test("named after a model that are no archives are told")
  func unknown() {
    let zeros = [UInt8](repeating: 0, count: 100)
    #expect(NumPyArchive().detect("model.npz", zeros).isIncomplete && NumPyArchive().detect("a.npz", zeros).isEmpty)
  }

  @Test("with other arrays hold data")
  func data() {
    #expect(NumPyArchive().detect("a.npz", Self.zip("x_train.npy", "y_train.npy", "weight.npy")).isEmpty)
    #expect(NumPyArchive().detect("a.npz", Array("text".utf8)).isEmpty)
    #expect(NumPyArchive().detect("a.npz", []).isEmpty)
    #expect(!NumPyArchive().wants(FilePath("a.npy")))
  }
}
