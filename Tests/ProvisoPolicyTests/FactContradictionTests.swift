import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("Facts against each other")
struct FactContradictionTests {
  private func told(_ facts: String, context: String = "") throws -> [String] {
    let contexts = context.isEmpty ? "" : "contexts:\n  - {id: a, paths: [\"x/**\"], facts: {\(context)}}\n"
    let policy = try #require(load("version: 1\norganization: {\(facts)}\n\(contexts)").policy)
    let evaluation = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([])
    #expect(evaluation.notifications.allSatisfy { $0.level == .warning && !$0.isIncomplete })
    return evaluation.notifications.map(\.message)
  }

  @Test("are told where one product has more than all of them, wherever the two are stated")
  func larger() throws {
    #expect(
      try told("monthly_active_users: 1000, product_monthly_active_users: 2000000") == [
        "The policy states 2,000,000 monthly active users of one product (proviso.yaml:2), which is more than 1,000 of all products together (proviso.yaml:2): one of the two is wrong, and the larger one counts."
      ])
    #expect(try told("monthly_active_users: 1000", context: "product_monthly_active_users: 1001").count == 1)
    #expect(
      try told("annual_revenue: 5000000", context: "product_monthly_revenue: {amount: 6000000, currency: USD}") == [
        "The policy states 6,000,000 USD of revenue of one product a month (proviso.yaml:4), which is more than 5,000,000 USD of all products a year (proviso.yaml:2): one of the two is wrong, and the larger one counts."
      ])
  }

  @Test("are told of two currencies where every rate says so")
  func currencies() throws {
    let year = "annual_revenue: {amount: 5000000, currency: EUR}, "
    #expect(try told(year + "product_monthly_revenue: 60000000").count == 1)
    #expect(try told(year + "product_monthly_revenue: 6000000") == [])
    #expect(try told(year + "product_monthly_revenue: {amount: 60000000, currency: JPY}") == [])
  }

  @Test("are told of a month that is yet to come, whose number answers nothing")
  func future() throws {
    #expect(
      try told("monthly_active_users: [{as_of: 2026-11, value: 5}, {as_of: 2027-06, value: 9}]") == [
        "The policy states monthly_active_users as of 2027-06 (proviso.yaml:2), which is yet to come: the number answers nothing before that."
      ])
    #expect(try told("annual_revenue: {amount: 5, as_of: 2031-12-31}").count == 1)
    #expect(try told("annual_revenue: 500", context: "product_monthly_revenue: {amount: 6, as_of: 2026-12}").count == 1)

    let policy = try #require(
      load(
        "version: 1\norganization: {monthly_active_users: [{as_of: 2021-01, value: 5}, {as_of: 2030-01, value: 9}], annual_revenue: {amount: 5, as_of: 2030-01}}"
      ).policy)
    let facts = policy.organization.asked(on: try day("2026-11-22"))
    #expect(facts.monthlyActiveUsers.value?.entries.map(\.value) == [5])
    #expect(facts.annualRevenue.value == nil)
    #expect(facts.statedNames == [.monthlyActiveUsers, .annualRevenue])
  }

  @Test(
    "are none where both may be right",
    arguments: [
      "monthly_active_users: 1000, product_monthly_active_users: 1000",
      "monthly_active_users: 1000", "product_monthly_active_users: 1000",
      "monthly_active_users: unknown, product_monthly_active_users: 1000",
      "monthly_active_users: [{as_of: 2024-06, value: 10}], product_monthly_active_users: 2000",
      "monthly_active_users: [{as_of: 2024-06, value: 10}, {as_of: 2026-10, value: 5000}], product_monthly_active_users: [{as_of: 2026-10, value: 5000}]",
      "annual_revenue: {amount: 5, as_of: 2024-12}, product_monthly_revenue: {amount: 6, as_of: 2026-10}",
    ])
  func consistent(facts: String) throws {
    #expect(try told(facts) == [])
  }
}
