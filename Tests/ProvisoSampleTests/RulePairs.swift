/// A tree in which a rule fires, and the same tree with the cure that the rule's help gives.
struct RulePair: Sendable {
  var rule: String
  /// Contents by path.
  var violating: [String: String]
  /// What the cure puts in the place of, or beside, the files above.
  var cure: [String: String]
  /// Facts of both runs, and those that only the violating one has.
  var facts: [String] = []
  var violatingFacts: [String] = []
  var curedFacts: [String] = []
  /// The tree as it was when the lock file was written that both runs are held against; nil for no lock file.
  var locked: [String: String]?

  init(
    _ rule: String, _ violating: [String: String], cure: [String: String] = [:], facts: [String] = [],
    violatingFacts: [String] = [], curedFacts: [String] = [], locked: [String: String]? = nil
  ) {
    self.rule = rule
    self.violating = violating
    self.cure = cure
    self.facts = facts
    self.violatingFacts = violatingFacts
    self.curedFacts = curedFacts
    self.locked = locked
  }
}

extension RulePair {
  private static let commit = String(repeating: "0123456789", count: 4)

  private static func load(_ id: String) -> String {
    "model = AutoModel.from_pretrained(\"\(id)\", revision=\"\(commit)\")\n"
  }

  private static func card(_ lines: String..., title: String = "Llama Acme 8B") -> String {
    "---\n\(lines.joined(separator: "\n"))\n---\n# \(title)\n"
  }

  private static let llama = "meta-llama/Llama-3.1-8B"
  private static let free = ["app.py": load("Qwen/Qwen2.5-7B-Instruct")]
  /// The head of a safetensors file without tensors.
  private static let weights = "\u{2}\0\0\0\0\0\0\0{}"
  private static let mit = """
    MIT License

    Copyright (c) 2026 Acme

    Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

    """
  private static let twoLicenses =
    "\n## License\n\nThe code is licensed under the MIT License. The model weights are licensed under CC BY-NC 4.0.\n"
  private static let gemma = ["app.py": load("google/gemma-2-9b-it")]
  private static let clause = "\nAbove a million users, ask us first and show our name on every page of it.\n"

  static let all: [RulePair] = [
    RulePair(
      "AIL001", ["README.md": card("pipeline_tag: text-generation")],
      cure: ["README.md": card("license: apache-2.0", "pipeline_tag: text-generation")]),
    RulePair("AIL002", ["README.md": card("license: unknown")], cure: ["README.md": card("license: apache-2.0")]),
    RulePair(
      "AIL003", ["README.md": card("license: other", "pipeline_tag: text-generation")],
      cure: [
        "README.md": card(
          "license: other", "license_name: acme-model-license", "license_link: https://acme.example/license",
          "pipeline_tag: text-generation")
      ]),
    RulePair("AIL004", ["README.md": card("license: openrail")], cure: ["README.md": card("license: openrail++")]),
    RulePair(
      "AIL005", ["README.md": card("license: mit"), "LICENSE": mit + clause],
      cure: ["LICENSE": mit]),
    RulePair("AIL006", ["app.py": load("meta-llama/Llama-3.2-1B-Instruct")], cure: free),
    RulePair(
      "AIL007", ["app.py": load("runwayml/stable-diffusion-v1-5")],
      cure: ["app.py": load("stable-diffusion-v1-5/stable-diffusion-v1-5")]),
    RulePair(
      "AIL008", ["app.py": "def load(size):\n    return AutoModel.from_pretrained(f\"meta-llama/Llama-3.1-{size}\")\n"],
      cure: ["app.py": load(llama)]),
    RulePair(
      "AIL101", ["README.md": card("license: apache-2.0"), "LICENSE": mit],
      cure: ["README.md": card("license: mit")]),
    RulePair(
      "AIL102", ["README.md": card("license: apache-2.0", "base_model: \(llama)")],
      cure: ["README.md": card("license: llama3.1", "base_model: \(llama)")]),
    RulePair(
      "AIL103", ["README.md": card("license: apache-2.0", "base_model: microsoft/phi-4", title: "Acme")],
      cure: ["LICENSE.base": mit]),
    RulePair(
      "AIL104", ["README.md": card("license: llama3.3", "base_model: \(llama)")],
      cure: ["README.md": card("license: llama3.1", "base_model: \(llama)")]),
    RulePair(
      "AIL105", ["README.md": card("license: apache-2.0", "base_model: facebook/musicgen-small")],
      cure: ["README.md": card("license: cc-by-nc-4.0", "base_model: facebook/musicgen-small")]),
    RulePair(
      "AIL106",
      [
        "README.md": card(
          "license: llama3.1", "base_model:", "- Ultralytics/YOLO11", "- meta-llama/Llama-3.1-8B",
          "base_model_relation: merge")
      ],
      cure: [
        "README.md": card(
          "license: llama3.1", "base_model:", "- Qwen/Qwen2.5-7B", "- meta-llama/Llama-3.1-8B",
          "base_model_relation: merge")
      ]),
    RulePair(
      "AIL107", ["app.py": load("Ultralytics/YOLO11")], facts: ["serves_over_network=true"],
      violatingFacts: ["open_source_product=false"], curedFacts: ["open_source_product=true"]),
    RulePair(
      "AIL108",
      [
        "README.md": card("license: mit", "pipeline_tag: text-generation") + twoLicenses, "LICENSE": mit,
      ],
      cure: ["README.md": card("license: cc-by-nc-4.0", "pipeline_tag: text-generation") + twoLicenses]),
    RulePair(
      "AIL109",
      [
        "adapter_config.json": "{\"base_model_name_or_path\": \"\(llama)\", \"peft_type\": \"LORA\"}",
        "adapter_model.safetensors": weights,
      ],
      cure: [
        "README.md": card("license: llama3.1", "base_model: \(llama)", "base_model_relation: adapter")
      ]),
    RulePair(
      "AIL110", ["README.md": card("license: apache-2.0", title: "Acme-7B-GGUF")],
      cure: [
        "README.md": card(
          "license: apache-2.0", "base_model: acme/Acme-7B", "base_model_relation: quantized", title: "Acme-7B-GGUF")
      ]),
    RulePair(
      "AIL111", ["README.md": card("license: apache-2.0", "datasets:", "- tatsu-lab/alpaca")],
      cure: ["README.md": card("license: apache-2.0")]),
    RulePair(
      "AIL112", ["README.md": card("license: apache-2.0", "datasets:", "- tatsu-lab/alpaca")],
      cure: ["README.md": card("license: apache-2.0")], facts: ["commercial=true"]),
    RulePair(
      "AIL113", ["README.md": card("license: apache-2.0", "datasets:", "- databricks/databricks-dolly-15k")],
      cure: ["README.md": card("license: apache-2.0")]),
    RulePair(
      "AIL201", ["m/README.md": card("license: mit", title: "Acme 8B"), "m/model.safetensors": weights],
      cure: ["m/LICENSE": mit]),
    RulePair(
      "AIL202", ["README.md": card("license: llama3.1", "base_model: \(llama)", title: "Acme Support 8B")],
      cure: ["README.md": card("license: llama3.1", "base_model: \(llama)", title: "Llama Acme Support 8B")]),
    RulePair(
      "AIL203", ["app.py": load(llama)],
      cure: ["web/Footer.vue": "<template>\n  <p>Built with <b>Llama</b></p>\n</template>\n"],
      facts: ["serves_over_network=true"]),
    RulePair(
      "AIL204", ["app.py": load("google/gemma-2-9b-it")],
      cure: [
        "NOTICE":
          "Gemma is provided under and subject to the Gemma Terms of Use\nfound at ai.google.dev/gemma/terms\n"
      ], facts: ["distributes_product=true"]),
    RulePair(
      "AIL205", ["m/config.json": "{\"_name_or_path\": \"Qwen/Qwen2.5-7B\", \"model_type\": \"qwen2\"}"],
      cure: [
        "m/README.md": card("license: apache-2.0", "base_model: Qwen/Qwen2.5-7B", "base_model_relation: finetune")
      ], facts: ["distributes_weights=true"]),
    RulePair(
      "AIL206", ["app.py": load("google/gemma-2-9b-it"), "TERMS.md": "# Terms\n\nBe kind.\n"],
      cure: ["TERMS.md": "# Terms\n\nUses that <https://ai.google.dev/gemma/prohibited_use_policy> bars are barred.\n"],
      facts: ["distributes_product=true"]),
    RulePair(
      "AIL207", ["app.py": load("nvidia/parakeet-tdt-0.6b-v2")],
      cure: ["NOTICE": "Speech: nvidia/parakeet-tdt-0.6b-v2 by NVIDIA, CC BY 4.0\n"],
      facts: ["distributes_product=true"]),
    RulePair(
      "AIL208", ["m/README.md": card("license: cc-by-nc-4.0"), "m/model.safetensors": weights],
      cure: ["m/README.md": card("license: apache-2.0")], facts: ["distributes_product=true", "commercial=true"]),
    RulePair(
      "AIL209",
      ["README.md": card("license: apache-2.0", "base_model: mistralai/Mistral-7B-v0.3", title: "Mistral Acme 7B")],
      cure: [
        "README.md": card("license: apache-2.0", "base_model: mistralai/Mistral-7B-v0.3", title: "Acme Support 7B")
      ]),
    RulePair("AIL301", ["app.py": load("facebook/musicgen-small")], cure: free, facts: ["commercial=true"]),
    RulePair(
      "AIL302", ["app.py": load(llama)], violatingFacts: ["monthly_active_users=800000000"],
      curedFacts: ["monthly_active_users=1000"]),
    RulePair(
      "AIL303", ["app.py": load("stabilityai/stable-diffusion-3.5-large")], violatingFacts: ["annual_revenue=5000000"],
      curedFacts: ["annual_revenue=1000"]),
    RulePair(
      "AIL304", ["app.py": load("tencent/HunyuanVideo")], violatingFacts: ["headquarters=DE"],
      curedFacts: ["headquarters=US", "regions_served=US"]),
    RulePair(
      "AIL305", ["app.py": load("meta-llama/Llama-2-7b-hf")], violatingFacts: ["trains_other_models_on_outputs=true"],
      curedFacts: ["trains_other_models_on_outputs=false"]),
    RulePair("AIL306", ["app.py": load(llama)], cure: free, facts: ["uses=military"]),
    RulePair(
      "AIL307", ["app.py": load("Qwen/Qwen2.5-3B-Instruct")], violatingFacts: ["commercial=true"],
      curedFacts: ["commercial=false"]),
    RulePair(
      "AIL308", ["app.py": load("stabilityai/stable-diffusion-3.5-large")], cure: free,
      facts: ["trains_foundation_models=true"]),
    RulePair(
      "AIL309", ["app.py": load("bigscience/bloom")],
      cure: ["TERMS.md": "# Terms\n\nThe use-based restrictions of the model's license bind you.\n"],
      facts: ["serves_over_network=true"]),
    RulePair("AIL310", ["app.py": load(llama)], cure: free),
    RulePair("AIL311", ["app.py": load("google/gemma-2-9b-it")], cure: free),
    RulePair(
      "AIL401", ["app.py": load(llama), "docs/about.md": "We use Llama 3.1, an open-source model by Meta.\n"],
      cure: ["docs/about.md": "We use Llama 3.1, an open-weights model by Meta.\n"]),
    RulePair(
      "AIL402",
      ["app.py": load("Qwen/Qwen2.5-7B-Instruct"), "docs/about.md": "Qwen2.5-7B-Instruct is a fully open model.\n"],
      cure: ["docs/about.md": "Qwen2.5-7B-Instruct has open weights.\n"]),
    RulePair(
      "AIL403",
      [
        "README.md": "# Acme\n\n![License](https://img.shields.io/badge/License-MIT-green.svg)\n",
        "m/README.md": card("license: cc-by-nc-4.0"), "m/model.safetensors": weights,
      ],
      cure: [
        "README.md":
          "# Acme\n\n![Weights](https://img.shields.io/badge/weights_license-CC_BY--NC_4.0-red.svg)\n"
      ]),
    RulePair(
      "AIL404",
      [
        "README.md": "# Acme\n\nAcme is MOF Class I.\n",
        "mof.yml":
          "framework:\n  name: Model Openness Framework\nrelease:\n  name: Acme\n  license: {distribution: {name: MIT}}\n  components:\n"
          + [
            "Model architecture", "Model parameters (Final)", "Evaluation results", "Model card", "Data card",
            "Technical report",
          ].map { "  - name: \($0)\n" }.joined(),
      ], cure: ["README.md": "# Acme\n\nAcme is MOF Class III.\n"]),
    RulePair(
      "AIL501", ["app.py": "model = AutoModel.from_pretrained(\"Qwen/Qwen2.5-7B-Instruct\")\n"], cure: free),
    RulePair(
      "AIL502", ["app.py": load(llama).replacing("0123", with: "3210")], cure: ["app.py": load(llama)],
      locked: ["app.py": load(llama)]),
    RulePair(
      "AIL503", ["README.md": card("license: cc-by-nc-4.0")], cure: ["README.md": card("license: mit")],
      locked: ["README.md": card("license: mit")]),
    RulePair("AIL504", ["app.py": load("mlx-community/gemma-2-9b-it-4bit")], cure: gemma),
    RulePair(
      "AIL601", gemma.merging(["proviso.yaml": "version: 1\nverdicts: {deny: [{family: gemma}]}\n"]) { $1 }, cure: free),
    RulePair(
      "AIL602", gemma.merging(["proviso.yaml": "version: 1\nverdicts: {review: [{family: gemma}]}\n"]) { $1 },
      cure: free),
    RulePair(
      "AIL902", free.merging(["proviso.yaml": waiver("2026-01-31")]) { $1 },
      cure: ["app.py": unpinned, "proviso.yaml": waiver("2999-12-31")]),
    RulePair(
      "AIL903", free.merging(["proviso.yaml": waiver("2999-12-31")]) { $1 }, cure: ["app.py": unpinned]),
    RulePair(
      "AIL904",
      ["app.py": unpinned, "proviso.yaml": waiver("2999-12-31") + "rules: {AIL501: {waivable: false}}\n"],
      cure: ["proviso.yaml": waiver("2999-12-31")]),
  ]

  private static let unpinned = "model = AutoModel.from_pretrained(\"Qwen/Qwen2.5-7B-Instruct\")\n"

  private static func waiver(_ expires: String) -> String {
    """
    version: 1
    waivers:
      - id: W-1
        rule: AIL501
        subject: {model: Qwen/Qwen2.5-7B-Instruct}
        reason: The next release pins it.
        owner: search
        expires: \(expires)

    """
  }
}
