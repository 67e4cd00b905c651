import Glibc

/// What libFuzzer calls: the reader named by the environment variable `PROVISO_FUZZ` is given the bytes.
private let reader: FuzzReader = {
  let name = unsafe getenv("PROVISO_FUZZ").map { unsafe String(cString: $0) } ?? ""
  guard let reader = FuzzReaderList.all.first(where: { $0.name == name }) else {
    print("PROVISO_FUZZ names the reader: \(FuzzReaderList.all.map(\.name).joined(separator: " "))")
    exit(2)
  }
  return reader
}()

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_: UnsafeMutablePointer<Int32>, _: UnsafeMutableRawPointer) -> Int32 {
  _ = reader.name
  return 0
}

/// Reads the input twice: the same bytes give the same answer. Crashes and hangs are libFuzzer's to see.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let first = reader.read(bytes)
  expect(first == reader.read(bytes), "the same bytes were read in two ways")
  return 0
}
