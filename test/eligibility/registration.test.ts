import { expect, test } from "vitest";
import { type Registration, registeredOn } from "../../src/eligibility/registration.js";

const on = (registration: Partial<Registration>, day: `${number}-${number}-${number}`): string => {
  const answer = registeredOn({ status: "registered", firstDay: "2020-12-11", endedOn: null, ...registration }, day);
  return answer.kind === "registered" ? "registered" : answer.reason;
};

test("from the first day (included)", () => {
  expect([on({}, "2020-12-10"), on({}, "2020-12-11")]).toEqual(["not-registered-yet", "registered"]);
});

test("until the day it ended (excluded)", () => {
  const ended = { status: "deregistered", endedOn: "2021-08-02" } as const;
  expect([on(ended, "2021-08-01"), on(ended, "2021-08-02"), on(ended, "2021-08-03")]).toEqual(["registered", "deregistered", "deregistered"]);
});

test("deregistered without a day is not registered; before an end, with no first day, it is not clear", () => {
  expect(on({ status: "deregistered" }, "2026-03-16")).toBe("deregistered");
  expect(on({ status: "deregistered", firstDay: null, endedOn: "2021-08-02" }, "2021-08-01")).toBe("registration-unclear");
});

test("a word that contradicts the day decides nothing", () => {
  expect(on({ endedOn: "2021-08-02" }, "2021-08-01")).toBe("registered");
  expect(on({ endedOn: "2021-08-02" }, "2021-08-02")).toBe("registration-unclear");
});

test("an end alone says that it is over; nothing said is not registered, nor is it not", () => {
  expect(on({ status: "not-said", endedOn: "2021-08-02" }, "2021-08-02")).toBe("deregistered");
  expect(on({ status: "not-said" }, "2026-03-16")).toBe("registration-not-said");
  expect(on({ status: "unknown" }, "2026-03-16")).toBe("registration-unclear");
  expect(on({ endedOn: "unreadable" }, "2026-03-16")).toBe("registration-unclear");
  expect(on({ status: "listed", firstDay: null }, "2026-03-16")).toBe("registered");
});
