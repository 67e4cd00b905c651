import ProvisoCore
import Testing

@testable import ProvisoKnowledge

extension LicenseTermsTests {
  @Test(
    "Hunyuan's texts draw the line at other numbers of users, and test it at the release of each model",
    arguments: [
      ("tencent-hunyuanworld-1.0", 1_000_000, "tencent/HunyuanWorld-1", "2025-07-27"),
      ("tencent-hunyuanworld-mirror", 1_000_000, "tencent/HunyuanWorld-Mirror", "2025-10-22"),
      ("tencent-hy-mt-1.5", 100_000_000, "tencent/HY-MT1.5-7B", "2025-12-30"),
      ("tencent-hy3-preview", 100_000_000, "tencent/Hy3-preview", "2026-04-23"),
      ("tencent-hy3-preview", 100_000_000, "tencent/Hy3-preview-Base", "2026-04-23"),
      ("tencent-hunyuan-video-1.5", 100_000_000, "tencent/HunyuanOCR", "2025-11-25"),
      ("tencent-hunyuan-video-1.5", 100_000_000, "tencent/HY-Embodied-0.5", "2026-04-03"),
      ("tencent-hunyuan-a13b", 100_000_000, "tencent/Hunyuan-A13B-Instruct", "2025-06-27"),
      ("tencent-hunyuan-a13b", 100_000_000, "tencent/HunyuanVideo-I2V", "2025-03-05"),
      ("tencent-hunyuan-community", 100_000_000, "tencent/HunyuanVideo", "2024-12-03"),
      ("tencent-hunyuan-community", 100_000_000, "tencent/Hunyuan3D-1", nil),
    ])
  func usersOfHunyuan(id: String, amount: Int, model: String, date: String?) throws {
    let license = try #require(LicenseLibrary.shared.license(id))
    let threshold = try #require(license.published(for: [.huggingFace(model)]).terms.thresholds.first)
    #expect(threshold.amount == amount && threshold.date == date && threshold.effect == .licenseRequired)
  }

  @Test(
    "each of Tencent's texts has the notice of its own model",
    arguments: [
      ("tencent-hy-mt-1.5", "Tencent HY is licensed under the Tencent HY Community License Agreement"),
      (
        "tencent-hy3-preview",
        "Tencent Hy is licensed under the Tencent Hy Community License Agreement, Copyright © 2026"
      ),
      ("tencent-hunyuanworld-mirror", "Tencent HunyuanWorld-Mirror is licensed under the Tencent HunyuanWorld-Mirror"),
    ])
  func noticesOfTencent(id: String, start: String) throws {
    let notice = try #require(try terms(id).noticeText.value)
    #expect(notice.hasPrefix(start))
  }
}
