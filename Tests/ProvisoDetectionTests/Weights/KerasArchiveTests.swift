import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Models of Keras")
struct KerasArchiveTests {
  let detector = KerasArchive()
  private static let hdf5: [UInt8] =
    [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 90)

  @Test(
    "are archives, and HDF5 by name or attribute",
    arguments: [
      ("m/a.keras", BinaryBytes.zip([.init("metadata.json", []), .init("config.json", [])]), "m/a.keras"),
      ("m/my_model.h5", hdf5, "m/my_model.h5"), ("m/tf_model.h5", hdf5, "m"),
      ("a.h5", hdf5 + Array("keras_version".utf8), "a.h5"),
    ])
  func models(path: String, bytes: [UInt8], model: String) {
    let found = detector.detect(path, bytes)
    #expect(found.declarations.map(\.model) == [model] && found.notifications.isEmpty)
  }

  @Test(
    "near misses",
    arguments: [("measurements.h5", hdf5), ("model.h5", [1, 2]), ("model.h5", [])] as [(String, [UInt8])])
  func nearMisses(path: String, bytes: [UInt8]) {
    #expect(detector.detect(path, bytes).isEmpty)
  }

  @Test("what is named after a model and is no HDF5 is told", arguments: [("model.h5", true), ("data.h5", false)])
  func unknown(path: String, isTold: Bool) {
    #expect(detector.detect(path, [UInt8](repeating: 0, count: 100)).isIncomplete == isTold)
  }

  @Test(
    "what should be an archive and is none is told", arguments: [[], [1, 2, 3], BinaryBytes.zip([.init("a", [])])])
  func broken(bytes: [UInt8]) {
    let found = detector.detect("a.keras", bytes)
    #expect(found.isIncomplete && found.names == ["a.keras"])
  }
}
