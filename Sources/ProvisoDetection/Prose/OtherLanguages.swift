internal import ProvisoText

/// What sentences of cards in other languages than English say, by words that speak of nothing else.
enum OtherLanguages {
  /// Whether the sentence says that something was made from the models that it names: `本模型基于 a/b 微调而成`.
  static func saysWhatItWasMadeFrom(_ sentence: String) -> Bool {
    let sentence = Sentence(sentence)
    return making.stand(in: sentence) && !denials.stand(in: sentence)
  }

  /// Whether the sentence keeps weights from commerce: `模型权重仅供学术研究使用，禁止商业用途。`
  static func barsCommerce(_ sentence: String) -> Bool {
    let sentence = Sentence(sentence)
    return barring.stand(in: sentence) && !data.stand(in: sentence)
  }

  /// Every sentence of every card comes by here, so that it is searched in bytes.
  private struct Sentence {
    /// UTF-8, lowercased.
    var bytes: [UInt8]
    /// The same where letters are written apart from their marks, or syllables as their parts, so that bytes do not tell.
    var decomposed: String?

    init(_ text: String) {
      guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
        bytes = text.utf8.map(ASCII.lowercased)
        return
      }
      let folded = text.lowercased()
      bytes = Array(folded.utf8)
      let isDecomposed = folded.unicodeScalars.contains {
        $0.value >= 0x300 && $0.properties.canonicalCombiningClass != .notReordered
          || (0x1100...0x11FF).contains($0.value)
      }
      decomposed = isDecomposed ? folded : nil
    }
  }

  private struct Phrases {
    private let phrases: [String]
    private let needles: NeedleSet

    init(_ phrases: [String]) {
      self.phrases = phrases
      needles = NeedleSet(phrases)
    }

    func stand(in sentence: Sentence) -> Bool {
      if let text = sentence.decomposed { return phrases.contains { text.contains($0) } }
      return needles.containsAny(in: sentence.bytes.span)
    }
  }

  private static let making = Phrases([
    "微调", "基于", "量化", "蒸馏", "ファインチューニング", "をベースに", "量子化", "파인튜닝", "기반으로", "양자화", "feinabgestimmt",
    "auf basis von", "feinjustiert", "à partir de", "affiné", "ajustado a partir", "ajuste fino", "basado en",
    "a partir de", "fine-tuning de ", "fine-tuning von ", "fine-tuning di ", "finetuning de ", "finetuning von ",
    "basé sur", "basée sur",
    "basato su", "basata su", "baseado em", "baseado no", "微調", "基於", "蒸餾", "дообуч", "на основе", "на базе",
  ])
  private static let denials = Phrases([
    "不是", "并非", "並非", "沒有", "не на основе", "не является", "没有", "ではな", "아니", "nicht", "kein", "pas ", "no es", "não é",
    "non è",
  ])
  private static let barring = Phrases([
    "禁止商业", "不得用于商业", "不可用于商业", "禁止商用", "不得商用", "非商业用途", "仅供学术", "仅供研究", "仅限研究", "商用利用不可", "商用利用を禁", "非商用",
    "비상업적", "상업적 이용을 금지", "nicht-kommerziell", "nicht kommerziell", "nichtkommerziell", "non commerciale",
    "禁止商業", "不得用於商業", "不可用於商業", "不得商業", "非商業用途", "僅供學術", "僅供研究", "僅限研究", "некоммерческ",
    "коммерческое использование запрещ",
    "商用利用は禁", "商業利用は禁", "商業利用を禁", "不可商用", "不能商用", "禁止用于商业", "禁止用於商業", "不可商业", "不可商業", "usage non commercial",
    "phi thương mại",
    "niekomercyjn", "ticari olmayan", "non-komersial", "nonkomersial", "niet-commercieel", "niet-commerciële",
    "icke-kommersiell",
    "غير تجاري", "غير التجاري",
    "usage commercial interdit", "uso no comercial", "no comercial", "não comercial", "non commerciali",
  ])
  /// Words of what has terms of its own.
  private static let data = Phrases([
    "数据", "數據", "資料", "данн", "データ", "데이터", "datensatz", "datos", "données", "dados", "代码", "code",
  ])
}
