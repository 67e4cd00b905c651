import ProvisoText

@testable import ProvisoHub

extension FuzzReaderList {
  static let hub: [FuzzReader] = [
    FuzzReader(name: "hub-answer") { bytes in
      guard let question = HubQuestion(id: "a/b") else { fatalError("no question") }
      do throws(HubAnswerReader.Fault) {
        let model = try HubAnswerReader(question: question, wasRedirected: true).read(bytes)
        let entry = CacheEntry(
          address: "https://hub/api/models/a/b", withToken: false, asked: 0, answer: .success(model))
        let kept = CacheEntry(reading: entry.bytes)
        expect((try? kept?.answer.get()) == model, "what is kept is not what was answered: \(model)")
        return Digest.of(model)
      } catch {
        expect(!error.words.isEmpty, "no word why")
        return Digest.of(error.words)
      }
    },
    FuzzReader(name: "hub-cache") { bytes in
      // Closed as the cache closes it, so that what stands before the hash is read.
      let closed = bytes + Array("\nsha256 \(SHA256.hexadecimal(bytes + [0x0A]))\n".utf8)
      guard let entry = CacheEntry(reading: closed) else { return 0 }
      return Digest.of(entry.address, entry.asked, try? entry.answer.get())
    },
    FuzzReader(name: "http-date") { bytes in
      let seconds = HTTPDate.seconds(String(decoding: bytes, as: UTF8.self))
      expect(seconds ?? 0 >= 0, "a time before 1970")
      return Digest.of(seconds)
    },
    FuzzReader(name: "hub-url") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let url = HubURL(parsing: text) else { return 0 }
      expect(HubURL(parsing: url.description) == url, "\(url) is read otherwise than it was")
      return Digest.of(url)
    },
  ]
}
