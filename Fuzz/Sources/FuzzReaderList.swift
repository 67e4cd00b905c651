/// Every reader of what strangers write.
enum FuzzReaderList {
  static let all: [FuzzReader] = text + binary + files + hub
}
