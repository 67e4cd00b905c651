/// What sentences of cards in other languages than English say, by words that speak of nothing else.
enum OtherLanguages {
  /// Whether the sentence says that something was made from the models that it names: `本模型基于 a/b 微调而成`.
  static func saysWhatItWasMadeFrom(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return making.contains { folded.contains($0) } && !denials.contains { folded.contains($0) }
  }

  /// Whether the sentence keeps weights from commerce: `模型权重仅供学术研究使用，禁止商业用途。`
  static func barsCommerce(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return barring.contains { folded.contains($0) } && !data.contains { folded.contains($0) }
  }

  private static let making = [
    "微调", "基于", "量化", "蒸馏", "ファインチューニング", "をベースに", "量子化", "파인튜닝", "기반으로", "양자화", "feinabgestimmt",
    "auf basis von", "feinjustiert", "à partir de", "affiné", "ajustado a partir", "ajuste fino", "basado en",
    "a partir de", "fine-tuning de ", "fine-tuning von ", "fine-tuning di ", "finetuning de ", "finetuning von ",
    "basé sur", "basée sur",
    "basato su", "basata su", "baseado em", "baseado no", "微調", "基於", "蒸餾", "дообуч", "на основе", "на базе",
  ]
  private static let denials = [
    "不是", "并非", "並非", "沒有", "не на основе", "не является", "没有", "ではな", "아니", "nicht", "kein", "pas ", "no es", "não é",
    "non è",
  ]
  private static let barring = [
    "禁止商业", "不得用于商业", "不可用于商业", "禁止商用", "不得商用", "非商业用途", "仅供学术", "仅供研究", "仅限研究", "商用利用不可", "商用利用を禁", "非商用",
    "비상업적", "상업적 이용을 금지", "nicht-kommerziell", "nicht kommerziell", "nichtkommerziell", "non commerciale",
    "禁止商業", "不得用於商業", "不可用於商業", "不得商業", "非商業用途", "僅供學術", "僅供研究", "僅限研究", "некоммерческ",
    "коммерческое использование запрещ",
    "usage commercial interdit", "uso no comercial", "no comercial", "não comercial", "non commerciali",
  ]
  /// Words of what has terms of its own.
  private static let data = [
    "数据", "數據", "資料", "данн", "データ", "데이터", "datensatz", "datos", "données", "dados", "代码", "code",
  ]
}
