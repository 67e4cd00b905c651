/// How asking about one model ended.
package typealias HubAnswer = Result<HubModel, HubFailure>
