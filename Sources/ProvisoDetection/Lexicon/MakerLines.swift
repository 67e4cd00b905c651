/// Models of the hub whose name says neither family nor size, or whose owner has code under the same name, and whose license has
/// limits: as quoted they are models wherever they stand.
enum MakerLines {
  /// Whether `id` is `owner/name` of such a line.
  static func contain(_ id: String) -> Bool {
    let bytes = id.utf8.span
    guard let slash = bytes.indices.first(where: { bytes[$0] == UInt8(ascii: "/") }),
      owners.contains(bytes, 0..<slash)
    else { return false }
    let folded = ASCII.lowercased(id)
    return beginnings.contains { folded.hasPrefix($0) }
  }

  static var allOwners: [String] { owners.words }

  private static let owners = WordTable(beginnings.map { String($0.prefix { $0 != "/" }) })

  /// What ids begin with, in lower case.
  private static let beginnings: [String] = WordList.set(
    """
    apple/mobileclip apple/mobilevitv2- amused/amused- ashawkey/mvdream- babelscape/mrebel- babelscape/rebel-large
    babelscape/wikineural-multilingual- cerspense/zeroscope cvssp/audioldm datalab-to/chandra declare-lab/tango-
    facebook/audio-magnet- facebook/audiogen- facebook/dit-xl- facebook/dpr- facebook/drama- facebook/encodec_
    facebook/fasttext- facebook/galactica- facebook/hf-seamless- facebook/hiera facebook/jasco- facebook/magnet-
    facebook/melodyflow- facebook/metaclip- facebook/mms- facebook/multiband-diffusion facebook/musicgen-
    facebook/seamless- facebook/timesformer- facebook/xm_transformer_ google/cxr-foundation google/derm-foundation
    google/hear google/medsiglip- google/path-foundation google/t5gemma- grammarly/coedit- gsdf/counterfeit-
    hakurei/waifu-diffusion hkustaudio/xcodec hotshotco/hotshot-xl instadeepai/nucleotide-transformer-
    krea/krea- mahmoodlab/conch mahmoodlab/titan mahmoodlab/uni microsoft/biomedparse microsoft/llava-rad microsoft/maira-
    microsoft/rad-dino naver/splade ncbi/medcpt- nvidia/dragon-multiturn- nvidia/mambavision- nvidia/mit-b nvidia/nv-embed-
    nvidia/nv-retriever- nyrahealth/crisperwhisper openmuq/muq- owkin/phikon paige-ai/virchow prov-gigapath/prov-gigapath
    salesforce/sfr-embedding- salesforce/xlam- supertone/supertonic swivid/e2-tts swivid/f5-tts tencent/hunyuan
    tencent/srpo tianweiy/dmd2 xlabs-ai/flux- yisol/idm-vton zxhezexin/openlrm-
    """
  ).sorted()
}
