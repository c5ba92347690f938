// What generated types must offer and refuse; compiled, never run.
import type { CallStatus, EndOfCallReportMessage, HangMessage, KnownCampaignEvent, KnownEvent } from "./wire/events";
import type { components } from "./wire/openapi";

export function byEvent(event: KnownCampaignEvent): unknown {
  if (event.event === "campaign_report") return event.report?.totalCalls;
  if (event.event === "call_status") return event.call;
  // @ts-expect-error: only a call_status has it
  return event.call;
}

export function byType(message: HangMessage | EndOfCallReportMessage): unknown {
  if (message.type === "end-of-call-report") return message.call?.cost?.totalCost;
  // @ts-expect-error: a misspelt member
  return message.calll;
}

// A known value is offered (it is a member of the union), and another is no error.
type Known<T> = T extends string ? (string extends T ? never : T) : never;
export const offered: Known<CallStatus> = "initiated";
// @ts-expect-error: not a known value
export const other: Known<CallStatus> = "another";
export const open: CallStatus = "another";
// @ts-expect-error: an id is no number
export const wrong: KnownEvent = { message: { type: "hang", call: { id: 7 } } };

type Schemas = components["schemas"];
export function ofOpenApi(event: Schemas["CallStatusEvent"] | Schemas["CampaignReportEvent"]): unknown {
  if (event.event === "call_status") return event.call?.status;
  // @ts-expect-error: a misspelt member
  return event.reprot;
}
export const offeredHere: Known<Schemas["CallStatus"]> = "initiated";
// @ts-expect-error: not a known value
export const otherHere: Known<Schemas["CallStatus"]> = "another";
